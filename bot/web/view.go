package web

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/text/language"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
)

// A view is what a page shows.
type view struct {
	Language string
	Chosen   string // the language, if the address names it
	Words    *words
	Style    string
	Script   string
	Icon     string
	Title    string
	Here     string // "ask" or "articles", for the navigation
	Other    string // this page in the other language
	Question string
	After    []string // the questions before it in its conversation, oldest first
	Problem  string   // what went wrong, in a sentence
	Notice   string   // what else the reader should know
	Examples []example
	Answer   *answerView
	Article  *articleView
	Articles []articleRow
}

type example struct{ Text, URL string }

// An answerView is an answer with its links.
type answerView struct {
	Words      *words
	Labels     *render.Words
	Answered   bool
	Refusal    string
	Resolved   string // the follow-up as it was understood
	Next       nextView
	Quotes     []quoteView
	Differ     string // what the quotes say differently, if they do
	Sides      bool   // the quotes come from more than one article
	Statements []statementView
	Closest    []quoteView
	Warnings   []string
	ID         string
	Permanent  string
	Changed    bool // the link was made to an answer with another id
	Took       string
}

type statementView struct {
	Text   string
	Quotes []int
}

// A quoteView is a quote as it is read, opened, linked to and copied.
type quoteView struct {
	Words     *words
	N         int // 0: not an answer, so no number
	Anchor    string
	Segments  []render.Segment
	Language  string // of the article
	Open      string // this page with the article beside it
	IsOpen    bool
	Side      string // what it says, where quotes differ
	Citation  string
	Heading   string
	Notes     []string
	Also      []link
	Chance    string // the probability that it answers
	Permanent string // the passage in its article
	Fragment  string // the same with a text fragment
	Plain     string // for copying
	Markdown  string
}

type link struct{ Text, URL string }

var offered = language.NewMatcher([]language.Tag{language.Turkish, language.English})

// view begins the view of a request: its language is the address's lang, else
// what Accept-Language prefers, else Turkish.
func (s *site) view(r *http.Request) *view {
	v := &view{Style: s.assets.url("style.css"), Script: s.assets.url("page.js"), Icon: s.assets.url("icon.svg")}
	switch chosen := r.URL.Query().Get("lang"); chosen {
	case "tr", "en":
		v.Language, v.Chosen = chosen, chosen
	default:
		v.Language = "tr"
		tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
		if _, i, confidence := offered.Match(tags...); err == nil && confidence > language.Low && i == 1 {
			v.Language = "en"
		}
	}
	v.After = latest(r.URL.Query()["after"])
	v.speak(r, v.Language)
	return v
}

// speak puts the view into a language.
func (v *view) speak(r *http.Request, language string) {
	v.Words = wordsIn(language)
	v.Language = v.Words.Code
	query := r.URL.Query()
	query.Set("lang", v.Words.OtherCode)
	v.Other = (&url.URL{Path: r.URL.Path, RawQuery: query.Encode()}).RequestURI()
}

// link builds an address of this site that keeps a chosen language.
func (v *view) link(path string, query ...string) string {
	return v.address(path, url.Values{}, query...)
}

func (v *view) address(path string, values url.Values, query ...string) string {
	for i := 0; i+1 < len(query); i += 2 {
		values.Set(query[i], query[i+1])
	}
	if v.Chosen != "" {
		values.Set("lang", v.Chosen)
	}
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

// Home and List are where the navigation leads.
func (v *view) Home() string { return v.link("/") }

// List is the address of the list of articles.
func (v *view) List() string { return v.link("/a/") }

// Reference is the address of the page about the HTTP API.
func (v *view) Reference() string { return v.link("/docs") }

// answer is the view of an answer; open is the passage that stands beside it.
func (v *view) answer(a bot.Answer, linked, open string, c *corpus.Collection) *answerView {
	out := &answerView{
		Words: v.Words, Labels: render.In(a.Language), Answered: a.Answered, ID: a.ID,
		Permanent: v.asking("q", a.Question, "id", a.ID),
		Resolved:  render.Visible(a.Resolved),
		Next:      v.next(a),
		Changed:   linked != "" && linked != a.ID,
		Took:      fmt.Sprintf(v.Words.Took, a.TookUS),
	}
	for _, s := range a.Statements {
		out.Statements = append(out.Statements, statementView{render.StatementText(s), s.Quotes})
	}
	for _, code := range a.Warnings {
		out.Warnings = append(out.Warnings, out.Labels.Warning(code))
	}
	if !a.Answered {
		out.Refusal = render.Visible(a.Text)
		for i, q := range a.Closest {
			view := v.quote(q, a, open, c)
			view.N, view.Anchor = 0, fmt.Sprintf("near-%d", i+1)
			out.Closest = append(out.Closest, view)
		}
		return out
	}
	out.Differ = render.Disagreement(a)
	for _, q := range a.Quotes {
		out.Quotes = append(out.Quotes, v.quote(q, a, open, c))
		out.Sides = out.Sides || q.Source.ID != a.Quotes[0].Source.ID
	}
	return out
}

// early is the view of an answer that another may replace. Both are on one
// page, so its anchors have names of their own.
func (v *view) early(a bot.Answer, c *corpus.Collection) *answerView {
	out := v.answer(a, "", "", c)
	for i := range out.Quotes {
		out.Quotes[i].Anchor = "early-" + out.Quotes[i].Anchor
	}
	for i := range out.Closest {
		out.Closest[i].Anchor = "early-" + out.Closest[i].Anchor
	}
	return out
}

func (v *view) quote(q bot.Quote, a bot.Answer, open string, c *corpus.Collection) quoteView {
	p := passage{q.Source.ID, corpus.Span{Start: q.Start, End: q.End}}
	permanent := v.link(p.path(), "v", q.Source.SHA256[:min(len(q.Source.SHA256), digestLength)])
	out := quoteView{
		Words: v.Words, N: q.N, Anchor: fmt.Sprintf("quote-%d", q.N),
		Segments: visible(render.Segments(q)),
		Open:     v.asking("q", a.Question, "open", p.String()) + "#passage",
		IsOpen:   open == p.String(), Side: render.Visible(render.Side(a, q.N)),
		Citation: render.Citation(q, v.Language), Heading: render.Visible(q.Heading),
		Notes:     render.DateNotes(q, v.Language),
		Chance:    fmt.Sprintf(v.Words.Probability, int(math.Round(100*min(1, max(0, q.Score))))),
		Permanent: permanent + "#passage", Fragment: permanent + "#passage" + textFragment(q),
		Plain: render.QuoteText(q, v.Language), Markdown: render.QuoteMarkdown(q, v.Language),
	}
	if d := c.Document(q.Source.ID); d != nil {
		out.Language = d.Language
	}
	for _, other := range q.Also {
		at := passage{other.Source.ID, corpus.Span{Start: other.Start, End: other.End}}
		out.Also = append(out.Also, link{render.PlaceCitation(other, v.Language), v.asking("q", a.Question, "open", at.String()) + "#passage"})
	}
	return out
}

// visible shows what a reader could not see in segments.
func visible(in []render.Segment) []render.Segment {
	for i := range in {
		in[i].Text = readable(in[i].Text)
	}
	return in
}

// readable is Visible but for tabs and line breaks, which a page shows as the
// space that they are.
func readable(s string) string {
	return render.Visible(strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s))
}
