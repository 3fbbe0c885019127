// Package corpus turns files into documents, paragraphs and sentences, each
// with a stable id and a byte span into the untouched file.
//
// Nothing in here changes a byte: a [Document] keeps its text exactly as it
// was read, byte-order mark and line ends included, and everything else is a
// [Span] of it. A quote is later made by slicing that text, never by copying
// words around. What the words mean is left to the packages above: this one
// knows only where things begin and end.
//
// The way of a file: [Load] or [LoadDir] reads it and refuses what is not
// UTF-8 text; [New] finds its lines and blocks, tells headings from
// paragraphs, cuts paragraphs into sentences and numbers everything;
// [NewCollection] puts documents together. [Paragraphs] builds a document of
// paragraphs that are given already.
package corpus

// A Span is a range of bytes of a document's text, End exclusive.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// A Source says where a document comes from. It is what a citation shows.
type Source struct {
	ID       string // stable, unique in the collection, fit for a URL path segment
	File     string // base name of the file
	Title    string // a short descriptive title; made of the file's name when nothing better is known
	Date     string // ISO 8601 date of publication (2025-09-19, or 2025-09 when only the month is known), or empty
	Language string // BCP 47 primary tag: "tr", "en"
	SHA256   string // hex digest of the file's bytes
}

// A Document is one file, read and cut.
type Document struct {
	Source
	Text       string      // the file's bytes, untouched
	Paragraphs []Paragraph // in file order
	Sentences  []Sentence  // every quotable unit in file order: sentences and headings

	runes runeIndex // code points before every few bytes of Text; see RuneOffset
}

// A Paragraph is a block of the file which is not a heading.
type Paragraph struct {
	N       int    // counts from 1 within the document
	ID      string // document id, "/", N: "article-1/4"
	Span    Span   // the block without surrounding white space
	Heading int    // index into Document.Sentences of the heading above it, or -1
	First   int    // index into Document.Sentences of its first sentence
	End     int    // one past the index of its last sentence; First when nothing in it can be quoted
}

// A Sentence is a quotable unit: one sentence or one heading. Its span never
// holds a line break and neither starts nor ends with white space.
type Sentence struct {
	ID        string // document id, "/", paragraph, ".", position: "article-1/4.2"; a heading is "article-1/4.h", a second one over the same paragraph "article-1/4.h2"
	Span      Span
	Paragraph int  // the paragraph it belongs to, or that follows it if it is a heading; counts from 1
	Heading   bool // it is a heading, not running text
	Leads     bool // it only leads to what stands below: a question, "Gerekli belgeler:", the names of a table's columns
}

// Slice is the text between the span's ends. It panics when the span is not
// one of this document's, as slicing does.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }
