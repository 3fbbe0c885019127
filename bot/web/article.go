package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
)

// An articleView is an article to be read, a passage of it lit up.
type articleView struct {
	Words    *words
	Title    string
	URL      string
	File     string
	Date     string // in words
	ISODate  string
	SHA256   string
	Language string
	Blocks   []block
	Close    string // the answer without the article beside it; empty when the article is the page
}

// A block is a heading or a paragraph.
type block struct {
	Heading  bool
	N        int // of the paragraph
	Segments []segment
}

// A segment is a stretch of a block: Lit inside the passage, Strong where the
// passage answers.
type segment struct {
	Text        string
	Lit, Strong bool
	First       bool // the passage begins here
}

type articleRow struct{ URL, Title, Date, ISODate, File, Begins string }

// articles answers GET /a/.
func (s *site) articles(w http.ResponseWriter, r *http.Request) {
	v := s.view(r)
	v.Here, v.Title = "articles", v.Words.Articles+" – "+v.Words.Name
	for _, d := range s.options.Collection().Documents {
		row := articleRow{
			URL: v.link(articlePath(d)), Title: title(d), Date: render.In(v.Language).Date(d.Date),
			ISODate: fullDate(d.Date), File: render.Visible(d.File),
		}
		if len(d.Paragraphs) > 0 {
			row.Begins = beginning(readable(d.Slice(d.Sentences[d.Paragraphs[0].First].Span)))
		}
		v.Articles = append(v.Articles, row)
	}
	s.page(w, r, http.StatusOK, "articles", v)
}

// article answers GET /a/ID and GET /a/ID/START-END.
func (s *site) article(w http.ResponseWriter, r *http.Request) {
	d := s.options.Collection().Document(r.PathValue("id"))
	if d == nil {
		s.notFound(w, r)
		return
	}
	v := s.view(r)
	v.Here, v.Title = "articles", title(d)+" – "+v.Words.Name
	status := http.StatusOK
	var lit corpus.Span
	if named := r.PathValue("passage"); named != "" {
		span, ok := parseSpan(named)
		linked := r.URL.Query().Get("v")
		switch {
		case linked != "" && !strings.HasPrefix(d.SHA256, linked):
			v.Notice = v.Words.ArticleChanged
		case !ok || !holds(d, span):
			v.Notice, status = v.Words.NoPassage, http.StatusNotFound
		default:
			lit = span
		}
	}
	v.Article = v.article(d, lit, nil)
	s.page(w, r, status, "article", v)
}

// beside is the article that ?open= puts beside an answer, or nil.
func (s *site) beside(v *view, a bot.Answer, open string) *articleView {
	p, ok := parsePassage(open)
	if !ok {
		return nil
	}
	d := s.options.Collection().Document(p.article)
	if d == nil || !holds(d, p.span) {
		return nil
	}
	out := v.article(d, p.span, highlights(a, p))
	out.Close = v.asking("q", a.Question)
	return out
}

// highlights are what answers in the passage, if it is a quote of the answer.
func highlights(a bot.Answer, p passage) []bot.Range {
	for _, q := range slices.Concat(a.Quotes, a.Closest) {
		if q.Source.ID == p.article && q.Start == p.span.Start && q.End == p.span.End {
			return q.Highlights
		}
	}
	return nil
}

func (v *view) article(d *corpus.Document, lit corpus.Span, strong []bot.Range) *articleView {
	out := &articleView{
		Words: v.Words, Title: title(d), URL: v.link(articlePath(d)), File: render.Visible(d.File),
		Date: render.In(v.Language).Date(d.Date), ISODate: fullDate(d.Date), SHA256: d.SHA256, Language: d.Language,
	}
	quote := bot.Quote{Start: lit.Start, End: lit.End, Highlights: strong}
	if lit.Len() > 0 {
		quote.Text = d.Slice(lit)
	}
	for _, u := range units(d) {
		u.block.Segments = cut(d, u.span, quote)
		out.Blocks = append(out.Blocks, u.block)
	}
	return out
}

// A unit is a block with its place.
type unit struct {
	block
	span corpus.Span
}

// units are the headings and paragraphs in the order of the file.
func units(d *corpus.Document) []unit {
	var out []unit
	for _, p := range d.Paragraphs {
		out = append(out, unit{block{N: p.N}, p.Span})
	}
	for _, s := range d.Sentences {
		if s.Heading {
			out = append(out, unit{block{Heading: true}, s.Span})
		}
	}
	slices.SortFunc(out, func(a, b unit) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return out
}

// cut is the text of a block, cut where the passage begins and ends.
func cut(d *corpus.Document, b corpus.Span, passage bot.Quote) []segment {
	from, to := max(b.Start, passage.Start), min(b.End, passage.End)
	if from >= to {
		return []segment{{Text: readable(d.Slice(b))}}
	}
	part := bot.Quote{Text: d.Text[from:to], Start: from, Highlights: passage.Highlights}
	out := []segment{{Text: readable(d.Text[b.Start:from])}}
	for i, s := range render.Segments(part) {
		out = append(out, segment{Text: readable(s.Text), Lit: true, Strong: s.Marked, First: i == 0 && from == passage.Start})
	}
	out = append(out, segment{Text: readable(d.Text[to:b.End])})
	return slices.DeleteFunc(out, func(s segment) bool { return s.Text == "" })
}

func articlePath(d *corpus.Document) string { return passage{article: d.ID}.articlePath() }

func title(d *corpus.Document) string {
	return render.Visible(render.Title(bot.QuoteSource{Title: d.Title, File: d.File}))
}

// beginning is the first words of an article, for the list.
func beginning(s string) string {
	const words = 24
	f := strings.Fields(s)
	if len(f) <= words {
		return s
	}
	return strings.Join(f[:words], " ") + " …"
}

// fullDate is the date if it can stand in a time element's datetime.
func fullDate(iso string) string {
	if strings.Contains(iso, "/") {
		return ""
	}
	return iso
}
