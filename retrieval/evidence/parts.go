package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// maxParts is the number of questions that one text is taken to ask at most.
const maxParts = 3

// Parts cuts a text that asks more than one thing into its questions: "kaç
// asker gönderildi ve bu birlikler ne yaptı" asks two. It cuts at a comma, a
// full stop or an "and" with a question word on either side of it. A text that
// asks one thing, or nothing, is its only part.
func Parts(text string, english bool, named Named) []string {
	var parts []string
	from := 0
	for at := 0; len(parts) < maxParts-1; {
		n, size := nextCut(text[at:])
		if n < 0 {
			break
		}
		end := at + n
		at = end + size
		if asks(text[from:end], english, named) && asks(text[at:], english, named) {
			parts = append(parts, strings.TrimSpace(text[from:end]))
			from = at
		}
	}
	return append(parts, strings.TrimSpace(text[from:]))
}

// cuts are what may stand between two questions in one text.
var cuts = []string{", ", "; ", "? ", ". ", " ve ", " and "}

// nextCut finds the first cut in text and its length; n is negative without one.
func nextCut(text string) (n, size int) {
	for i := 0; ; i++ {
		space := strings.IndexByte(text[i:], ' ') // there is one in each cut
		if space < 0 {
			return -1, 0
		}
		i += space
		for _, c := range cuts {
			if at := i - strings.IndexByte(c, ' '); at >= 0 && strings.HasPrefix(text[at:], c) {
				return at, len(c)
			}
		}
	}
}

func asks(text string, english bool, named Named) bool {
	words := turkish.Words(text)
	return len(words) > 1 && Ask(words, english, named).Kind != Topic
}
