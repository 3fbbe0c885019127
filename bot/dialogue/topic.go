package dialogue

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
