package bot

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

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
