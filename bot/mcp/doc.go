// Package mcp is the door for programs that speak the Model Context Protocol:
// an assistant gets the articles as tools.
//
//	ask           an answer made of quotations, or that the articles do not answer (ask.go)
//	search        the paragraphs nearest to a query (search.go)
//	fetch         an article, or a paragraph of one, whole (fetch.go)
//	verify_quote  does this stand in the articles, word for word? (verify.go)
//
// search and fetch have the shape that research assistants expect of tools of
// these names. The protocol is the official SDK's; this package is its only
// user. It serves over streamable HTTP ([Door.Handler]) and over standard
// input and output ([Door.Run]); a body over HTTP that is no message of JSON-RPC
// is answered before the SDK sees it (body.go). Who may ask, and how much, is
// left to what the handler is mounted on.
package mcp
