package webhook

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"unicode/utf8"

	"alinti/bot"
)

// FuzzDecodeJSON: whatever is sent, decoding ends in a question or in an error
// of the table below 500, and what it accepts encoding/json reads alike.
func FuzzDecodeJSON(f *testing.F) {
	for _, s := range []string{
		`{"question":"Kaç asker?","quotes":3,"mode":"auto","language":"tr"}`,
		`{"question":"\ud83d\ude00","quotes":2.0}`, `{"a":{"b":[1,{"c":"}"}]}}`, `[]`, ``, `{`, "\ufeff{}",
		`{"question":"a" , "question":"b"}`, `{"question":"\ud83d"}`, `{"quotes":-1e999}`,
		`{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"b":1}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		q, err := decodeJSON(body)
		if err != nil {
			if p := asProblem(err); p.status >= 500 {
				t.Fatalf("decodeJSON(%q) = %v", body, err)
			}
			return
		}
		if !utf8.ValidString(q.Text) {
			t.Fatalf("decodeJSON(%q) let invalid UTF-8 through", body)
		}
		var std struct {
			Question string   `json:"question"`
			Quotes   *float64 `json:"quotes"`
		}
		if err := json.Unmarshal(trimBOM(body), &std); err != nil || std.Question != q.Text {
			t.Fatalf("decodeJSON(%q) = %q, encoding/json %q, %v", body, q.Text, std.Question, err)
		}
		if std.Quotes != nil && *std.Quotes != float64(q.Quotes) {
			t.Fatalf("decodeJSON(%q): %d quotes, encoding/json %v", body, q.Quotes, *std.Quotes)
		}
	})
}

// FuzzPlainObject: what is taken for plain is read as anything is.
func FuzzPlainObject(f *testing.F) {
	for _, s := range []string{
		`{"question":"Kaç asker?"}`, " {\t\"a\" :\n\"b\" , \"c\":\"\"}\r ", `{"a":"b","a":"c"}`, `{"a":"b"} {}`, `{"a":"b",}`, `{"a":"b"`, `{"a":"b`, `{"a"`, `{"a":`, `{`, `{}`,
		"{\"a\":\"\n\"}", `{"a":"\n"}`, `{"a":1}`, `{"a":"1","b":"2","c":"3","d":"4"}`, `{"a":"1","b":"2","c":"3","d":"4","e":"5"}`, `{"a" "b"}`, `{"a":"b";}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		plain := plainObject(body)
		if plain == nil || !utf8.Valid(body) {
			return
		}
		want, err := anyObject(body)
		if err != nil || !slices.EqualFunc(plain, want, func(a, b field) bool { return a.key == b.key && string(a.raw) == string(b.raw) }) {
			t.Fatalf("plainObject(%q) = %q, want %q, %v", body, plain, want, err)
		}
	})
}

func TestPlainObjectIsTaken(t *testing.T) {
	for body, want := range map[string]int{`{"question":"Kaç asker?"}`: 1, ` { "a" : "b" , "c" : "" } `: 2, `{"a":"1","b":"2","c":"3","d":"4"}`: 4, `{}`: 0, `{"a":1}`: 0} {
		if got := len(plainObject([]byte(body))); got != want {
			t.Errorf("plainObject(%s) has %d fields, want %d", body, got, want)
		}
	}
}

// FuzzDecodeForm: a form never breaks decoding.
func FuzzDecodeForm(f *testing.F) {
	f.Add([]byte("text=a+b%20c&x=y"))
	f.Add([]byte("text=%ff;%zz"))
	f.Fuzz(func(t *testing.T, body []byte) {
		var in *bot.InputError
		if q, err := decodeForm(body); err == nil && !utf8.ValidString(q.Text) {
			t.Fatalf("decodeForm(%q) let invalid UTF-8 through", body)
		} else if err != nil && !errors.As(err, &in) && asProblem(err).status >= 500 {
			t.Fatalf("decodeForm(%q) = %v", body, err)
		}
	})
}
