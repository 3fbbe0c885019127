package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"alinti/retrieval/corpus"
)

// wholeAnswer is an answer that quotes every unit of the documents.
func wholeAnswer(docs []*corpus.Document) Answer {
	a := Answer{Question: "Ne var?", Answered: true, Mode: ModeRetrieval}
	for _, d := range docs {
		for i := range d.Sentences {
			q := newQuote(d, &d.Sentences[i])
			q.N, q.Score = len(a.Quotes)+1, 0.5
			q.Highlights = []Range{{q.Start, q.End}}
			q.Dates = []Date{{Text: q.Text, Start: q.Start, End: q.End, Resolved: "2024"}}
			q.Also = []Place{{Source: q.Source, Paragraph: q.Paragraph, Start: q.Start, End: q.End}}
			a.Quotes = append(a.Quotes, q)
			if a.Disagreement == nil {
				a.Disagreement = &Disagreement{About: AboutNumber}
			}
			a.Disagreement.Sides = append(a.Disagreement.Sides, Side{q.N, "1", q.Text, q.Start, q.End, q.Source.Date})
			a.Text += fmt.Sprintf("«%s» [%d]\n", q.Text, q.N)
		}
	}
	return a
}

func marshal(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestVerifyAnswerHolds(t *testing.T) {
	for _, d := range variants(t) {
		c, err := corpus.NewCollection(d)
		if err != nil {
			t.Fatal(err)
		}
		a := wholeAnswer(c.Documents)
		got, err := NewVerifier(c).Answer(marshal(t, a))
		if err != nil || !got.OK() || len(got.Verdicts) != len(d.Sentences) {
			t.Fatalf("Answer = %v, %d verdicts, want %d good ones: %+v", err, len(got.Verdicts), len(d.Sentences), got)
		}
		for i, verdict := range got.Verdicts {
			q := a.Quotes[i]
			if !slices.ContainsFunc(verdict.Places, func(p Place) bool { return p.Start == q.Start && p.End == q.End && p.Paragraph == q.Paragraph }) {
				t.Errorf("places of %q = %+v, want %d–%d in paragraph %d", q.Text, verdict.Places, q.Start, q.End, q.Paragraph)
			}
		}
		if text, err := NewVerifier(c).Text(a.Text); err != nil || !text.OK() || len(text.Verdicts) != len(d.Sentences) {
			t.Errorf("Text of the answer's text = %v, %d verdicts, want %d good ones", err, len(text.Verdicts), len(d.Sentences))
		}
	}
}

// Every key of a quote is checked: whatever is changed, the quote no longer
// holds, and the verdict names the key.
func TestVerifyAnswerNamesWhatDiffers(t *testing.T) {
	docs := variants(t)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		t.Fatal(err)
	}
	for key, change := range map[string]func(*Quote){
		"text":                  func(q *Quote) { q.Text = strings.Replace(q.Text, "13", "12", 1) },
		"source.id":             func(q *Quote) { q.Source.ID = "none" },
		"source.file":           func(q *Quote) { q.Source.File = "x" },
		"source.title":          func(q *Quote) { q.Source.Title += "!" },
		"source.date":           func(q *Quote) { q.Source.Date = "2025-09-20" },
		"source.sha256":         func(q *Quote) { q.Source.SHA256 = docs[0].SHA256 },
		"heading":               func(q *Quote) { q.Heading = "Başlık" },
		"paragraph":             func(q *Quote) { q.Paragraph-- },
		"start":                 func(q *Quote) { q.Start = -1 },
		"end":                   func(q *Quote) { q.End = 1 << 40 },
		"start_rune":            func(q *Quote) { q.StartRune++ },
		"end_rune":              func(q *Quote) { q.EndRune-- },
		"prefix":                func(q *Quote) { q.Prefix = "x" + q.Prefix },
		"suffix":                func(q *Quote) { q.Suffix += "x" },
		"score":                 func(q *Quote) { q.Score = 1.5 },
		"highlights[0].start":   func(q *Quote) { q.Highlights[0].Start-- },
		"highlights[0].end":     func(q *Quote) { q.Highlights[0].End = q.Highlights[0].Start },
		"dates[0].text":         func(q *Quote) { q.Dates[0].Text = "dün" },
		"also[0].source.sha256": func(q *Quote) { q.Also[0].Source.SHA256 = "" },
		"also[0].paragraph":     func(q *Quote) { q.Also[0].Paragraph = 1 },
		"also[0].end":           func(q *Quote) { q.Also[0].End = 9999 },
	} {
		a := wholeAnswer(docs)
		i := slices.IndexFunc(a.Quotes, func(q Quote) bool { return strings.Contains(q.Text, "13 bin") })
		change(&a.Quotes[i])
		got, err := NewVerifier(c).Answer(marshal(t, a))
		if err != nil {
			t.Fatal(err)
		}
		for j, v := range got.Verdicts {
			if v.OK != (j != i) {
				t.Errorf("%s changed in quote %d: quote %d is %v: %+v", key, i, j, v.OK, v.Problems)
			}
		}
		if !slices.ContainsFunc(got.Verdicts[i].Problems, func(p Problem) bool { return p.Key == key }) {
			t.Errorf("%s changed: problems %+v do not name it", key, got.Verdicts[i].Problems)
		}
	}
}

