package dialogue

import "strings"

// MaxRunes bounds a resolved question, in code points; a longer one is cut
// down to the follow-up itself. It is the bound of any question.
const MaxRunes = 1000

// Resolve returns the question in a form that stands alone, given the earlier
// questions of the conversation, oldest first, as resolved at their time.
// changed is false when it can stand alone already or nothing was asked before.
func Resolve(history []string, text string) (resolved string, changed bool) {
	text = strings.TrimSpace(text)
	if len(history) == 0 || text == "" {
		return text, false
	}
	last := read(history[len(history)-1])
	q := read(text)
	if len(last.words) == 0 || len(q.words) == 0 {
		return text, false
	}
	switch q.leans() {
	case onName:
		resolved = swapNames(last, q)
	case onThing:
		resolved = askOf(last, q)
	case onVerb:
		resolved = askElse(last, q)
	case onAll:
		resolved = joined(last.words)
	case onTopic:
		resolved = onTopicOf(last, q)
	default:
		return text, false
	}
	if resolved == "" || len([]rune(resolved)) > MaxRunes {
		return text, false
	}
	return finish(resolved), true
}

// onTopicOf resolves a question about what the earlier one is about, the most
// telling way first.
func onTopicOf(last, q question) string {
	for _, resolve := range []func(last, q question) string{whoSays, fillIn, thereOf} {
		if text := resolve(last, q); text != "" {
			return text
		}
	}
	return withTopic(last, q)
}

// finish gives the question its capital and question mark.
func finish(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), " ?.!,:;")
	return s + "?"
}
