// Package webhook is the HTTP door: it turns a request into a [bot.Question]
// and an answer into its JSON.
//
// A request meets, in this order: a request id, the access log, the counters
// and the guard against panics ([Service.Handler]); the router; the bearer
// token (auth.go); then its handler. A handler returns an error instead of
// writing one, and problem.go alone words it: every error is an RFC 9457
// problem in the asker's language, taken from one table.
//
//	POST /v1/ask             a question in, an answer out (ask.go, decode.go)
//	GET  /v1/articles        what the answers are cut from (articles.go)
//	GET  /v1/articles/{id}   one article with the spans of its parts
//	GET  /v1/jobs            callbacks on their way (jobs.go)
//	POST /v1/answers/{id}/feedback, GET /v1/unanswered   what is kept (feedback.go)
//	GET  /problems/{name}    what a problem's type means
//	GET  /openapi.json       this, described (describe.go); /docs for people (reference.go)
//	GET  /healthz, /readyz   the process lives; it can answer (health.go)
//	GET  /metrics            Prometheus
//
// Finding answers is left to the [bot.Asker], reading settings to bot/config.
// Other doors that speak HTTP are mounted on the same server by
// [Service.Handle].
package webhook
