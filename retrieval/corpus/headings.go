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
		if i+1 < len(blocks) && listLead(d.Text, b, blocks[i+1]) {
			is[i], run = true, 0
			continue
		}
		if i+1 == len(blocks) || !d.looksHeading(b, blocks[i+1]) || d.fact(blocks, i) || d.ordered(blocks, i) {
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
	bare := unmark(d.Text, b.span())
	t := d.Slice(bare)
	if len(b.lines) != 1 || !short(d.Text, b.span()) || b.mark != markNone && !(b.mark == markItem && next.mark == markNone && strings.HasSuffix(t, "?")) {
		return false
	}
	single := len(splitLine(nil, d.Text, bare, d.Language == "en")) == 1
	if !ended(t) {
		return single && !strings.HasSuffix(t, ",")
	}
	// "Nasıl başvurulur?" over its answer, but not a line of dialogue.
	under := d.Slice(next.span())
	return strings.HasSuffix(t, "?") && !strings.ContainsAny(t[:1], "\"'-") && !strings.HasPrefix(t, "—") && !strings.HasPrefix(t, "–") &&
		!strings.HasSuffix(under, "?") && single
}

// listLead reports whether a block leads a list, a table or an answer on its own
// line, whose heading it is and not that of what follows: "Gerekli belgeler:",
// the names of columns, a question.
func listLead(text string, b, next block) bool {
	if b.faq && b.mark == markHeading {
		return true
	}
	if b.head || len(b.lines) != 1 || b.mark != markNone {
		return b.head && next.mark == markRow
	}
	return next.item && short(text, b.span()) && strings.HasSuffix(strings.TrimRight(text[b.lines[0].Start:b.lines[0].End], "*_"), ":")
}

// ordered reports whether block i is an item of a list, "a) Kimlik" or beside the
// one before or after it, and not the heading of a section with a number.
func (d *Document) ordered(blocks []block, i int) bool {
	n := blocks[i].number
	return n > 0 && (lettered(d.Slice(blocks[i].span())) || i > 0 && blocks[i-1].number == n-1 && n > 1 || i+1 < len(blocks) && blocks[i+1].number == n+1)
}

// credits are the names of lines about the file.
var credits = plainSet(`kaynak yazar yazan muhabir editör haber foto fotoğraf kategori etiket etiketler hazırlayan sayı kimden kime
	gönderen alıcı ilgi dosya link url id source author by editor photo category tags from to`)

// fact reports whether block i is a line like "Telefon: 0850 222 00 00": a name
// and a value, told from a heading with a colon by a digit or an address in the
// value, or by a neighbour of its kind.
func (d *Document) fact(blocks []block, i int) bool {
	value := d.value(blocks[i])
	if value == "" {
		return false
	}
	if name, _, _ := strings.Cut(d.Slice(blocks[i].span()), ":"); labelled(credits, strings.TrimSpace(name)) {
		return true
	}
	return strings.ContainsAny(value, "0123456789@") || strings.Contains(value, "www.") ||
		i > 0 && d.value(blocks[i-1]) != "" || i+1 < len(blocks) && d.value(blocks[i+1]) != ""
}

// value is what stands behind the name of a short line "name: value", or empty.
func (d *Document) value(b block) string {
	const words = 4 // of a name, at most
	if len(b.lines) > 1 || b.mark != markNone || !short(d.Text, b.span()) {
		return ""
	}
	name, value, ok := strings.Cut(d.Slice(b.span()), ":")
	if !ok || strings.TrimSpace(name) == "" || len(strings.Fields(name)) > words || strings.IndexFunc(value, isSpace) != 0 {
		return ""
	}
	return strings.TrimSpace(value)
}

// short reports whether the span has at most maxHeading code points.
func short(text string, s Span) bool {
	return s.Len() <= utf8.UTFMax*maxHeading && utf8.RuneCountInString(text[s.Start:s.End]) <= maxHeading
}
