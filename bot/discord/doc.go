// Package discord is the Discord door: a slash command, a mention, a reply or
// a direct message becomes a [bot.Question], and the [bot.Answer] becomes
// messages within Discord's limits.
//
// discordgo gives the types, the REST calls and the check of signatures. The
// gateway connection is this package's own (gateway.go), because discordgo
// closes with code 1000, which ends the session and loses the events of the
// gap, ignores resume_gateway_url, identifies at once when a session is
// invalid, and reconnects for ever after closes that are final; and so are the
// waits for rate limits (ratelimit.go), because discordgo's have neither cap
// nor context. What an answer looks like is left to bot/render.
package discord
