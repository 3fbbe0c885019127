package dialogue

// askElse returns the earlier question with what the follow-up asks in place of
// what was asked: "Anlaşmayı kim imzaladı?" and "ne zaman?" make "Anlaşmayı ne
// zaman imzaladı?". In English the new question word leads: "Who signed the
// agreement?" and "when?" make "when signed the agreement?".
func askElse(last, q question) string {
	fresh := q.withoutLead()
	if len(fresh) == 0 {
		return ""
	}
	if last.english {
		for len(fresh) > 1 && fresh[len(fresh)-1].Fold == "s" {
			fresh = fresh[:len(fresh)-1]
		}
		return joined(fresh) + " " + joined(last.unasked())
	}
	var parts []word
	put := false
	for i, w := range last.words {
		if !put && (w.class == verb || i == len(last.words)-1 && w.class == asking) {
			parts, put = append(parts, fresh...), true
		}
		if w.class == asking {
			continue
		}
		parts = append(parts, w)
	}
	if !put {
		parts = append(parts, fresh...)
	}
	return joined(parts)
}

// unasked is the question without its asking words and what goes with them.
func (q question) unasked() []word {
	var rest []word
	for _, w := range q.words {
		if w.class == asking || len(rest) == 0 && w.class == filler && w.Fold != "the" {
			continue
		}
		rest = append(rest, w)
	}
	return rest
}

// askOf returns what the earlier question asked, of something else: "Ticaret ne
// durumda?" and "peki ekonomi?" make "ekonomi ne durumda?".
func askOf(last, q question) string {
	fresh := q.withoutLead()
	if q.about() {
		return aboutElse(last, fresh[2:])
	}
	for i, w := range last.words {
		if w.class == asking {
			return joined(fresh) + " " + joined(last.words[i:])
		}
	}
	return withTopic(last, q)
}

// aboutElse asks an English question about something else: "What does the report
// say about sanctions?" and "what about the economy?".
func aboutElse(last question, thing []word) string {
	end := len(last.words)
	for i, w := range last.words {
		if w.Fold == "about" {
			end = i
		}
	}
	return joined(last.words[:end]) + " about " + joined(thing)
}

// withoutLead is the question without the words that only join it to the
// conversation: peki, ya, and.
func (q question) withoutLead() []word {
	words := q.words
	for len(words) > 0 {
		switch words[0].Fold {
		case "peki", "ya", "ve", "and", "so", "ok", "okay", "then", "well", "tamam", "e":
			words = words[1:]
			continue
		}
		break
	}
	return words
}
