// Package dialogue turns a follow-up question into one that stands alone, and
// remembers the turns that it needs for that.
//
// [Resolve] works by rules, in Turkish and English, one file each:
//
//	lean.go    does the question lean on the turn before it?
//	swap.go    "peki ya Rusya?": the earlier question with another name in it
//	ask.go     "ne zaman?": the earlier question with another question word
//	topic.go   "değeri ne kadardı?": the question with the earlier one's subject
//	pronoun.go "what does it say?": what the pronoun stands for; "who said that?"
//	suffix.go  a name in the case of the one whose place it takes
//
// A question that can stand alone is returned as it is: to answer another
// question than the one that was asked is worse than not to understand it. A
// [Memory] keeps a few turns of each conversation for a while, in memory only.
// Everything but Memory is a pure function.
package dialogue
