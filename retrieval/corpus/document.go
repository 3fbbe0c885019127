package corpus

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// New cuts a text into paragraphs and sentences. What src leaves out (id,
// title, date, language) is guessed from its file name and the text; the
// digest is always computed. A text that is not UTF-8, holds a NUL or nothing
// to quote is refused with a [FileError].
func New(src Source, text string) (*Document, error) {
	d, err := begin(src, text)
	if err != nil {
		return nil, err
	}
	title, date, body := frontMatter(text)
	blocks, stamps, named := blocksOf(text, body, strings.HasSuffix(strings.ToLower(d.File), ".md"), d.Language == "en")
	headings := d.headings(blocks)
	d.guess(cmp.Or(title, named, d.headingTitle(blocks, headings)), cmp.Or(date, dateOf(stamps)))
	heading, outer := -1, -1
	list := false   // heading is that of a list, table or answer only, and outer the one around it
	var above []int // headings since the last paragraph
	for i, b := range blocks {
		if list && (headings[i] || !b.item) {
			heading, list = outer, false
		}
		if headings[i] {
			local := i+1 < len(blocks) && listLead(text, b, blocks[i+1])
			if local {
				outer, list = heading, true
			}
			heading = len(d.Sentences)
			above = append(above, heading)
			span := unmark(text, b.span())
			d.Sentences = append(d.Sentences, Sentence{Span: span, Heading: true, Leads: local || strings.HasSuffix(d.Slice(span), "?")})
			continue
		}
		d.addParagraph(b, heading, above)
		above = above[:0]
	}
	if len(d.Sentences) == 0 {
		return nil, &FileError{File: d.File, Err: ErrEmpty, Cure: "write something in it, or take it out of the folder"}
	}
	return d, nil
}

// Paragraphs builds one document of paragraphs that are given already, each
// exactly one [Paragraph] even when it holds a line break or looks like a
// heading. Its text is the paragraphs with an empty line between them.
func Paragraphs(src Source, paragraphs []string) (*Document, error) {
	text := strings.Join(paragraphs, "\n\n")
	d, err := begin(src, text)
	if err != nil {
		return nil, err
	}
	d.guess("", "")
	at := 0
	for _, p := range paragraphs {
		b := block{}
		for _, l := range lines(p) {
			b.lines = append(b.lines, trim(text, Span{at + l.Start, at + l.End}))
		}
		d.addParagraph(b, -1, nil)
		at += len(p) + len("\n\n")
	}
	if len(d.Sentences) == 0 {
		return nil, &FileError{File: d.File, Err: ErrEmpty, Cure: "give it a paragraph with words"}
	}
	return d, nil
}

// begin checks text and source and makes a document that is not cut yet.
func begin(src Source, text string) (*Document, error) {
	if err := checkText(src.File, text); err != nil {
		return nil, err
	}
	if err := src.complete(text); err != nil {
		return nil, &FileError{File: src.File, Err: err}
	}
	if src.Language == "" {
		src.Language = guessLanguage(text)
	}
	return &Document{Source: src, Text: text, runes: newRuneIndex(text)}, nil
}

// addParagraph appends the block as a paragraph, cuts it into sentences, and
// numbers them and the headings right above it.
func (d *Document) addParagraph(b block, heading int, above []int) {
	n := len(d.Paragraphs) + 1
	id := d.ID + "/" + strconv.Itoa(n)
	for i, h := range above {
		d.Sentences[h].Paragraph = n
		d.Sentences[h].ID = id + ".h"
		if i > 0 {
			d.Sentences[h].ID += strconv.Itoa(i + 1)
		}
	}
	p := Paragraph{N: n, ID: id, Span: b.span(), Heading: heading, First: len(d.Sentences)}
	units := d.cut(b)
	if heading >= 0 && d.Sentences[heading].Leads {
		units = joinAnswer(d.Text, units)
	}
	for _, s := range units {
		d.Sentences = append(d.Sentences, Sentence{
			ID:        fmt.Sprintf("%s.%d", id, len(d.Sentences)-p.First+1),
			Span:      s,
			Paragraph: n,
		})
	}
	p.End = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, p)
}

// cut is the quotable units of a block. A line that ends in the middle of a
// sentence ends the unit too, since a quote holds no line break: in a file
// with hard-wrapped lines a long sentence is quoted in pieces, one a line.
func (d *Document) cut(b block) []Span {
	var out []Span
	for _, l := range b.lines {
		switch {
		case b.mark == markCode:
			out = append(out, l)
			continue
		case wholeLine(d.Text, l, b.mark):
			out = append(out, trim(d.Text, l))
			continue
		}
		out = splitLine(out, d.Text, l, d.Language == "en")
	}
	kept := out[:0]
	for _, s := range out {
		if s = unmark(d.Text, s); readable(d.Slice(s)) {
			kept = append(kept, s)
		}
	}
	return kept
}
