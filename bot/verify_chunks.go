package bot

import (
	"strings"
	"unicode/utf8"
)

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
