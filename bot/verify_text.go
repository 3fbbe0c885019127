package bot

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
)

// minQuoteWords is how many words between quotation marks make a quote: fewer
// are a name or irony. A whole sentence or heading of an article always is one.
const minQuoteWords = 3

// Text finds the quotes of a text, plain or Markdown, and says for each
// whether it stands word for word in the articles; white space may differ. A
// quote is what stands in «…», “…”, „…“ or "…", the outer marks where they are
// nested, or the lines of a block that begin with ">", each or some in a row.
// Marks do not reach across an empty line, and a mark without a partner is
// none.
func (v *Verifier) Text(text string) (Verification, error) {
	if len(text) > MaxVerifyText {
		return Verification{}, tooMuch("bytes", len(text), MaxVerifyText)
	}
	t := textVerifier{Verifier: v, text: text}
	for _, c := range textChunks(text) {
		if c.block {
			t.block(c)
		} else {
			t.inline(c)
		}
		if t.full() {
			return Verification{}, tooMuch("quotes or more", len(t.verdicts), MaxVerdicts)
		}
	}
	return Verification{t.verdicts}, nil
}

// A textVerifier goes through one text.
type textVerifier struct {
	*Verifier
	text     string
	verdicts []Verdict
	looked   int
	line     int // of lineAt
	lineAt   int
}

// full reports whether there are more quotes than are looked at.
func (t *textVerifier) full() bool { return len(t.verdicts) > MaxVerdicts }

// add judges a quote that begins at byte at of the text.
func (t *textVerifier) add(quote []byte, at int) bool {
	t.line += strings.Count(t.text[t.lineAt:at], "\n")
	t.lineAt = at
	d := t.verdict(len(t.verdicts)+1, string(quote), "line "+strconv.Itoa(t.line+1), &t.looked)
	t.verdicts = append(t.verdicts, d)
	return d.OK
}

// inline judges what stands between quotation marks.
func (t *textVerifier) inline(c textChunk) {
	marks := quotationMarks(t.text[c.start:c.end])
	if len(marks.list) == 0 {
		return
	}
	readings := t.readings(c, false)
	for i := 0; i < len(marks.list) && !t.full(); {
		m := marks.list[i]
		if m.opens == 0 {
			i++
			continue
		}
		if end, quote := t.stands(readings, marks, i); end >= 0 {
			t.add(quote, c.start+m.at)
			i = marks.after(end)
			continue
		}
		if m.partner < 0 {
			i++
			continue
		}
		quote := readings[0].between(m.at+m.size, marks.list[m.partner].at)
		if wordsUpTo(quote, minQuoteWords) == minQuoteWords && readableQuote(quote) {
			t.add(quote, c.start+m.at)
		}
		i = m.partner + 1
	}
}

// stands is the end of the longest quote that begins at mark i and stands word
// for word, and what it says. It reaches at least to the mark's partner, so
// that nothing within a claimed quote is left unread.
func (t *textVerifier) stands(readings []reading, marks markList, i int) (end int, quote []byte) {
	m := marks.list[i]
	ends := marks.ends[m.opens]
	ends = ends[sort.SearchInts(ends, m.at+m.size):]
	least := 0
	if m.partner >= 0 {
		least = sort.SearchInts(ends, marks.list[m.partner].at)
	}
	end = -1
	for _, r := range readings {
		k, q := t.longest(r, m.at+m.size, ends, least, false)
		if k >= 0 && ends[k] > end {
			end, quote = ends[k], q
		}
	}
	return end, quote
}

// longest is the last of the ends up to which what begins at start stands word
// for word, and what that says, or -1. Ends before the index least are not
// taken. It looks in steps that double, then halve, which finds the last one
// since every part of what stands stands too.
func (t *textVerifier) longest(r reading, start int, ends []int, least int, block bool) (int, []byte) {
	f := t.finder()
	known, step := -1, 1
	for known+step < len(ends) && f.has(r.between(start, ends[known+step])) {
		known += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if known+step < len(ends) && f.has(r.between(start, ends[known+step])) {
			known += step
		}
	}
	const tries = 8 // ends that cut a word, or stand only across blocks
	for k := known; k >= least && k > known-tries; k-- {
		if q := r.between(start, ends[k]); t.isQuote(q, block) && len(f.places(q)) > 0 {
			return k, q
		}
	}
	return -1, nil
}

// isQuote reports whether a text has words enough to be a quote, stands in a
// block quotation, or is a whole sentence or heading.
func (t *textVerifier) isQuote(q []byte, block bool) bool {
	if len(q) == 0 || !readableQuote(q) {
		return false
	}
	return block || wordsUpTo(q, minQuoteWords) == minQuoteWords || t.finder().units[string(q)]
}

func readableQuote(s []byte) bool { return bytes.IndexFunc(s, isLetterOrDigit) >= 0 }

// wordsUpTo counts the words of a part of a reading, but not beyond most.
func wordsUpTo(s []byte, most int) int {
	n := 0
	for len(s) > 0 && n < most {
		n++
		i := bytes.IndexByte(s, ' ')
		if i < 0 {
			break
		}
		s = s[i+1:]
	}
	return n
}

// readings are the chunk read as Markdown and, if that differs, as plain text.
// The marks of a block quotation count as white space.
func (t *textVerifier) readings(c textChunk, block bool) []reading {
	text := t.text[c.start:c.end]
	if block {
		bare := []byte(text)
		at := c.start
		for _, l := range c.lines {
			for ; at < l[0]; at++ {
				if bare[at-c.start] == '>' {
					bare[at-c.start] = ' '
				}
			}
			at = l[1]
		}
		text = string(bare)
	}
	md, plain := readMarkdown(text), readPlain(text)
	if bytes.Equal(md.text, plain.text) {
		return []reading{md}
	}
	return []reading{md, plain}
}
