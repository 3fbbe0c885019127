// Package evidence decides whether a sentence answers a question.
//
// A ranking always has a first sentence. Whether it answers is told by named
// signals, one file a kind:
//
//	asked.go      what kind of thing is asked for: a count, a time, a person, yes or no
//	parts.go      a text that asks several things is several questions
//	question.go   what follows from the question alone
//	facts.go      what a sentence holds: numbers, dates, names, places, countries
//	people.go     words that say who, without a name
//	place.go      words that say where, without a known place
//	found.go      does it hold what is asked for, and no other number or date?
//	measure.go    is a number in what is asked for: money, years, metres?
//	reason.go     does it give a reason?
//	mention.go    do the countries play the same part: giver, taker, owner?
//	party.go      the names of anyone and anything, in either text
//	sides.go      do they, and other words, play the same part?
//	features.go   how much of the question it says, itself or with its neighbours
//	model.go      the signals together: an order of sentences, a probability
//	highlight.go  the words that answer
//
// Everything is a pure function of the two texts and of how rare the
// collection finds their words. [Features.Signals] tells a person what moved a
// decision.
package evidence
