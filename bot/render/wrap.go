package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A look is how a run of text appears on a terminal: the numbers of an ANSI
// "select graphic rendition" command, ECMA-48 8.3.117.
type look string

const (
	plain  look = ""
	bold   look = "1"
	dim    look = "2"
	italic look = "3"
	mark   look = "1;32" // bold green, legible on dark and light
)

// A run is a piece of a line in one look.
type run struct {
	text string
	look look
}

const minWidth = 20 // columns; a narrower terminal is not wrapped for

// wrap writes the runs as a paragraph: broken at white space so that no line
// is wider than the style's width, unless a single word is. The spaces at a
// break are not printed. Lines after the first are indented by one column
// more, to stand under the text and not under its opening mark.
func wrap(b *strings.Builder, s Style, indent string, runs []run) {
	p := pen{b: b, color: s.Color}
	limit := max(s.Width, minWidth)
	b.WriteString(indent)
	column := len(indent)
	var gap []run
	for _, word := range words(runs) {
		if isSpace(word) {
			gap = word
			continue
		}
		if s.Width > 0 && gap != nil && column+columns(gap)+columns(word) > limit {
			p.reset()
			b.WriteString("\n " + indent)
			column, gap = len(indent)+1, nil
		}
		p.write(gap)
		p.write(word)
		column += columns(gap) + columns(word)
		gap = nil
	}
	p.reset()
	b.WriteByte('\n')
}

// words cuts runs into words and the white space between them. A word may pass
// through several looks.
func words(runs []run) [][]run {
	var out [][]run
	wasSpace := false
	for _, r := range runs {
		for _, c := range Visible(r.text) {
			space := unicode.IsSpace(c) && c != '\u00a0'
			if len(out) == 0 || space != wasSpace {
				out = append(out, nil)
				wasSpace = space
			}
			last := &out[len(out)-1]
			if n := len(*last); n > 0 && (*last)[n-1].look == r.look {
				(*last)[n-1].text += string(c)
			} else {
				*last = append(*last, run{string(c), r.look})
			}
		}
	}
	return out
}

func isSpace(word []run) bool {
	return strings.TrimSpace(word[0].text) == "" && !strings.Contains(word[0].text, "\u00a0")
}

// columns is the number of terminal columns that a word takes.
func columns(word []run) int {
	n := 0
	for _, r := range word {
		for _, c := range r.text {
			n += runeColumns(c)
		}
	}
	return n
}

func runeColumns(c rune) int {
	if unicode.In(c, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// A pen writes runs and changes the terminal's look only where it changes.
type pen struct {
	b     *strings.Builder
	color bool
	now   look
}

func (p *pen) write(word []run) {
	for _, r := range word {
		if p.color && r.look != p.now {
			p.reset()
			if r.look != plain {
				p.b.WriteString("\x1b[" + string(r.look) + "m")
			}
			p.now = r.look
		}
		p.b.WriteString(r.text)
	}
}

func (p *pen) reset() {
	if p.now != plain {
		p.b.WriteString("\x1b[0m")
		p.now = plain
	}
}
