package webhook

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"unicode/utf8"
)

// maxDepth bounds how deep a request's JSON may nest. What is asked for is
// flat; the bound is there so that a wrong request is told so early.
const maxDepth = 16

// A field is one key of a JSON object and its value, as it was sent.
type field struct {
	key string
	raw []byte
}

// object splits a JSON object into its fields, in order. It is stricter than
// encoding/json: UTF-8 must be valid, keys are told apart by case and may come
// once, half a surrogate pair is refused, nesting is bounded and nothing may
// follow the object. The error is a *problem.
func object(body []byte) ([]field, error) {
	body = trimBOM(body)
	if !utf8.Valid(body) {
		return nil, badEncoding.about("")
	}
	if fields := plainObject(body); fields != nil {
		return fields, nil
	}
	return anyObject(body)
}

// anyObject is object for what is valid UTF-8.
func anyObject(body []byte) ([]field, error) {
	if depth(body) > maxDepth {
		return nil, tooDeep.about("", maxDepth)
	}
	if !json.Valid(body) {
		return nil, malformed(body)
	}
	// From here on the syntax is known to be right.
	rest := skipSpace(body)
	if rest[0] != '{' {
		return nil, notAnObject.about("")
	}
	fields := make([]field, 0, 8)
	var seen map[string]bool // once there are too many to look through
	for rest = skipSpace(rest[1:]); rest[0] != '}'; rest = skipSpace(rest) {
		if rest[0] == ',' {
			rest = skipSpace(rest[1:])
		}
		n := valueLen(rest)
		key, ok := text(rest[:n])
		if !ok {
			return nil, badEncoding.about("")
		}
		rest = skipSpace(rest[n:])
		rest = skipSpace(rest[1:]) // the colon
		n = valueLen(rest)
		if seen == nil && len(fields) == cap(fields) {
			seen = keySet(fields)
		}
		if seen[key] || seen == nil && hasKey(fields, key) {
			return nil, duplicateKey.about(cut(key), cut(key))
		}
		if seen != nil {
			seen[key] = true
		}
		fields = append(fields, field{key, rest[:n]})
		rest = rest[n:]
	}
	return fields, nil
}

func hasKey(fields []field, key string) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return f.key == key })
}

func keySet(fields []field) map[string]bool {
	set := make(map[string]bool, 4*len(fields))
	for _, f := range fields {
		set[f.key] = true
	}
	return set
}

// trimBOM leaves out a byte-order mark, as RFC 8259, section 8.1 allows.
func trimBOM(body []byte) []byte { return bytes.TrimPrefix(body, []byte("\ufeff")) }

// malformed says where the JSON stopped making sense.
func malformed(body []byte) *problem {
	var v json.RawMessage
	err := json.Unmarshal(body, &v)
	at := int64(len(body))
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	return malformedJSON.because(err, max(at-1, 0))
}

func skipSpace(b []byte) []byte {
	for i, c := range b {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return b[i:]
		}
	}
	return nil
}

// depth is how deep b nests, whatever else is wrong with it.
func depth(b []byte) int {
	deepest, now := 0, 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringLen(b[i:]) - 1
		case '{', '[':
			now++
			deepest = max(deepest, now)
		case '}', ']':
			now--
		}
	}
	return deepest
}

// stringLen is the length of the JSON string that b begins with, quotes
// included, or what is left of b if it does not end.
func stringLen(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// valueLen is the length of the JSON value that b begins with. The syntax has
// been checked.
func valueLen(b []byte) int {
	switch b[0] {
	case '"':
		return stringLen(b)
	case '{', '[':
		level := 0
		for i := 0; i < len(b); i++ {
			switch b[i] {
			case '"':
				i += stringLen(b[i:]) - 1
			case '{', '[':
				level++
			case '}', ']':
				if level--; level == 0 {
					return i + 1
				}
			}
		}
	}
	for i, c := range b {
		switch c {
		case ',', '}', ']', ' ', '\t', '\n', '\r':
			return i
		}
	}
	return len(b)
}

// text is the value of a JSON string, and whether it is Unicode text at all:
// "\ud800" is well-formed JSON and no text.
func text(raw []byte) (string, bool) {
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner), true
	}
	if loneSurrogate(inner) {
		return "", false
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err == nil
}

// loneSurrogate reports whether the inside of a JSON string escapes half a
// surrogate pair. The syntax has been checked.
func loneSurrogate(inner []byte) bool {
	unit := func(i int) rune { // the \uXXXX at i, or -1
		if i+6 > len(inner) || inner[i] != '\\' || inner[i+1] != 'u' {
			return -1
		}
		v, err := strconv.ParseUint(string(inner[i+2:i+6]), 16, 32)
		if err != nil {
			return -1
		}
		return rune(v)
	}
	for i := 0; i < len(inner); i++ {
		if inner[i] != '\\' {
			continue
		}
		switch u := unit(i); {
		case u < 0xD800 || u > 0xDFFF:
			i++ // another escape: its second byte begins nothing
		case u >= 0xDC00:
			return true
		default:
			if low := unit(i + 6); low < 0xDC00 || low > 0xDFFF {
				return true
			}
			i += 11
		}
	}
	return false
}

// integer is the value of a JSON number that is whole, in whatever way it is
// written: JSON Schema counts 2, 2.0 and 2e0 as the same integer. Numbers
// beyond the range come back as a value beyond it.
func integer(raw []byte) (value int, ok bool) {
	if c := raw[0]; c != '-' && (c < '0' || c > '9') {
		return 0, false
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	const most = 1 << 31
	switch {
	case f > most || err != nil && f > 0:
		return most, true
	case f < -most || err != nil && f < 0:
		return -most, true
	}
	n := int(f)
	return n, float64(n) == f
}
