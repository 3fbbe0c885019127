package evaluate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadQuestions(t *testing.T) {
	for file, want := range map[string][2]int{"dev.jsonl": {107, 72}, "dev2.jsonl": {240, 140}} {
		s, err := Read("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		answerable := 0
		for _, it := range s.Items {
			if it.Answerable {
				answerable++
			}
		}
		if got := [2]int{len(s.Items), answerable}; got != want {
			t.Errorf("Read(%s): %d questions, %d answerable; want %v", file, got[0], got[1], want)
		}
	}
}

func TestReadLines(t *testing.T) {
	s, err := Read(write(t, "\ufeff"+`{"question":"Kaç?","answerable":true,"gold":[["13",""]]}`+"\r\n\r\n"+
		`{"id":"a b","turns":["Kim?","Ne zaman?"],"answerable":false,"gold":[]}`+"\n"+
		`{"id":"a b","question":"Neden?","answerable":false}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 3 {
		t.Fatalf("%d questions, want 3", len(s.Items))
	}
	for i, want := range []struct{ id, question, style string }{
		{"line-1", "Kaç?", ""}, {"a_b", "Ne zaman?", "conversation"}, {"a_b~2", "Neden?", ""},
	} {
		it := s.Items[i]
		if it.ID != want.id || it.Question() != want.question || it.Style != want.style {
			t.Errorf("question %d = %q %q %q, want %q", i, it.ID, it.Question(), it.Style, want)
		}
	}
	if len(s.Items[0].Gold[0]) != 1 {
		t.Errorf("the empty gold string was kept: %q", s.Items[0].Gold)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"", "no question"},
		{"\n\n", "no question"},
		{`{"question":"a"`, "line 1"},
		{`{"question":"a","answerable":false}` + "\n" + `[]`, "line 2"},
		{`{"answerable":false}`, `neither "question" nor "turns"`},
		{`{"question":" ","answerable":false}`, `neither "question" nor "turns"`},
		{`{"question":"a"}`, `"answerable" is missing`},
		{`{"question":"a","answerble":true,"gold":[["x"]]}`, `"answerable" is missing`},
		{`{"data":[{"title":"x","paragraphs":[{"context":"abc.","qas":[{"question":"Kim?","answers":[{"text":"z","answer_start":50}]}]}]}]}`, "none of its 1 questions"},
		{`{"question":"a","answerable":true}`, "gold"},
		{`{"question":"a","answerable":true,"gold":[["x"],[""]]}`, "gold"},
		{`{"question":"a","answerable":false,"gold":[["x"]]}`, "not answerable"},
		{`{"data":[]}`, "SQuAD"},
		{`{"data":[{"paragraphs":3}]}`, "SQuAD"},
	} {
		_, err := Read(write(t, c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Read(%q): %v, want an error with %q", c.file, err, c.want)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestReadSQuAD(t *testing.T) {
	s, err := Read("testdata/squad.json")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.Collection.Documents); n != 2 {
		t.Fatalf("%d documents, want 2: the third article only repeats", n)
	}
	if n := len(s.Collection.Documents[0].Paragraphs); n != 2 {
		t.Fatalf("%d paragraphs in the first article, want 2", n)
	}
	if s.Skipped != 1 {
		t.Errorf("%d questions skipped, want 1", s.Skipped)
	}
	want := map[string]string{
		"q1": "dört", "q2": "Ağrı Dağı'dır", "3": "beş", "q4": "", "q5": "Van", "q5~2": "dört",
	}
	if len(s.Items) != len(want) {
		t.Errorf("%d questions, want %d", len(s.Items), len(want))
	}
	for _, it := range s.Items {
		answer, ok := want[it.ID]
		if !ok || it.Answerable != (answer != "") {
			t.Errorf("question %s: answerable %v", it.ID, it.Answerable)
			continue
		}
		for _, p := range it.Places {
			if got := p.Document.Slice(p.Span); got != answer {
				t.Errorf("question %s: its answer is at %q, want %q", it.ID, got, answer)
			}
			if !overlap(p.Span, it.Paragraph.Span) {
				t.Errorf("question %s: its answer is not in its paragraph", it.ID)
			}
		}
	}
}

func TestHoldOut(t *testing.T) {
	s, err := Read("testdata/squad.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.HoldOut(); err != nil {
		t.Fatal(err)
	}
	if len(s.Collection.Documents) != 1 {
		t.Errorf("%d documents left, want 1", len(s.Collection.Documents))
	}
	for _, it := range s.Items {
		want := it.ID != "q5" && it.ID != "q4"
		if it.Answerable != want || len(it.Places) > 0 != want {
			t.Errorf("question %s: answerable %v with %d places, want %v", it.ID, it.Answerable, len(it.Places), want)
		}
	}
}

func TestHalves(t *testing.T) {
	for half, want := range map[int]int{1: 4, 2: 2} {
		s, err := Read("testdata/squad.json")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Half(half); err != nil {
			t.Fatal(err)
		}
		if len(s.Items) != want || len(s.Collection.Documents) != 2 {
			t.Errorf("half %d: %d questions of %d documents, want %d of 2", half, len(s.Items), len(s.Collection.Documents), want)
		}
	}
	s := &Set{Name: "x"}
	if s.Half(1) == nil || s.Half(3) == nil || s.HoldOut() == nil {
		t.Error("a set without a collection was cut")
	}
}

func TestAskAs(t *testing.T) {
	s, err := Read("testdata/squad.json")
	if err != nil {
		t.Fatal(err)
	}
	other := &Set{Name: "en", Items: []Item{{ID: "q1", Turns: []string{"How many?"}}, {ID: "zz", Turns: []string{"What?"}}}}
	if err := s.AskAs(other); err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 1 || s.Items[0].Question() != "How many?" || len(s.Items[0].Places) == 0 {
		t.Errorf("asked as another file: %+v", s.Items)
	}
	if err := s.AskAs(&Set{Name: "none"}); err == nil {
		t.Error("two files without a common id were joined")
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/squad.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`{"id":"d","question":"q","answerable":true,"gold":[["x"]]}`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(write(t, text))
		if err != nil {
			return
		}
		for _, it := range s.Items {
			for _, p := range it.Places {
				if p.Document.Slice(p.Span) == "" {
					t.Errorf("question %s has an empty answer", it.ID)
				}
			}
		}
	})
}

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "questions")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
