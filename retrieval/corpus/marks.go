package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark is what a line is by its Markdown marks, which are also common in
// plain text. Marks stay outside of every quotable span.
type mark int

const (
	markNone    mark = iota
	markBlank        // nothing to quote on the line
	markHeading      // "# ", or underlined
	markItem         // "- ", "* ", "+ ", "• "
	markRule         // "===", "---": underlines or separates
	markFence        // "```": code begins or ends
	markCode         // within code
	markRow          // a table's row
	markStamp        // only says when the file was published; see takeStamps
)

// A line is one line of the file, its marks recognised.
type line struct {
	text   Span // without marks and surrounding white space
	mark   mark
	level  int    // of a heading; of a rule: the heading it makes of the line above, 0 for none
	depth  int    // of quotation: how many ">"
	number int    // of an ordered list's item ("3. "), 0 for none; the number stays in the text
	head   bool   // of a table's row: it names the columns
	faq    bool   // a question whose answer stood on its line, or that answer
	fence  string // the fence that is open after this line
}

// bullets are the marks of a list's items, each followed by a space. The dash
// of Turkish dialogue (– or —) is not among them: it belongs to the sentence.
const bullets = "-*+•◦▪‣●"

// readLine recognises the marks of one line. fence is what opened the code
// that the line stands in, or empty.
func readLine(text string, s Span, fence string) line {
	l := line{text: trim(text, s), fence: fence}
	t := text[l.text.Start:l.text.End]
	if fence != "" {
		l.mark = markCode
		switch {
		case strings.HasPrefix(t, fence) && strings.Trim(t, fence[:1]) == "":
			l.mark, l.fence = markFence, ""
		case !readable(t):
			l.mark = markBlank
		}
		return l
	}
	for strings.HasPrefix(t, ">") {
		l.depth++
		l.text = trim(text, Span{l.text.Start + 1, l.text.End})
		t = text[l.text.Start:l.text.End]
	}
	if f := fenceOf(t); f != "" {
		l.mark, l.fence = markFence, f
		return l
	}
	if level, ok := rule(t); ok {
		l.mark, l.level = markRule, level
		return l
	}
	l.readMarks(text)
	t = text[l.text.Start:l.text.End]
	if !readable(t) {
		l.mark = markBlank
		return l
	}
	if strings.HasPrefix(t, "|") && strings.HasSuffix(t, "|") { // a row of a table
		l.mark = markRow
		l.text = trim(text, Span{l.text.Start + 1, l.text.End - 1})
	}
	if l.number = number(t); lettered(t) {
		l.number = 1
	}
	return l
}

// readMarks takes heading marks or bullets off the line.
func (l *line) readMarks(text string) {
	t := text[l.text.Start:l.text.End]
	if level := len(t) - len(strings.TrimLeft(t, "#")); 1 <= level && level <= 6 && level < len(t) && (t[level] == ' ' || t[level] == '\t') {
		l.mark, l.level = markHeading, level
		s := trim(text, Span{l.text.Start + level, l.text.End})
		if bare := strings.TrimRight(text[s.Start:s.End], "#"); strings.HasSuffix(bare, " ") {
			s = trim(text, Span{s.Start, s.Start + len(bare)})
		}
		l.text = s
		return
	}
	for {
		r, n := utf8.DecodeRuneInString(t)
		if len(t) <= n || !strings.ContainsRune(bullets, r) || t[n] != ' ' && t[n] != '\t' {
			return
		}
		l.mark = markItem
		l.text = trim(text, Span{l.text.Start + n, l.text.End})
		t = text[l.text.Start:l.text.End]
		for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
			if strings.HasPrefix(t, box) {
				l.text = trim(text, Span{l.text.Start + len(box), l.text.End})
				t = text[l.text.Start:l.text.End]
			}
		}
	}
}

// fenceOf is the run of at least three back-quotes or tildes that opens code.
func fenceOf(t string) string {
	for _, c := range "`~" {
		rest := strings.TrimLeft(t, string(c))
		if n := len(t) - len(rest); n >= 3 && !strings.Contains(rest, "`") {
			return t[:n]
		}
	}
	return ""
}

// rule reports whether a line only underlines or separates, and the level of
// the heading that it makes of the line above.
func rule(t string) (level int, ok bool) {
	if len(t) < 3 || strings.Trim(t, t[:1]) != "" {
		return 0, false
	}
	switch t[0] {
	case '=':
		return 1, true
	case '-':
		return 2, true
	case '*', '_', '~':
		return 0, true
	}
	return 0, false
}

// lettered reports whether a line is an item like "a) Kimlik".
func lettered(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	return unicode.IsLetter(r) && strings.HasPrefix(t[n:], ") ")
}

// number is the number of an ordered list's item that starts the line.
func number(t string) int {
	n := 0
	for i := 0; i < len(t) && i < 4; i++ {
		switch c := t[i]; {
		case '0' <= c && c <= '9':
			n = n*10 + int(c-'0')
		case (c == '.' || c == ')' || c == '-') && i > 0 && i+1 < len(t) && t[i+1] == ' ':
			return n
		default:
			return 0
		}
	}
	return 0
}

// unmark is s without the emphasis marks (** or _) that wrap all of it.
func unmark(text string, s Span) Span {
	s = trim(text, s)
	for _, m := range []string{"**", "__", "*", "_"} {
		t := text[s.Start:s.End]
		if len(t) > 2*len(m) && strings.HasPrefix(t, m) && strings.HasSuffix(t, m) && !strings.Contains(t[len(m):len(t)-len(m)], m[:1]) {
			return trim(text, Span{s.Start + len(m), s.End - len(m)})
		}
	}
	return s
}
