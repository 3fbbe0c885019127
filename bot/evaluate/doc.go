// Package evaluate asks judged questions and scores the answers.
//
// A [Set] is read from a file: JSON lines of questions about the articles that
// are served, or a SQuAD 1.1 or 2.0 file, which brings its own collection.
// [Run] asks each question of a [bot.Asker], never looking behind it, and
// returns a [Report]: the scores by style, how well the probability of an
// answer tells the answerable from the rest, recall of the ranking under it,
// what is left of all that when questions are mistyped, and how it differs
// from an earlier report. A file of judged statements of a model is held
// against the checker instead.
//
// The scores:
//
//	hit1      answerable questions whose first quote holds any gold substring
//	full      those whose first three quotes cover every evidence group
//	abstain   unanswerable questions that were not answered
//	balanced  mean of hit1 and abstain
//	quotes    mean number of quotes of an answer
//	verbatim  quotes that equal the bytes they claim
//
// For a question of a SQuAD file the gold is a place and not a substring: a
// quote is right if it overlaps the answer where the file says that it stands.
package evaluate