// So is what the answer says that its quotes say.
func TestVerifyAnswerNamesWrongSides(t *testing.T) {
	docs := variants(t)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		t.Fatal(err)
	}
	for key, change := range map[string]func(*Side){
		"quote": func(s *Side) { s.Quote = 9999 },
		"text":  func(s *Side) { s.Text = "dün" },
		"start": func(s *Side) { s.Start -= 2 },
		"end":   func(s *Side) { s.End = s.Start },
		"date":  func(s *Side) { s.Date = "2025-09-20" },
	} {
		a := wholeAnswer(docs)
		change(&a.Disagreement.Sides[0])
		got, err := NewVerifier(c).Answer(marshal(t, a))
		if err != nil || got.Verdicts[0].OK || !slices.ContainsFunc(got.Verdicts[0].Problems, func(p Problem) bool { return p.Key == "disagreement.sides[0]."+key }) {
			t.Errorf("%s changed: %v, problems %+v do not name it", key, err, got.Verdicts[0].Problems)
		}
	}
}

func TestVerifyAnswerShifted(t *testing.T) {
	docs := variants(t)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		t.Fatal(err)
	}
	q := wholeAnswer(docs).Quotes[0]
	for shift := 1; shift < 5; shift++ { // also into the middle of a letter
		moved := q
		moved.Start, moved.End = q.Start+shift, q.End+shift
		got, err := NewVerifier(c).Answer(marshal(t, Answer{Closest: []Quote{moved}}))
		if err != nil || got.OK() || len(got.Verdicts) != 1 {
			t.Errorf("shifted by %d: %+v, %v", shift, got, err)
		}
	}
}

func TestVerifyAnswerAlteredText(t *testing.T) {
	docs := variants(t)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		t.Fatal(err)
	}
	a := wholeAnswer(docs)
	a.Text = strings.Replace(a.Text, "13 bin", "12 bin", 1)
	got, err := NewVerifier(c).Answer(marshal(t, a))
	if err != nil || got.OK() {
		t.Errorf("Answer with another text = %v, OK %v", err, got.OK())
	}
	invented := a.Quotes[0]
	invented.Text = "Kuzey Kore Rusya'ya en az 12 bin asker göndermişti."
	got, err = NewVerifier(c).Answer(marshal(t, Answer{Quotes: []Quote{invented}}))
	if err != nil || got.OK() || got.Verdicts[0].Nearest == nil || got.Verdicts[0].Nearest.Said == "" {
		t.Errorf("Answer of an invented quote = %v, %+v, want what is nearest", err, got)
	}
}

