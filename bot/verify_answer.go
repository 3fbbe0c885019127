package bot

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// maxJSONDepth is how deep objects may lie in each other.
const maxJSONDepth = 32

// Answer checks every quote in the JSON of answers: each value of the input,
// one after the other or in lists, and what lies inside other objects, as in a
// callback's envelope. Quotes are what stands in a list named "quotes" or
// "closest"; every key of each is checked against the files. A key that stands
// twice in an object is refused, since two readers may read it differently.
func (v *Verifier) Answer(data []byte) (Verification, error) {
	if len(data) > MaxVerifyAnswers {
		return Verification{}, tooMuch("bytes", len(data), MaxVerifyAnswers)
	}
	a := answerVerifier{Verifier: v}
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	dec.UseNumber()
	for n := 0; ; n++ {
		value, err := verifyValue(dec, 0)
		if errors.Is(err, io.EOF) && n > 0 {
			break
		}
		if err != nil {
			return Verification{}, fmt.Errorf("%w: not the JSON of an answer: %w", ErrUnverifiable, err)
		}
		path := ""
		if n > 0 {
			path = fmt.Sprintf("value %d ", n+1)
		}
		a.walk(value, path)
	}
	return Verification{a.verdicts}, nil
}

// verifyValue reads one value into map[string]any, []any, string, json.Number,
// bool or nil. io.EOF says that there is none.
func verifyValue(dec *json.Decoder, depth int) (any, error) {
	if depth > maxJSONDepth {
		return nil, fmt.Errorf("objects more than %d deep", maxJSONDepth)
	}
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		return verifyObject(dec, depth)
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			item, err := verifyValue(dec, depth+1)
			if err != nil {
				return nil, noEOF(err)
			}
			list = append(list, item)
		}
		_, err := dec.Token()
		return list, noEOF(err)
	}
	return t, nil
}

func verifyObject(dec *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, noEOF(err)
		}
		name, _ := key.(string)
		if _, twice := object[name]; twice {
			return nil, fmt.Errorf("key %q stands twice in one object", name)
		}
		if object[name], err = verifyValue(dec, depth+1); err != nil {
			return nil, noEOF(err)
		}
	}
	_, err := dec.Token()
	return object, noEOF(err)
}

// noEOF tells an end in the middle of a value from the end of the input.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// An answerVerifier collects the verdicts on the quotes of some answers.
type answerVerifier struct {
	*Verifier
	verdicts []Verdict
	looked   int
}

// walk looks for answers in a value, keys in order.
func (a *answerVerifier) walk(value any, path string) {
	switch x := value.(type) {
	case []any:
		for i, item := range x {
			a.walk(item, path+"["+strconv.Itoa(i)+"]")
		}
	case map[string]any:
		for _, key := range []string{"quotes", "closest"} {
			list, _ := x[key].([]any)
			shown := ""
			var sides []any
			if key == "quotes" {
				sides = sidesOf(x)
				if x["answered"] == true {
					shown, _ = x["text"].(string)
				}
			}
			for i, item := range list {
				if quote, ok := item.(map[string]any); ok {
					a.quote(quote, fmt.Sprintf("%s%s[%d]", dotted(path), key, i), shown, sidesAt(sides, i, len(list)))
				}
			}
		}
		for _, key := range slices.Sorted(maps.Keys(x)) {
			if key != "quotes" && key != "closest" {
				a.walk(x[key], dotted(path)+key)
			}
		}
	}
}

func dotted(path string) string {
	if path == "" || path[len(path)-1] == ' ' {
		return path
	}
	return path + "."
}

// sidesOf are the sides of an answer's disagreement.
func sidesOf(answer map[string]any) []any {
	d, _ := answer["disagreement"].(map[string]any)
	sides, _ := d["sides"].([]any)
	return sides
}

// sidesAt are the sides of the quote at i of n; one that names no quote is held
// against the first. The others are nil, so that each keeps its place.
func sidesAt(sides []any, i, n int) []any {
	at := make([]any, len(sides))
	for j, side := range sides {
		keys, _ := side.(map[string]any)
		number, ok := whole(keys["quote"])
		if !ok || number < 1 || number > n {
			number = 1
		}
		if number == i+1 {
			at[j] = side
		}
	}
	return at
}

// quote judges one quote of an answer with what the answer says that it says,
// and whether what the answer shows, if anything, holds it as it is.
func (a *answerVerifier) quote(quote map[string]any, where, shown string, sides []any) {
	c := claim{keys: quote, verifier: a.Verifier, sides: sides}
	text := c.check()
	if shown != "" && !strings.Contains(shown, text) {
		c.wrong("text", text, "not in the answer's text")
	}
	d := Verdict{N: len(a.verdicts) + 1, Text: text, Where: where, OK: len(c.problems) == 0, Problems: c.problems}
	plain := readPlain(text).String()
	d.Places = a.finder().places([]byte(plain))
	if !d.OK && len(d.Places) == 0 && a.looked < maxNearest {
		a.looked++
		d.Nearest = a.neighbours().nearest(plain)
	}
	a.verdicts = append(a.verdicts, d)
}
