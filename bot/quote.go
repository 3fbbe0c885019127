package bot

import (
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// contextRunes is how many code points of the file a quote carries before and
// after itself, as a Web Annotation TextQuoteSelector does, to find the place
// again in a file that has changed.
const contextRunes = 32

// newQuote cuts a sentence out of its document. It is the only maker of
// quotes: the text is a slice of the file and nothing else. It allocates nothing.
func newQuote(doc *corpus.Document, s *corpus.Sentence) Quote {
	q := Quote{
		Text:      doc.Slice(s.Span),
		Source:    sourceOf(doc),
		Paragraph: s.Paragraph,
		Start:     s.Span.Start,
		End:       s.Span.End,
		StartRune: doc.RuneOffset(s.Span.Start),
		EndRune:   doc.RuneOffset(s.Span.End),
		Prefix:    lastRunes(doc.Text[:s.Span.Start], contextRunes),
		Suffix:    firstRunes(doc.Text[s.Span.End:], contextRunes),
	}
	if h := doc.Paragraphs[s.Paragraph-1].Heading; h >= 0 && !s.Heading {
		q.Heading = doc.Slice(doc.Sentences[h].Span)
	}
	return q
}

// sourceOf names a document in a citation.
func sourceOf(doc *corpus.Document) QuoteSource {
	return QuoteSource{ID: doc.ID, File: doc.File, Title: doc.Title, Date: doc.Date, SHA256: doc.SHA256}
}

// lastRunes is the end of s, which is valid UTF-8, at most n code points.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		for i--; i > 0 && !utf8.RuneStart(s[i]); i-- {
		}
	}
	return s[i:]
}

// firstRunes is the beginning of s, at most n code points.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
