package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// maxParts is the number of questions that one text is taken to ask at most.
const maxParts = 3

// Parts cuts a text, of the given words, that asks more than one thing into its
// questions: "kaç asker gönderildi ve bu birlikler ne yaptı" asks two. It cuts at
// a comma, a full stop or an "and" with a question word on either side of it. A
// text that asks one thing, or nothing, has none.
func Parts(text string, words []turkish.Word, english bool, named Named) []string {
	var parts []string
	from := 0
	asks := func(from, end int) bool {
		var part []turkish.Word
		for i, w := range words {
			if w.Start >= end {
				break
			}
			if w.Start >= from {
				part = words[i-len(part) : i+1]
			}
		}
		return len(part) > 1 && Ask(part, english, named).Kind != Topic
	}
	for at := 0; len(parts) < maxParts-1; {
		n, size := nextCut(text[at:])
		if n < 0 {
			break
		}
		end := at + n
		at = end + size
		if asks(from, end) && asks(at, len(text)) {
			parts = append(parts, strings.TrimSpace(text[from:end]))
			from = at
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return append(parts, strings.TrimSpace(text[from:]))
}

// nextCut finds the first cut in text and its length; n is negative without one.
// A cut is one of ", ", "; ", "? ", ". ", " ve " and " and ".
func nextCut(text string) (n, size int) {
	for i := 0; ; i++ {
		space := strings.IndexByte(text[i:], ' ')
		if space < 0 {
			return -1, 0
		}
		i += space
		if i > 0 {
			switch text[i-1] {
			case ',', ';', '?', '.':
				return i - 1, 2
			}
		}
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, " ve "):
			return i, len(" ve ")
		case strings.HasPrefix(rest, " and "):
			return i, len(" and ")
		}
	}
}
