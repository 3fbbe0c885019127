package bot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// An object is JSON as it grows.
type object struct {
	b   []byte
	err error
}

func (o *object) open()  { o.b = append(o.b, '{') }
func (o *object) close() { o.b = append(o.b, '}') }

// element begins the i-th element of an array.
func (o *object) element(i int) {
	if i == 0 {
		o.b = append(o.b, '[')
	} else {
		o.b = append(o.b, ',')
	}
}

// key begins a member. It is given as it is written: quoted, with its colon.
func (o *object) key(key string) {
	if o.b[len(o.b)-1] != '{' {
		o.b = append(o.b, ',')
	}
	o.b = append(o.b, key...)
}

func (o *object) textIf(key, s string) {
	if s != "" {
		o.text(key, s)
	}
}

func (o *object) text(key, s string) {
	o.key(key)
	before := len(o.b)
	o.b = append(o.b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if asItIs[c] { // nearly all
			i++
			continue
		}
		if isLead2(c) && i+1 < len(s) && isNext(s[i+1]) { // most of the rest
			i += 2
			continue
		}
		if n := escaped(s, i); n > 0 {
			o.b = appendEscape(append(o.b, s[from:i]...), s[i:i+n])
			i += n
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			o.b = o.b[:before]
			o.any(s)
			return
		}
		i += n
	}
	o.b = append(append(o.b, s[from:]...), '"')
}

// asItIs are the bytes that are characters of their own and stand in JSON as
// they are. A table is a fifth faster than comparing.
var asItIs = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// isLead2 reports whether a byte begins a character of two bytes in UTF-8, and
// isNext whether it may be its second.
func isLead2(c byte) bool { return 0xc2 <= c && c <= 0xdf }
func isNext(c byte) bool  { return c&0xc0 == 0x80 }

func (o *object) number(key string, n int) {
	o.key(key)
	o.b = strconv.AppendInt(o.b, int64(n), 10)
}

func (o *object) boolean(key string, v bool) {
	o.key(key)
	o.b = strconv.AppendBool(o.b, v)
}

// float writes what encoding/json does: without an exponent where numbers in
// JavaScript have none.
func (o *object) float(key string, f float64) {
	if size := math.Abs(f); math.IsNaN(f) || size != 0 && (size < 1e-6 || size >= 1e21) {
		o.other(key, f)
		return
	}
	o.key(key)
	o.b = strconv.AppendFloat(o.b, f, 'f', -1, 64)
}

// other writes what is too rare for code of its own.
func (o *object) other(key string, v any) {
	o.key(key)
	o.any(v)
}

func (o *object) any(v any) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && o.err == nil {
		o.err = fmt.Errorf("write an answer as JSON: %w", err)
	}
	o.b = append(o.b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...)
}

// escaped is the length of the character at s[i] if JSON does not hold it as it
// is, else 0. The line separators of Unicode are among them, since JavaScript
// once took them for line feeds.
func escaped(s string, i int) int {
	switch c := s[i]; {
	case c < ' ' || c == '"' || c == '\\':
		return 1
	case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&^1 == 0xa8:
		return 3
	}
	return 0
}

// appendEscape appends one character as an escape.
func appendEscape(b []byte, char string) []byte {
	const digits = "0123456789abcdef"
	switch c := char[0]; c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	case 0xe2:
		return append(append(b, `\u202`...), digits[char[2]&0xf])
	default:
		return append(append(b, `\u00`...), digits[c>>4], digits[c&0xf])
	}
}
