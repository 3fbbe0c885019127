// Package render turns an [bot.Answer] into what a reader of one medium sees:
// plain text for a terminal or a pipe, JSON, messages for Discord; and one quote
// as Markdown, for copying.
//
// Everything here is a function of the answer; nothing is read or looked up.
// Three rules hold in every medium. A quote is the article's bytes: marks stand
// around it and explanations beside it, never inside. A model's statement never
// looks like a quote: it stands under a label that says whose words it is, and
// without quotation marks of its own. A refusal shows no sources; the nearest
// passages follow it only under a label that says they are not an answer.
package render
