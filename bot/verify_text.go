package bot

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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

// A textChunk is a run of lines without an empty one: the lines of a block
// quotation, or others.
type textChunk struct {
	start, end int
	block      bool
	lines      [][2]int // of a block: where what follows the ">" begins and ends
}

func textChunks(text string) []textChunk {
	var out []textChunk
	open := false
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexAny(text[start:], "\r\n"); i >= 0 {
			end, next = start+i, start+i+1
		}
		body, quoted := afterMarks(text, start, end)
		switch {
		case body == end: // an empty line, or an empty line of a block
			open = false
		case open && out[len(out)-1].block == quoted:
			out[len(out)-1].end = end
		default:
			out = append(out, textChunk{start: start, end: end, block: quoted})
			open = true
		}
		if quoted && open {
			last := &out[len(out)-1]
			last.lines = append(last.lines, [2]int{body, end})
		}
		start = next
		if start < len(text) && text[start-1] == '\r' && text[start] == '\n' {
			start++
		}
	}
	return out
}

// afterMarks is where the line's words begin, behind white space and the marks
// of a block quotation.
func afterMarks(text string, i, end int) (body int, quoted bool) {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case r == '>':
			quoted = true
		case !isWhite(r) && r != '\ufeff':
			return i, quoted
		}
		i += n
	}
	return end, quoted
}

// block judges the lines of a block quotation. As many lines in a row as stand
// together are one quote. A line that does not stand is tried without the
// marker "[1]" and the quotation marks around it; below a quote, a line that
// begins with a dash says whose it is.
func (t *textVerifier) block(c textChunk) {
	readings := t.readings(c, true)
	ends := make([]int, len(c.lines))
	for i, l := range c.lines {
		ends[i] = l[1] - c.start
	}
	good := false
	for i := 0; i < len(c.lines) && !t.full(); {
		n, quote := t.linesThatStand(readings, c.lines[i][0]-c.start, ends[i:])
		if n == 0 {
			n, quote = 1, bareLine(readings[0].between(c.lines[i][0]-c.start, c.lines[i][1]-c.start))
			if first, _ := utf8.DecodeRune(quote); good && strings.ContainsRune("-–—", first) || !readableQuote(quote) {
				i++
				continue
			}
		}
		good = t.add(quote, c.lines[i][0])
		i += n
	}
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

// linesThatStand is how many lines, the first of which begins at start, stand
// together word for word, and what they say.
func (t *textVerifier) linesThatStand(readings []reading, start int, ends []int) (n int, quote []byte) {
	for _, r := range readings {
		if k, q := t.longest(r, start, ends, 0, true); k >= n {
			n, quote = k+1, q
		}
	}
	return n, quote
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

// bareLine is a line of a block quotation without markers such as [1] at its
// end and quotation marks around it.
func bareLine(s []byte) []byte {
	for {
		i := bytes.LastIndexByte(s, '[')
		if i < 0 || s[len(s)-1] != ']' || len(bytes.Trim(s[i+1:len(s)-1], "0123456789")) > 0 {
			break
		}
		s = bytes.TrimRight(s[:i], " ")
	}
	for _, m := range [][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}, {`"`, `"`}} {
		if len(s) > len(m[0])+len(m[1]) && bytes.HasPrefix(s, []byte(m[0])) && bytes.HasSuffix(s, []byte(m[1])) {
			return bytes.Trim(s[len(m[0]):len(s)-len(m[1])], " ")
		}
	}
	return s
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

// isQuote reports whether a text has words enough to be a quote, stands in a
// block quotation, or is a whole sentence or heading.
func (t *textVerifier) isQuote(q []byte, block bool) bool {
	if len(q) == 0 || !readableQuote(q) {
		return false
	}
	return block || wordsUpTo(q, minQuoteWords) == minQuoteWords || t.finder().units[string(q)]
}

// A markList holds the quotation marks of a chunk.
type markList struct {
	list []quoteMark
	ends map[rune][]int // for each opening mark, where marks that may close it stand
}

type quoteMark struct {
	at, size int
	opens    rune // the mark itself if it may open a quote, else 0
	partner  int  // index of the mark that closes it, or -1
}

// after is the index of the first mark behind the offset.
func (m markList) after(offset int) int {
	return sort.Search(len(m.list), func(i int) bool { return m.list[i].at > offset })
}

// quotationMarks finds the marks and pairs them, each kind for itself.
func quotationMarks(text string) markList {
	m := markList{ends: map[rune][]int{}}
	open := map[rune][]int{}
	for at, r := range text {
		n := quoteMark{at: at, size: utf8.RuneLen(r), partner: -1}
		var closes []rune
		switch r {
		case '«', '„':
			n.opens = r
		case '»':
			closes = []rune{'«'}
		case '”':
			closes = []rune{'“', '„'}
		case '“':
			n.opens, closes = r, []rune{'„'}
		case '"':
			opening, sure := opensStraight(text, at, len(open['"']) > 0)
			if opening || !sure {
				n.opens = r
			}
			m.ends['"'] = append(m.ends['"'], at)
			if !opening {
				m.pair(open, '"')
			} else {
				open['"'] = append(open['"'], len(m.list))
			}
		default:
			continue
		}
		closed := false
		for _, o := range closes {
			m.ends[o] = append(m.ends[o], at)
			closed = closed || m.pair(open, o)
		}
		switch {
		case closed:
			n.opens = 0
		case n.opens != 0 && r != '"':
			open[r] = append(open[r], len(m.list))
		}
		m.list = append(m.list, n)
	}
	return m
}

// pair makes the mark that comes next the partner of the last open one.
func (m *markList) pair(open map[rune][]int, o rune) bool {
	stack := open[o]
	if len(stack) == 0 {
		return false
	}
	m.list[stack[len(stack)-1]].partner = len(m.list)
	open[o] = stack[:len(stack)-1]
	return true
}

// opensStraight reports whether the straight mark at i opens, by the white
// space around it, and whether that is sure.
func opensStraight(text string, i int, open bool) (opens, sure bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	spaceBefore := i == 0 || isWhite(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '*' || before == '\\'
	spaceAfter := i+1 == len(text) || isWhite(after)
	if spaceBefore != spaceAfter {
		return spaceBefore, true
	}
	return !open, false
}
