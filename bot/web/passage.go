package web

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// digestLength is how much of an article's digest a link carries, in hex
// digits: enough to tell whether the article is still the one linked to.
const digestLength = 12

// A passage is a stretch of an article that a link names: ID/START-END.
type passage struct {
	article string
	span    corpus.Span
}

func (p passage) String() string { return fmt.Sprintf("%s/%d-%d", p.article, p.span.Start, p.span.End) }

func (p passage) path() string {
	return fmt.Sprintf("/a/%s/%d-%d", url.PathEscape(p.article), p.span.Start, p.span.End)
}

// parsePassage reads "ID/START-END".
func parsePassage(s string) (passage, bool) {
	id, offsets, ok := strings.Cut(s, "/")
	span, isSpan := parseSpan(offsets)
	return passage{id, span}, ok && isSpan
}

// parseSpan reads "START-END".
func parseSpan(s string) (corpus.Span, bool) {
	from, to, ok := strings.Cut(s, "-")
	start, err1 := strconv.ParseUint(from, 10, 31)
	end, err2 := strconv.ParseUint(to, 10, 31)
	return corpus.Span{Start: int(start), End: int(end)}, ok && err1 == nil && err2 == nil && start < end
}

// holds reports whether the span can be lit up in the document: inside it, and
// not cutting a code point.
func holds(d *corpus.Document, s corpus.Span) bool {
	return s.End <= len(d.Text) && utf8.RuneStart(d.Text[s.Start]) && (s.End == len(d.Text) || utf8.RuneStart(d.Text[s.End]))
}

// fragmentWords is how many words a text fragment names from each end of a quote.
const fragmentWords = 6

// QuotePath is the permanent link to a quote in its article, below the page's
// own address: path, query and fragment.
func QuotePath(q bot.Quote) string {
	p := passage{q.Source.ID, corpus.Span{Start: q.Start, End: q.End}}
	return p.path() + "?v=" + url.QueryEscape(q.Source.SHA256[:min(len(q.Source.SHA256), digestLength)]) + "#passage"
}

// textFragment is the directive that makes a browser find the quote by its
// words: ":~:text=first words,last words" (WICG Scroll To Text Fragment).
func textFragment(q bot.Quote) string {
	words := strings.Fields(q.Text)
	if len(words) <= 2*fragmentWords {
		return ":~:text=" + fragmentEscape(strings.Join(words, " "))
	}
	first := strings.Join(words[:fragmentWords], " ")
	last := strings.Join(words[len(words)-fragmentWords:], " ")
	return ":~:text=" + fragmentEscape(first) + "," + fragmentEscape(last)
}

// fragmentEscape also escapes the "-" that would mark a prefix or a suffix.
func fragmentEscape(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(url.QueryEscape(s), "+", "%20"), "-", "%2D")
}

// articlePath is the address of the article that the passage is of.
func (p passage) articlePath() string { return "/a/" + url.PathEscape(p.article) }
