package bot

import (
	"bytes"
	"unicode/utf8"
)

// A reading is a text as it is compared: white space made single and, when it
// is read as Markdown, backslashes before punctuation and the marks of bold
// type taken away. It remembers where each byte went.
type reading struct {
	text []byte  // never holds a NUL or a line feed
	at   []int32 // for each byte of the original and its end, the offset in text
}

// between is what stands between two offsets of the original, white space at
// its ends put aside.
func (r reading) between(start, end int) []byte {
	return bytes.Trim(r.text[r.at[start]:r.at[end]], " ")
}

func (r reading) String() string { return string(bytes.Trim(r.text, " ")) }

func readPlain(s string) reading    { return readAs(s, false) }
func readMarkdown(s string) reading { return readAs(s, true) }

func readAs(s string, markdown bool) reading {
	out := make([]byte, 0, len(s))
	at := make([]int32, len(s)+1)
	skip := func(from, to int) {
		for i := from; i < to; i++ {
			at[i] = int32(len(out))
		}
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWhite(r):
			end, _ := white(s, i)
			at[i] = int32(len(out))
			out = append(out, ' ')
			skip(i+1, end)
			i = end
		case markdown && r == '\\' && i+1 < len(s) && isASCIIPunct(s[i+1]):
			skip(i, i+1)
			at[i+1] = int32(len(out))
			out = append(out, s[i+1])
			i += 2
		case markdown && r == '*' && i+1 < len(s) && s[i+1] == '*':
			skip(i, i+2)
			i += 2
		default:
			for k := range n {
				at[i+k] = int32(len(out) + k)
			}
			out = append(out, s[i:i+n]...)
			i += n
		}
	}
	at[len(s)] = int32(len(out))
	for i, c := range out {
		if c == 0 {
			out[i] = 0xff // stands in no text; a NUL separates those of the finder
		}
	}
	return reading{out, at}
}

func isASCIIPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}