func TestVerifyAnswerForms(t *testing.T) {
	docs := variants(t)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		t.Fatal(err)
	}
	q := marshal(t, wholeAnswer(docs).Quotes[0])
	good, quote := `{"answered":true,"quotes":[`+string(q)+`]}`, string(q)
	for _, tt := range []struct {
		name, data string
		quotes     int
		err        bool
	}{
		{"one answer", good, 1, false},
		{"lines", good + "\n" + good + "\n", 2, false},
		{"a list", "[" + good + "," + good + "]", 2, false},
		{"an envelope", `{"type":"answer","data":{"answer":` + good + `}}`, 1, false},
		{"BOM and white space", "\ufeff \n" + good + " \n", 1, false},
		{"closest", `{"answered":false,"closest":[` + quote + `]}`, 1, false},
		{"a statement's quotes are numbers", `{"quotes":[` + quote + `],"statements":[{"text":"x","quotes":[1]}]}`, 1, false},
		{"refusal", `{"answered":false,"reason":"no_evidence"}`, 0, false},
		{"not a list", `{"quotes":{"a":1}}`, 0, false},
		{"key twice", `{"quotes":[{"text":"a","text":"b"}]}`, 0, true},
		{"cut off", good[:len(good)-3], 0, true},
		{"more after it", good + "x", 0, true},
		{"too deep", strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100), 0, true},
		{"nothing", "  ", 0, true},
	} {
		got, err := NewVerifier(c).Answer([]byte(tt.data))
		if (err != nil) != tt.err || err != nil && !errors.Is(err, ErrUnverifiable) {
			t.Errorf("%s: error %v, want one: %v", tt.name, err, tt.err)
		}
		if len(got.Verdicts) != tt.quotes || got.OK() != (tt.quotes > 0) {
			t.Errorf("%s: %+v, want %d good quotes", tt.name, got, tt.quotes)
		}
	}
	for _, quote := range []string{`{}`, `{"source":1}`, `{"source":{"id":"naumann-raporu"}}`, strings.Replace(quote, `"start":`, `"start":"x","x":`, 1),
		strings.Replace(quote, `"start":0`, `"start":0.5`, 1), strings.Replace(quote, `"score":0.5,`, "", 1), strings.Replace(quote, `"suffix":"`, `"suffix":["`, 1)} {
		got, err := NewVerifier(c).Answer([]byte(`{"quotes":[` + quote + `]}`))
		if err == nil && got.OK() {
			t.Errorf("quote %s holds", quote)
		}
	}
}

func TestVerifyTellsJSONFromText(t *testing.T) {
	v := seedVerifier(t)
	for _, tt := range []struct {
		data   string
		quotes int
		err    bool
	}{
		{"[1] «en az 13 bin asker»", 1, false},
		{" > en az 13 bin asker", 1, false},
		{`{"quotes":[]}`, 0, false},
		{`{"quotes":["en az 13 bin asker`, 0, true},
		{`[]`, 0, false},
		{"", 0, false},
	} {
		got, err := v.Verify([]byte(tt.data))
		if len(got.Verdicts) != tt.quotes || (err != nil) != tt.err {
			t.Errorf("Verify(%q) = %+v, %v; want %d quotes", tt.data, got, err, tt.quotes)
		}
	}
}

// Whatever comes in, nothing that is not the file's bytes is called good.
func FuzzVerifyAnswer(f *testing.F) {
	docs := variants(f)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		f.Fatal(err)
	}
	a := wholeAnswer(docs)
	a.Quotes = a.Quotes[:2]
	f.Add(marshal(f, a))
	f.Add([]byte(`{"quotes":[{"text":"a"}]}[{"closest":[{}]}]`))
	v := NewVerifier(c)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := v.Answer(data)
		if err != nil {
			return
		}
		for _, verdict := range got.Verdicts {
			if verdict.OK && !slices.ContainsFunc(docs, func(d *corpus.Document) bool { return verdict.Text != "" && strings.Contains(d.Text, verdict.Text) }) {
				t.Errorf("%q holds", verdict.Text)
			}
		}
	})
}

// What is called good stands in one document, white space aside, and places
// are where it says.
func FuzzVerifyText(f *testing.F) {
	docs := variants(f)[:2]
	c, err := corpus.NewCollection(docs...)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"«en az 13 bin asker»", "> Rusya\n> «a \"b\" c» [1]\n", "“„\"«\\**\"» x y z\"", "\"İki ülke \"eşitsizlik\" olduğu\""} {
		f.Add(s)
	}
	v := NewVerifier(c)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := v.Text(text)
		if err != nil {
			return
		}
		for _, verdict := range got.Verdicts {
			if verdict.OK != (len(verdict.Places) > 0) {
				t.Errorf("%+v", verdict)
			}
			for _, p := range verdict.Places {
				stands := c.Document(p.Source.ID).Text[p.Start:p.End]
				if strings.Join(strings.Fields(stands), " ") != verdict.Text {
					t.Errorf("%q is said to stand where %q does", verdict.Text, stands)
				}
			}
		}
	})
}
