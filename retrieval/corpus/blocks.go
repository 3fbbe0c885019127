package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is one or more lines that belong together: a paragraph, a list
// item, or what may be a heading.
type block struct {
	lines []Span // without marks and surrounding white space
	mark  mark   // what its first line is marked as
	head  bool   // it names a table's columns
	item  bool   // it is an item or a row, bulleted or numbered, or an answer behind its question
	faq   bool   // it is a question or answer of one line

	number int // of an ordered list's item, 0 for none
}

// span is the block from its first to its last line.
func (b block) span() Span {
	return Span{b.lines[0].Start, b.lines[len(b.lines)-1].End}
}

// Widths, in code points, between which the longest line of a block of lines
// suggests that it was wrapped by an editor or a mail program.
const (
	minWrap = 40
	maxWrap = 120
)

// blocksOf finds the blocks of text from byte start on. Lines are taken
// together when the text would be read so:
//
//   - lines without an empty line between them, in Markdown;
//   - elsewhere only when the next line begins with a small letter, when a line
//     ends in a comma, or when the lines were wrapped, that is, the first word of
//     the next would not have fitted: many files give a line to each paragraph.
//
// A heading, a list item, a change of quotation depth begins a new block; "==="
// or "---" under a short line makes that a heading. Lines that only say when
// the file was published are no blocks but stamps; title is what a line at the
// head says it is.
func blocksOf(text string, start int, markdown, english bool) (blocks []block, stamps []stamp, title string) {
	all := chunks(text, start)
	title = takeTitle(text, all)
	stamps = takeStamps(text, all, english)
	if !slices.ContainsFunc(all, func(c []line) bool { return slices.ContainsFunc(c, func(l line) bool { return l.mark != markStamp }) }) {
		all = chunks(text, start) // there is nothing else to quote
	}
	takeRows(text, all)
	all = takeQuestions(text, all, english)
	width := widest(text, all)
	for _, chunk := range all {
		c := cutter{text: text, markdown: markdown, lines: chunk}
		c.measure(width)
		open := false // whether the last block may go on
		for i, l := range chunk {
			switch {
			case l.mark == markStamp:
				open = false
			case l.mark == markRule:
				if open {
					underline(text, &blocks[len(blocks)-1], l.level)
				}
				open = false
			case open && c.continues(i):
				last := &blocks[len(blocks)-1]
				last.lines = append(last.lines, l.text)
			default:
				blocks = append(blocks, block{lines: []Span{l.text}, mark: l.mark, head: l.head, faq: l.faq, number: l.number, item: l.faq || l.number > 0 || l.mark == markItem || l.mark == markRow})
				open = l.mark != markHeading && l.mark != markRow
			}
		}
	}
	return dropDateline(text, blocks), stamps, title
}

// underline makes a heading of a short line with a rule under it.
func underline(text string, b *block, level int) {
	if level > 0 && b.mark == markNone && len(b.lines) == 1 && short(text, b.span()) {
		b.mark = markHeading
	}
}

// dropDateline takes away a last line that only says where the news comes
// from ("- SEUL").
func dropDateline(text string, blocks []block) []block {
	n := len(blocks)
	if n < 2 || len(blocks[n-1].lines) != 1 || blocks[n-2].mark == markItem {
		return blocks
	}
	line := text[blocks[n-1].lines[0].Start:blocks[n-1].lines[0].End]
	if dateline(line) || blocks[n-1].mark == markItem && dateline("- "+line) {
		return blocks[:n-1]
	}
	return blocks
}

