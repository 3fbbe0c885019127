// Package retrieval finds the paragraphs and sentences that speak of what a
// question asks. It is a keyword index held in memory, built once and never
// changed, so any number of goroutines may search it without a lock.
//
// # The index
//
// Three kinds of unit are indexed: the paragraph, every two sentences in a row
// (the window) and the sentence. Each is indexed twice, by two channels: the
// stems of its words (see turkish.Stem) and the overlapping four-letter pieces
// of its words, which find a word through a typing error or an unusual suffix.
// Every unit and channel has its own BM25 statistics.
//
//	paragraph = (bm25(paragraph) + best bm25(window)) × (1 + coverage)
//	sentence  = bm25(sentence) × (1 + coverage) + share × paragraph
//
// A question's word is a concept: its stem, or whatever may stand for it counts
// with it as one term, each by its weight. That is the same word mistyped
// (typo.go), written apart (compound.go) or in another form (related.go), a
// synonym, another name of a country (marks in index.go), the same number or date
// in other words (number.go, date.go), and for an English
// question the Turkish words for it (translate.go).
//
// Coverage is the share of the question's stems, weighed by how rare they are,
// that the unit holds. Weights and what each part is worth stand in
// docs/evaluation.md.
//
// # The evidence
//
// Ranking says what is nearest, never whether it is near enough. For the best
// sentences, package evidence looks at what a question asks and what a sentence
// gives, and turns that into a probability that the sentence answers.
package retrieval
