// Package openai is the door for programs that speak the chat-completions
// shape of OpenAI: any chat front end can be pointed at it.
//
//	POST /v1/chat/completions   the last user message is the question (chat.go, request.go)
//	GET  /v1/models             what can be asked (models.go)
//
// The reply's text is the answer's, its quotes are annotations of it, and the
// whole [bot.Answer] rides along under the key "alinti". Earlier messages and
// sampling parameters are passed over: what answers is the articles. Who may
// ask, and how much, is left to what this is mounted on.
package openai
