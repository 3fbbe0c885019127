package bot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the answer as encoding/json writes it, with <, > and &
// left as they are, in a third of its time. A score that is no number
// is an error.
func (a *Answer) AppendJSON(b []byte) ([]byte, error) {
	o := object{b: append(b, '{')}
	o.text("id", a.ID)
	o.text("question", a.Question)
	o.textIf("resolved", a.Resolved)
	o.text("language", a.Language)
	o.boolean("answered", a.Answered)
	o.text("mode", a.Mode)
	o.textIf("text", a.Text)
	o.quotes("quotes", a.Quotes)
	if a.Disagreement != nil {
		o.other("disagreement", a.Disagreement)
	}
	if len(a.Statements) > 0 {
		o.other("statements", a.Statements)
	}
	o.quotes("closest", a.Closest)
	o.textIf("reason", a.Reason)
	if len(a.Warnings) > 0 {
		o.other("warnings", a.Warnings)
	}
	o.number("took_us", int(a.TookUS))
	return append(o.b, '}'), o.err
}

func (o *object) quotes(key string, quotes []Quote) {
	if len(quotes) == 0 {
		return
	}
	o.key(key)
	for i := range quotes {
		o.element(i)
		o.quote(&quotes[i])
	}
	o.b = append(o.b, ']')
}

func (o *object) quote(q *Quote) {
	o.open()
	o.number("n", q.N)
	o.text("text", q.Text)
	o.key("source")
	o.source(&q.Source)
	o.textIf("heading", q.Heading)
	o.number("paragraph", q.Paragraph)
	o.number("start", q.Start)
	o.number("end", q.End)
	o.number("start_rune", q.StartRune)
	o.number("end_rune", q.EndRune)
	o.textIf("prefix", q.Prefix)
	o.textIf("suffix", q.Suffix)
	o.float("score", q.Score)
	if len(q.Highlights) > 0 {
		o.key("highlights")
		for i, r := range q.Highlights {
			o.element(i)
			o.open()
			o.number("start", r.Start)
			o.number("end", r.End)
			o.close()
		}
		o.b = append(o.b, ']')
	}
	if len(q.Dates) > 0 {
		o.other("dates", q.Dates)
	}
	if len(q.Also) > 0 {
		o.other("also", q.Also)
	}
	o.close()
}

func (o *object) source(s *QuoteSource) {
	o.open()
	o.text("id", s.ID)
	o.text("file", s.File)
	o.textIf("title", s.Title)
	o.textIf("date", s.Date)
	o.text("sha256", s.SHA256)
	o.close()
}

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

// key begins a member.
func (o *object) key(key string) {
	if o.b[len(o.b)-1] != '{' {
		o.b = append(o.b, ',')
	}
	o.b = append(append(append(o.b, '"'), key...), '"', ':')
}

func (o *object) textIf(key, s string) {
	if s != "" {
		o.text(key, s)
	}
}

func (o *object) text(key, s string) {
	o.key(key)
	if !utf8.ValidString(s) {
		o.any(s)
		return
	}
	o.b = append(o.b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= ' ' && c != '"' && c != '\\' && c != 0xe2 { // nearly all
			continue
		}
		n := escaped(s, i)
		if n == 0 {
			continue
		}
		o.b = appendEscape(append(o.b, s[from:i]...), s[i:i+n])
		i += n - 1
		from = i + 1
	}
	o.b = append(append(o.b, s[from:]...), '"')
}

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
	case c == 0xe2 && s[i+1] == 0x80 && s[i+2]&^1 == 0xa8:
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
