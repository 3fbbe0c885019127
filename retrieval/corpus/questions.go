package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	askLabel    = regexp.MustCompile(`^(?i:soru|question|s|q)[\s\p{Zs}]*\d*[\s\p{Zs}]*[:.)][\s\p{Zs}]*`)
	answerLabel = regexp.MustCompile(`^(?i:cevap|yan[ıI]t|answer|c|a)[\s\p{Zs}]*\d*[\s\p{Zs}]*[:.)][\s\p{Zs}]*`)
	// faqs are headings over questions with their answers, as plain makes them.
	faqs = regexp.MustCompile(`^(?:sss|faq|(?:cok|sik|sikca) (?:sorulan|gelen|merak)|soru|merak edilen|frequently asked|questions)`)
)

// takeQuestions makes headings of the questions that begin a line and have
// their answer behind them, "Ücretli mi? Hayır, ücretsizdir.", where such lines
// follow each other or stand under a heading like "Sık sorulan sorular", or
// where "Soru:" and "Cevap:" say so. The labels are marks and not quoted.
func takeQuestions(text string, chunks [][]line, english bool) [][]line {
	f := faq{text: text, english: english}
	for _, c := range chunks {
		for i := range c {
			f.lines = append(f.lines, &c[i])
		}
	}
	out, n := make([][]line, 0, len(chunks)), 0
	for _, c := range chunks {
		var now []line
		for range c {
			now = append(now, f.read(n)...)
			n++
		}
		out = append(out, now)
	}
	return out
}

// A faq is the lines of a file that may hold questions and answers.
type faq struct {
	text    string
	english bool
	lines   []*line
}

// read is line n as it is, or a question and its answer as two.
func (f *faq) read(n int) []line {
	l := *f.lines[n]
	if label, answer := f.label(n, askLabel), f.label(n+1, answerLabel); label > 0 && answer > 0 && short(f.text, l.text) {
		l.text.Start += label
		l.mark = markHeading
		return []line{l}
	}
	if label := f.label(n, answerLabel); label > 0 && f.label(n-1, askLabel) > 0 {
		l.text.Start += label
		return []line{l}
	}
	question, answer, ok := f.pair(n)
	if !ok {
		return []line{l}
	}
	label := len(askLabel.FindString(f.text[question.Start:question.End]))
	strip := len(answerLabel.FindString(f.text[answer.Start:answer.End]))
	switch {
	case label > 0 && strip > 0:
		question.Start += label
		answer.Start += strip
	case !f.paired(n-1) && !f.paired(n+1) && !f.under(n):
		return []line{l}
	}
	q, a := l, l
	q.text, q.mark, q.faq = question, markHeading, true
	a.text, a.faq = answer, true
	return []line{q, a}
}

// label is the bytes of the label that begins line n, if text follows it.
func (f *faq) label(n int, re *regexp.Regexp) int {
	t, ok := f.at(n)
	m := len(re.FindString(t))
	if !ok || m == len(t) {
		return 0
	}
	return m
}

// at is line n if it is running text or an item.
func (f *faq) at(n int) (string, bool) {
	if n < 0 || n >= len(f.lines) || f.lines[n].mark != markNone && f.lines[n].mark != markItem {
		return "", false
	}
	l := f.lines[n]
	return f.text[l.text.Start:l.text.End], true
}

func (f *faq) paired(n int) bool {
	_, _, ok := f.pair(n)
	return ok
}

// under reports whether line n stands below a heading of questions.
func (f *faq) under(n int) bool {
	if n == 0 {
		return false
	}
	l := f.lines[n-1]
	return (l.mark == markNone || l.mark == markHeading) && short(f.text, l.text) && faqs.MatchString(plain(f.text[l.text.Start:l.text.End]))
}

// pair is the question that begins line n and what follows it on the line, if
// that is no question too.
func (f *faq) pair(n int) (question, answer Span, ok bool) {
	t, ok := f.at(n)
	if !ok {
		return question, answer, false
	}
	const most = maxHeading * utf8.UTFMax
	i := strings.IndexByte(t[:min(len(t), most)], '?')
	if i < 0 || strings.ContainsAny(t[:1], "\"'-([") || strings.HasPrefix(t, "—") || strings.HasPrefix(t, "–") || strings.HasPrefix(t, "“") {
		return question, answer, false
	}
	l := f.lines[n].text
	question = Span{l.Start, l.Start + i + 1}
	answer = trim(f.text, Span{question.End, l.End})
	rest := f.text[answer.Start:answer.End]
	first, _ := utf8.DecodeRuneInString(rest)
	end := strings.IndexFunc(rest, isTerminator)
	switch {
	case answer.Start == question.End, !unicode.IsUpper(first) && !unicode.IsDigit(first):
		return question, answer, false
	case end >= 0 && rest[end] == '?', !short(f.text, question):
		return question, answer, false
	}
	return question, answer, len(splitLine(nil, f.text, question, f.english)) == 1
}

// answers are words that alone answer a question and say nothing without it.
var answers = foldedSet(`evet hayır yok var tabii elbette yes no`)

// joinAnswer joins a first sentence of one such word with the next on its line:
// "Hayır. Ölçüm doğruydu."
func joinAnswer(text string, units []Span) []Span {
	if len(units) < 2 {
		return units
	}
	first, next := units[0], units[1]
	word := strings.TrimRightFunc(text[first.Start:first.End], isTerminator)
	if !listed(answers, word) || strings.IndexFunc(text[first.End:next.Start], isBreak) >= 0 {
		return units
	}
	units[1].Start = first.Start
	return units[1:]
}
