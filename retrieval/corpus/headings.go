package corpus

import (
	"strings"
	"unicode/utf8"
)

// maxHeading is the most code points that a line without marks may have to be
// taken for a heading: longer ones are paragraphs.
const maxHeading = 120

// maxRun is how many lines that look like headings may follow each other, as
// title and subtitle do. More of them are a list, an address or a poem.
const maxRun = 3

// headings tells, for each block, whether it is a heading: it is marked as
// one, or it is a short line of its own which does not end as a sentence does.
// A heading has a paragraph under it, so the last block never is one.
func (d *Document) headings(blocks []block) []bool {
	is := make([]bool, len(blocks))
	run := 0 // blocks before this one that look like headings
	for i, b := range blocks {
		if i+1 == len(blocks) || !d.looksHeading(b, blocks[i+1]) {
			is[i], run = b.mark == markHeading, 0
			continue
		}
		run++
		is[i] = run <= maxRun
		if run == maxRun+1 {
			clear(is[i-maxRun : i])
		}
	}
	for i := len(blocks) - 1; i >= 0 && is[i]; i-- {
		is[i] = false // nothing under it
	}
	return is
}

// looksHeading reports whether an unmarked block reads as a heading over the
// next one.
func (d *Document) looksHeading(b, next block) bool {
	if b.mark != markNone || len(b.lines) != 1 || !short(d.Text, b.span()) {
		return false
	}
	t := d.Slice(b.span())
	if statedDate(t) != "" {
		return false
	}
	if !ended(t) {
		return true
	}
	// "Nasıl başvurulur?" over its answer, but not a line of dialogue.
	under := d.Slice(next.span())
	return strings.HasSuffix(t, "?") && !strings.ContainsAny(t[:1], "\"'-") && !strings.HasPrefix(t, "—") && !strings.HasPrefix(t, "–") &&
		!strings.HasSuffix(under, "?") && len(splitLine(nil, d.Text, b.span(), d.Language == "en")) == 1
}

// short reports whether the span has at most maxHeading code points.
func short(text string, s Span) bool {
	return s.Len() <= utf8.UTFMax*maxHeading && utf8.RuneCountInString(text[s.Start:s.End]) <= maxHeading
}
