package dialogue

import "alinti/retrieval/turkish"

// topicWords bounds how many words the earlier question lends, so that what is
// asked now weighs more.
const topicWords = 6

// withTopic sets what the earlier question is about before the follow-up:
// "Rusya'nın yardımı: değeri ne kadardı?".
func withTopic(last, q question) string {
	fresh := q.withoutLead()
	var topic []word
	for _, w := range last.words {
		if len(topic) < topicWords && (w.class == named || w.class == content) && !q.says(w) {
			topic = append(topic, w)
		}
	}
	if len(topic) == 0 || len(fresh) == 0 {
		return ""
	}
	return joined(topic) + ": " + joined(fresh)
}

// says reports whether the question holds the word already.
func (q question) says(w word) bool {
	for _, v := range q.words {
		if v.Fold == w.Fold {
			return true
		}
	}
	return false
}

// thereOf returns a Turkish follow-up with the place that "orada" stands for:
// "Putin Pyongyang'a ne zaman gitti?" and "orada ne dedi?" make "Putin
// Pyongyang'da ne dedi?".
func thereOf(last, q question) string {
	suffixes := map[string]string{"orada": "da", "oraya": "a", "oradan": "dan"}
	var place span
	found := false
	for _, s := range last.names() {
		switch turkish.CaseOf(last.words[s.to-1].Suffix) {
		case turkish.Dative, turkish.Locative, turkish.Ablative:
			place, found = s, true
		}
	}
	if q.english || !found {
		return ""
	}
	fresh := q.withoutLead()
	if suffixes[fresh[0].Fold] == "" {
		return ""
	}
	here := withSuffix(last.bare(place), suffixes[fresh[0].Fold]) + " " + joined(fresh[1:])
	if first := last.names()[0]; first != place {
		return last.bare(first) + " " + here
	}
	return here
}
