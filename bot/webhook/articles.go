package webhook

import (
	"net/http"
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// articleJSON is an article in the list of GET /v1/articles.
type articleJSON struct {
	ID         string `json:"id"`
	File       string `json:"file"`
	Title      string `json:"title"`
	Date       string `json:"date,omitempty"`
	Language   string `json:"language,omitempty"`
	SHA256     string `json:"sha256"`
	Bytes      int    `json:"bytes"`
	Paragraphs int    `json:"paragraph_count"`
	Sentences  int    `json:"sentence_count"`
}

// articleTextJSON is one article whole: its text, untouched, and the spans of
// its parts.
type articleTextJSON struct {
	articleJSON
	Text  string          `json:"text"`
	Parts []paragraphJSON `json:"paragraphs"`
}

// spanJSON is a stretch of the text in bytes and in code points, ends
// exclusive.
type spanJSON struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	StartRune int `json:"start_rune"`
	EndRune   int `json:"end_rune"`
}

type paragraphJSON struct {
	ID string `json:"id"`
	N  int    `json:"n"`
	spanJSON
	Heading   *sentenceJSON  `json:"heading,omitempty"` // the one above it
	Sentences []sentenceJSON `json:"sentences"`
}

type sentenceJSON struct {
	ID string `json:"id"`
	spanJSON
}

// articles answers GET /v1/articles.
func (s *Service) articles(w *response, r *http.Request) error {
	documents := s.collection().Documents
	list := make([]articleJSON, len(documents))
	for i, d := range documents {
		list[i] = summary(d)
	}
	return w.writeTagged(r, map[string]any{"articles": list})
}

// article answers GET /v1/articles/{id}.
func (s *Service) article(w *response, r *http.Request) error {
	id := r.PathValue("id")
	for _, d := range s.collection().Documents {
		if d.ID == id {
			return w.writeTagged(r, whole(d))
		}
	}
	return unknownArticle.about("id")
}

func summary(d *corpus.Document) articleJSON {
	return articleJSON{
		ID: d.ID, File: d.File, Title: d.Title, Date: d.Date, Language: d.Language, SHA256: d.SHA256,
		Bytes: len(d.Text), Paragraphs: len(d.Paragraphs), Sentences: len(d.Sentences),
	}
}

func whole(d *corpus.Document) articleTextJSON {
	runes := runeOffsets(d.Text)
	span := func(s corpus.Span) spanJSON { return spanJSON{s.Start, s.End, runes[s.Start], runes[s.End]} }
	a := articleTextJSON{articleJSON: summary(d), Text: d.Text, Parts: make([]paragraphJSON, len(d.Paragraphs))}
	for i, p := range d.Paragraphs {
		j := paragraphJSON{ID: p.ID, N: p.N, spanJSON: span(p.Span)}
		if p.Heading >= 0 {
			h := d.Sentences[p.Heading]
			j.Heading = &sentenceJSON{h.ID, span(h.Span)}
		}
		for _, t := range d.Sentences[p.First:p.End] {
			j.Sentences = append(j.Sentences, sentenceJSON{t.ID, span(t.Span)})
		}
		a.Parts[i] = j
	}
	return a
}

// runeOffsets maps each byte offset of s, its end included, to the number of
// code points before it.
func runeOffsets(s string) []int {
	offsets := make([]int, len(s)+1)
	n := 0
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		for j := range size {
			offsets[i+j] = n
		}
		i += size
		n++
	}
	offsets[len(s)] = n
	return offsets
}
