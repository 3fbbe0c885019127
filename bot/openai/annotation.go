package openai

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// An annotation ties a stretch of the reply to its source.
type annotation struct {
	Type        string   `json:"type"`
	URLCitation citation `json:"url_citation"`
}

// A citation's indexes count code points of the reply, the end exclusive.
type citation struct {
	StartIndex int    `json:"start_index"`
	EndIndex   int    `json:"end_index"`
	URL        string `json:"url"`
	Title      string `json:"title"`
}

// annotations are one for every quote: where it stands in the text, else where
// its marker does.
func (d *door) annotations(r *http.Request, a bot.Answer) []annotation {
	var all []annotation
	for _, q := range a.Quotes {
		shown := q.Text
		at := strings.Index(a.Text, shown)
		if at < 0 {
			shown = "[" + strconv.Itoa(q.N) + "]"
			if at = strings.Index(a.Text, shown); at < 0 {
				continue
			}
		}
		start := utf8.RuneCountInString(a.Text[:at])
		title := q.Source.Title
		if title == "" {
			title = q.Source.File
		}
		all = append(all, annotation{"url_citation", citation{start, start + utf8.RuneCountInString(shown), d.Link(r, q), title}})
	}
	return all
}
