package bot

import (
	"cmp"
	"index/suffixarray"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// A finder finds every place where words stand in a collection, in a time
// that does not depend on how large it is: it keeps a suffix array of the
// texts, with white space made single so that a quote may be wrapped
// differently. What ends a paragraph or heading stays a line feed there, which
// no quote holds, so a quote never runs from one block into another.
type finder struct {
	docs   []*corpus.Document
	begins []int   // where each document begins in text
	text   string  // all documents, each with a NUL after it
	at     []int32 // for each byte of text, its offset in its document
	index  *suffixarray.Index
	units  map[string]bool // every sentence and heading, white space single
}

func newFinder(c *corpus.Collection) *finder {
	f := &finder{docs: c.Documents, units: map[string]bool{}}
	var text []byte
	for _, d := range c.Documents {
		f.begins = append(f.begins, len(text))
		text = f.add(text, d)
		text, f.at = append(text, 0), append(f.at, int32(len(d.Text)))
		for _, s := range d.Sentences {
			f.units[readPlain(d.Slice(s.Span)).String()] = true
		}
	}
	f.text = string(text)
	f.index = suffixarray.New(text)
	return f
}

// add appends a document with its white space made single.
func (f *finder) add(text []byte, d *corpus.Document) []byte {
	p := 0 // the paragraph that ends next
	for i := 0; i < len(d.Text); {
		r, n := utf8.DecodeRuneInString(d.Text[i:])
		if !isWhite(r) {
			for k := range n {
				f.at = append(f.at, int32(i+k))
			}
			text = append(text, d.Text[i:i+n]...)
			i += n
			continue
		}
		end, broken := white(d.Text, i)
		for p < len(d.Paragraphs) && d.Paragraphs[p].Span.End <= i {
			p++
		}
		mark := byte(' ')
		if inside := p < len(d.Paragraphs) && d.Paragraphs[p].Span.Start <= i; broken && !inside {
			mark = '\n'
		}
		text, f.at = append(text, mark), append(f.at, int32(i))
		i = end
	}
	return text
}

// white is where the white space at i ends, and whether a line ends in it.
func white(s string, i int) (end int, broken bool) {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWhite(r) {
			break
		}
		broken = broken || r != ' ' && strings.ContainsRune("\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029", r)
		i += n
	}
	return i, broken
}

func isWhite(r rune) bool { return r == ' ' || unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// has reports whether s, a part of a [reading], is a part of a text, be it cut
// in the middle of a word. Nothing is a part of everything.
func (f *finder) has(s []byte) bool { return len(s) == 0 || len(f.index.Lookup(s, 1)) > 0 }

// places are where s, a part of a reading, stands with whole words at its
// ends, in the order of the collection, at most maxPlaces.
func (f *finder) places(s []byte) []Place {
	const enough = 16 * maxPlaces
	if len(s) == 0 {
		return nil
	}
	hits := f.index.Lookup(s, enough)
	all := len(hits) < enough
	found := slices.DeleteFunc(hits, func(i int) bool { return !f.wholeWords(i, i+len(s)) })
	if len(found) == 0 && !all {
		found = slices.DeleteFunc(f.index.Lookup(s, -1), func(i int) bool { return !f.wholeWords(i, i+len(s)) })
	}
	slices.Sort(found)
	var out []Place
	for _, i := range found[:min(len(found), maxPlaces)] {
		out = append(out, f.place(i, i+len(s)))
	}
	return out
}

// wholeWords reports whether neither end of the range cuts a word.
func (f *finder) wholeWords(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:start])
	first, _ := utf8.DecodeRuneInString(f.text[start:])
	last, _ := utf8.DecodeLastRuneInString(f.text[:end])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	return !(isLetterOrDigit(before) && isLetterOrDigit(first)) && !(isLetterOrDigit(last) && isLetterOrDigit(after)) && !unicode.Is(unicode.M, after)
}

func isLetterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// place is where a range of the text lies in its document.
func (f *finder) place(start, end int) Place {
	n := sort.SearchInts(f.begins, start+1) - 1
	d := f.docs[n]
	a := int(f.at[start])
	b := int(f.at[end-1]) + 1
	return Place{Source: claimSource(d), Paragraph: paragraphAt(d, a), Start: a, End: b}
}

// paragraphAt is the number of the paragraph that holds the offset, or that
// follows it, as it does after a heading.
func paragraphAt(d *corpus.Document, offset int) int {
	i, _ := slices.BinarySearchFunc(d.Paragraphs, offset, func(p corpus.Paragraph, offset int) int {
		return cmp.Compare(p.Span.End, offset+1)
	})
	return min(i+1, len(d.Paragraphs))
}

func claimSource(d *corpus.Document) QuoteSource {
	return QuoteSource{ID: d.ID, File: d.File, Title: d.Title, Date: d.Date, SHA256: d.SHA256}
}
