package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

// refuse makes an answer of the nearest passages, which are no answer.
func (b *Bot) refuse(a *Answer, found retrieval.Result) {
	a.Reason = ReasonNoEvidence
	for i := range found.Hits {
		if found.Hits[i].Features.Contradicted() {
			a.Reason = ReasonContradicted
			break
		}
	}
	for i := range found.Hits {
		h := &found.Hits[i]
		if len(a.Closest) == closestShown || h.Probability() < closestFloor {
			break
		}
		a.Closest = append(slices.Grow(a.Closest, closestShown-i), quoteOf(h))
	}
}

// text is the answer as a person reads it: every quote word for word with its
// marker, or a sentence that says why there is none.
func text(a *Answer, c *corpus.Collection) string {
	if !a.Answered {
		return refusal(a, c)
	}
	var b strings.Builder
	for _, s := range a.Statements {
		b.WriteString(s.Text)
		for _, n := range s.Quotes {
			mark(&b, n)
		}
		b.WriteByte('\n')
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Grow(len("«» [10]\n") + len(q.Text))
		b.WriteString("«")
		b.WriteString(q.Text)
		b.WriteString("»")
		mark(&b, q.N)
	}
	if a.Disagreement != nil {
		b.WriteString("\n" + differ(a))
	}
	return b.String()
}

// mark writes the number by which a text names a quote.
func mark(b *strings.Builder, n int) {
	b.WriteString(" [")
	b.WriteString(strconv.Itoa(n))
	b.WriteByte(']')
}

// differ says that the quotes differ, with the days of their articles.
func differ(a *Answer) string {
	sides := make([]string, len(a.Disagreement.Sides))
	for i, s := range a.Disagreement.Sides {
		sides[i] = strings.TrimSpace(fmt.Sprintf("[%d] %s", s.Quote, s.Date))
	}
	if a.Language == "en" {
		return "The quotes say different things: " + strings.Join(sides, ", ")
	}
	return "Alıntılar farklı söylüyor: " + strings.Join(sides, ", ")
}

func refusal(a *Answer, c *corpus.Collection) string {
	tr := a.Language != "en"
	switch a.Reason {
	case ReasonGreeting:
		return welcome(tr, thanks(folded(a.Question))) + titles(c)
	case ReasonContradicted:
		if tr {
			return "Makaleler bundan söz ediyor, ama soruda söylendiği gibi değil."
		}
		return "The articles speak of this, but not as the question has it."
	}
	if tr {
		return "Makalelerde bu sorunun yanıtı yok."
	}
	return "The articles do not answer this question."
}

// welcome is what a greeting is answered with, before the articles' titles.
func welcome(tr, thanked bool) string {
	switch {
	case tr && thanked:
		return "Rica ederim! Şu makaleler hakkında sorabilirsiniz: "
	case tr:
		return "Merhaba! Şu makaleler hakkında sorabilirsiniz: "
	case thanked:
		return "You're welcome! You can ask about these articles: "
	}
	return "Hello! You can ask about these articles: "
}

// titlesShown is how many titles a greeting names.
const titlesShown = 5

func titles(c *corpus.Collection) string {
	var names []string
	for _, d := range c.Documents[:min(len(c.Documents), titlesShown)] {
		names = append(names, d.Title)
	}
	s := strings.Join(names, "; ")
	if len(c.Documents) > titlesShown {
		s += "; …"
	}
	return s
}
