// Package llm sends one prompt to a language model and brings back one reply.
//
// A [Client] speaks to any OpenAI-compatible service, hosted or local, and is
// the only user of go-openai. It exists to live with a bad model: a call has
// one deadline that covers waiting, trying and trying again; a reply is bounded
// in bytes and must say that it is finished; a service that fails is left alone
// for a while (see breaker.go) and asked again at most one time in ten when it
// fails (see retry.go); calls are bounded in number and in the length of the
// queue (see gate.go); what the service understands of structured output is
// found out once and remembered (see dialect.go).
//
// Every failure is of one of two kinds, [ErrUnavailable] and [ErrUnusable], and
// no error carries the service's own text, the prompt or a key. What the reply
// means is left to the caller: nothing in here knows about questions or quotes.
package llm