// chunks are the runs of lines with no empty line between them, outside of
// code, marks recognised.
func chunks(text string, start int) [][]line {
	var out [][]line
	var now []line
	var fence string
	for _, s := range lines(text[start:]) {
		s.Start, s.End = s.Start+start, s.End+start
		l := readLine(text, s, fence)
		fence = l.fence
		if l.mark == markBlank || l.mark == markFence {
			if len(now) > 0 {
				last := &now[len(now)-1]
				last.head = last.mark == markRow && tableRule(text[s.Start:s.End])
				out = append(out, now)
			}
			now = nil
			continue
		}
		now = append(now, l)
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// A cutter decides which lines of one chunk belong together.
type cutter struct {
	text     string
	markdown bool
	lines    []line
	width    int // code points of the longest line; 0 when the lines are not wrapped
}

// widest is the code points of the longest of the lines.
func widest(text string, chunks [][]line) int {
	n := 0
	for _, c := range chunks {
		for _, l := range c {
			n = max(n, utf8.RuneCountInString(text[l.text.Start:l.text.End]))
		}
	}
	return n
}

// measure finds the width that the lines were wrapped to: there is one when
// the longest line is of a usual length and some full line breaks off in the
// middle of a sentence. The longest line of a file which is wrapped throughout
// is a better measure than that of a few lines; in another file one full line
// proves nothing, since it may be the title over a shorter line.
func (c *cutter) measure(file int) {
	least := 1
	if c.width = file; file > maxWrap {
		c.width, least = widest(c.text, [][]line{c.lines}), 2
	}
	if c.width < minWrap || c.width > maxWrap {
		c.width = 0
	}
	for i := range c.lines {
		if c.full(i) && !ended(c.at(i)) {
			least--
		}
	}
	if least > 0 {
		c.width = 0
	}
}

func (c *cutter) at(i int) string { return c.text[c.lines[i].text.Start:c.lines[i].text.End] }

// continues reports whether line i goes on with the block of the line before it.
func (c *cutter) continues(i int) bool {
	before, now := c.lines[i-1], c.lines[i]
	switch {
	case before.mark == markCode || now.mark == markCode:
		return before.mark == now.mark
	case now.mark != markNone || before.depth != now.depth:
		return false
	case c.markdown:
		return now.number == 0 && !c.alone(i-1) && !c.alone(i)
	}
	return c.joins(i)
}

// alone reports whether line i of Markdown is a question, or reads as a
// heading, over the next line: those who write so mean no paragraph.
func (c *cutter) alone(i int) bool {
	const most = 60 // code points of a line without a question mark
	if i+1 == len(c.lines) || c.lines[i+1].mark != markNone || i > 0 && !ended(c.at(i-1)) && c.lines[i].mark == markNone || c.full(i) {
		return false
	}
	t, next := c.text[c.lines[i].text.Start:c.lines[i].text.End], c.at(i+1)
	if !begins(t) || !begins(next) || !ended(next) {
		return false
	}
	if bare := unmark(c.text, c.lines[i].text); strings.HasSuffix(c.text[bare.Start:bare.End], "?") {
		return short(c.text, bare) && len(splitLine(nil, c.text, bare, false)) == 1
	}
	return c.lines[i].mark == markNone && !ended(t) && !strings.HasSuffix(t, ",") && utf8.RuneCountInString(t) <= most
}

// begins reports whether the line begins as a sentence does.
func begins(line string) bool {
	next := firstOf(line)
	return next == nextCapital || next == nextDigit
}

// joins reports whether line i of plain text goes on with the paragraph of
// the line before it.
func (c *cutter) joins(i int) bool {
	before, now := c.at(i-1), c.at(i)
	if lettered(now) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(now); unicode.IsLower(first) || strings.HasSuffix(before, ",") {
		return true
	}
	if !c.full(i - 1) {
		return false
	}
	// After a full line that ends a sentence comes the paragraph's next line
	// or a heading of its own.
	return !ended(before) || ended(now) || c.full(i)
}

// full reports whether the lines are wrapped and the first word of the line
// after line i would not have fitted on it.
func (c *cutter) full(i int) bool {
	if c.width == 0 || i+1 == len(c.lines) {
		return false
	}
	word := c.at(i + 1)
	if end := strings.IndexFunc(word, isSpace); end >= 0 {
		word = word[:end]
	}
	return utf8.RuneCountInString(c.at(i))+1+utf8.RuneCountInString(word) > c.width
}

// ended reports whether the line ends as a sentence does, closing marks
// put aside.
func ended(line string) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool { return isCloser(r) || isSpace(r) })
	r, _ := utf8.DecodeLastRuneInString(line)
	return isTerminator(r) || r == ':' || r == ';'
}
