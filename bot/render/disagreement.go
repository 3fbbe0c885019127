package render

import (
	"fmt"
	"strings"

	"alinti/bot"
)

// Disagreement says on one line what the quotes of an answer say differently,
// each with the day of its article: "Makaleler farklı söylüyor: [1] en az 13 bin
// asker (19 Eylül 2025 tarihli makale); [2] …". It is empty when they do not
// differ, and never holds a quotation mark.
func Disagreement(a bot.Answer) string {
	if a.Disagreement == nil {
		return ""
	}
	w := In(a.Language)
	sides := make([]string, len(a.Disagreement.Sides))
	for i, s := range a.Disagreement.Sides {
		sides[i] = fmt.Sprintf("[%d] %s", s.Quote, w.said(a.Disagreement.About, s))
		if s.Date != "" {
			sides[i] += " (" + fmt.Sprintf(w.ArticleOf, w.Date(s.Date)) + ")"
		}
	}
	return differLabel(a) + " " + strings.Join(sides, "; ")
}

// Side is what the n-th quote of an answer says where the quotes differ, in a
// few words; empty when it is not one of the sides.
func Side(a bot.Answer, n int) string {
	if a.Disagreement == nil {
		return ""
	}
	for _, s := range a.Disagreement.Sides {
		if s.Quote == n {
			return In(a.Language).said(a.Disagreement.About, s)
		}
	}
	return ""
}

// differLabel says whether several articles differ, or one with itself.
func differLabel(a bot.Answer) string {
	w := In(a.Language)
	for _, s := range a.Disagreement.Sides {
		if sourceID(a, s.Quote) != sourceID(a, a.Disagreement.Sides[0].Quote) {
			return w.Differ
		}
	}
	return w.DifferHere
}

// said is what a side says in a few words: the article's own for a number or a
// date, with what the date means.
func (w *Words) said(about string, s bot.Side) string {
	switch about {
	case bot.AboutClaim:
		if said, ok := w.claims[s.Value]; ok {
			return said
		}
		return s.Value
	case bot.AboutDate:
		if !namesItsYears(bot.Date{Text: s.Text, Resolved: s.Value}) {
			return unquoted(s.Text) + " = " + w.Date(s.Value)
		}
	}
	return unquoted(s.Text)
}

// sourceID is the id of the article of the n-th quote.
func sourceID(a bot.Answer, n int) string {
	for _, q := range a.Quotes {
		if q.N == n {
			return q.Source.ID
		}
	}
	return ""
}
