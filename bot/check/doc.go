// Package check says whether a statement follows from the quotes it names.
//
// A statement is a model's own sentence. It stays only when its quotes carry
// it, as far as words can tell: [Statement] reads both as terms and asks, one
// file each,
//
//	number.go    does every number stand in them, of the same thing and with the same bound?
//	date.go      does every date, resolved by the article's date where it is relative?
//	name.go      does every name, in any spelling, language or inflection?
//	bound.go     the words around a number that bound it or say that it is exact
//	denial.go    does it deny what they assert, or assert what they deny?
//	certainty.go does it vouch for what they claim, think possible or expect?
//	scale.go     does it say the other end of a scale: weakened for strengthened?
//	opposite.go  the same for general words: bought for sold, rejected for approved
//	role.go      who does it to whom, and whose is it, among known parties?
//	swap.go      do any two words change places: who beats whom, from where to where?
//	support.go   do its other words stand in them?
//
// The terms come from lexicon.txt, which sets Turkish and English words for one
// idea side by side, so an English statement is held against Turkish quotes. For
// the words it lacks, align.go asks the thesaurus and the English word list of
// retrieval; opposites.txt holds the ends of everyday scales.
// Everything here is a pure function. What passes is not proved: a checker of
// words is beaten by a lie in the right words, which is why a statement is
// always shown as the model's own beside the quotes.
package check
