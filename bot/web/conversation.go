package web

import (
	"net/url"
	"strings"

	"alinti/bot"
	"alinti/bot/render"
)

// A conversation stands in the address: ?q= is asked after every ?after=. So
// nothing is kept of it, here or in the browser, and a link to an answer leads
// to the same answer.

// maxAfterBytes bounds the questions of an address together; a header has room
// for the address of twice as many, percent-encoded.
const maxAfterBytes = 2 << 10

// latest are the last of some questions, as many as count and fit.
func latest(asked []string) []string {
	var kept []string
	for _, q := range asked {
		if strings.TrimSpace(q) != "" {
			kept = append(kept, q)
		}
	}
	kept = kept[max(0, len(kept)-bot.MaxAfter):]
	for len(strings.Join(kept, "")) > maxAfterBytes {
		kept = kept[1:]
	}
	return kept
}

// asking builds the address of an answer in its conversation.
func (v *view) asking(query ...string) string {
	return v.address("/", url.Values{"after": v.After}, query...)
}

// Earlier are the questions before this one, each with the link to its answer.
func (v *view) Earlier() []link {
	var all []link
	for i, q := range v.After {
		before := *v
		before.After = v.After[:i]
		all = append(all, link{render.Visible(q), before.asking("q", q)})
	}
	return all
}

// A nextView is the form for a follow-up.
type nextView struct {
	Words  *words
	Chosen string
	After  []string
}

func (v *view) next(a bot.Answer) nextView {
	return nextView{v.Words, v.Chosen, latest(append(v.After[:len(v.After):len(v.After)], a.Question))}
}
