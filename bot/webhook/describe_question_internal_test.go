package webhook

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"alinti/bot"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const questionSchema = "/components/schemas/Question/properties/question"

// TestDescriptionKnowsWhatShows: a text of one code point fits the schema of a
// question exactly when it is one, whatever the code point.
func TestDescriptionKnowsWhatShows(t *testing.T) {
	question := schema(t, questionSchema)
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		if err, fits := bot.Check(bot.Question{Text: string(r)}), question.Validate(string(r)) == nil; (err == nil) != fits {
			t.Errorf("%U: %v, fits the schema: %t", r, err, fits)
		}
	}
}

// TestDescriptionBoundsAQuestion: in each content type, what fits the schema
// of a question is what is accepted, around the least and the greatest length.
func TestDescriptionBoundsAQuestion(t *testing.T) {
	content := "/paths/~1v1~1ask/post/requestBody/content/"
	for _, s := range []string{"text~1plain/schema", "application~1x-www-form-urlencoded/schema/properties/text"} {
		if got := follow(t, content+s); got != questionSchema {
			t.Fatalf("%s is described by %s, want %s", s, got, questionSchema)
		}
	}
	question := schema(t, questionSchema)
	compareBounds(t, question, "")
	most, less := strings.Repeat("ş", bot.MaxQuestionRunes), strings.Repeat("a", bot.MaxQuestionRunes-2)
	for _, r := range "\t\n\v\f\r \x00\u0085\u00a0\u00ad\u1680\u2000\u200a\u200b\u2028\u202f\u205f\u2060\u3000\ufeff\U000e0001\U000c556be\u0301" {
		s := string(r)
		for _, text := range []string{
			s, s + s, s + "a" + s, s + "\u200d", most + s, s + most, s + most + s, "a" + s + less, "a" + s + less + "b",
			strings.Repeat(s, bot.MaxQuestionRunes), strings.Repeat(s, bot.MaxQuestionRunes+1),
			strings.Repeat(s, bot.MaxQuestionRunes-1) + "a", strings.Repeat(s, bot.MaxQuestionRunes) + "a",
		} {
			compareBounds(t, question, text)
		}
	}
	for _, s := range []string{"\u0958", "\ufb2c", "\U0001d160"} { // several code points in the normal form
		compareBounds(t, question, strings.Repeat(s, bot.MaxQuestionRunes))
	}
}

// compareBounds holds the three ways to send a text to the schema.
func compareBounds(t *testing.T, question *jsonschema.Schema, text string) {
	t.Helper()
	fits := question.Validate(text) == nil
	inJSON, err := json.Marshal(map[string]string{"question": text})
	if err != nil {
		t.Fatal(err)
	}
	for kind, decoded := range map[string]func() (request, error){
		"JSON":  func() (request, error) { return decodeJSON(inJSON) },
		"plain": func() (request, error) { return decodePlain([]byte(text)) },
		"form":  func() (request, error) { return decodeForm([]byte("text=" + url.QueryEscape(text))) },
	} {
		q, err := decoded()
		if err == nil {
			err = bot.Check(q.Question)
		}
		if (err == nil) != fits {
			t.Errorf("%.20q of %d code points as %s: %v, fits the schema: %t", text, utf8.RuneCountInString(text), kind, err, fits)
		}
	}
}
