// Package bot turns a [Question] into an [Answer] made of quotations.
//
// This page is the guided tour of the whole program, in the order a question
// meets its packages.
//
//	cmd/alinti          the program: flags, wiring, signals, exit codes
//	bot/config          settings: flag, environment, file, default
//	bot/discord         a door: slash command, mention, reply, direct message
//	bot/webhook         a door: POST /v1/ask, the articles, health, metrics; deliver beside it: callbacks
//	bot/web             a door: the page
//	bot/openai          a door: the chat-completions shape
//	bot/mcp             a door: tools of the Model Context Protocol
//	bot/store           what outlives a restart, when told to keep it
//	bot/evaluate        judged questions: scores, calibration, comparisons
//	bot/render          an Answer as plain text, JSON, Discord parts; a quote as Markdown
//	bot                 Question to Answer; the decision who chooses; quotes, and their verifier
//	bot/dialogue        a follow-up becomes a question that stands alone
//	bot/check           does a model's statement follow from its quotes?
//	bot/llm             one prompt in, one reply out
//	prompts             the templates
//	retrieval           the keyword index: scored paragraphs and sentences
//	retrieval/evidence  does this sentence answer this question?
//	retrieval/when      dates, and the days they mean
//	retrieval/quantity  numbers, and when two of them are the same
//	retrieval/gazetteer countries and cities under all their names
//	retrieval/synonyms  words that stand for each other; retrieval/related: stems that do
//	retrieval/english   English questions, and the Turkish stems they lead to
//	retrieval/turkish   words, case, suffixes, stop words
//	retrieval/corpus    files to documents, paragraphs, sentences
//	seeds               the two articles
//
// Imports point down this list only.
package bot
