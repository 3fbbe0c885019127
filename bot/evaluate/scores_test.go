package evaluate

import (
	"encoding/json"
	"math"
	"testing"
)

func TestScores(t *testing.T) {
	s := ScoresOf([]Result{
		{Answerable: true, Answered: true, Hit1: true, Full: true, Quotes: 1, Shown: 1, Verbatim: 1},
		{Answerable: true, Answered: true, Hit1: true, Quotes: 2, Shown: 2, Verbatim: 1},
		{Answerable: true, Shown: 2, Verbatim: 2},
		{Answerable: true, Answered: true, Quotes: 3, Shown: 3, Verbatim: 3},
		{Answered: true, Quotes: 2, Shown: 2, Verbatim: 2},
		{},
		{},
	})
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"hit1", s.Hit1.Value(), 2.0 / 4},
		{"full", s.Full.Value(), 1.0 / 4},
		{"abstain", s.Abstain.Value(), 2.0 / 3},
		{"verbatim", s.Verbatim.Value(), 9.0 / 10},
		{"quotes", s.Quotes.Value(), 8.0 / 4},
		{"balanced", orNaN(s.Balanced), (2.0/4 + 2.0/3) / 2},
		{"standard error", s.Hit1.Error(), 0.25},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestScoresWithoutACase(t *testing.T) {
	s := ScoresOf([]Result{{Answerable: true}})
	if s.Balanced != nil || !math.IsNaN(s.Abstain.Value()) || s.Abstain.String() != "–" || margin(s.Abstain) != "–" {
		t.Errorf("scores without an unanswerable question: %+v", s)
	}
	data, err := json.Marshal(s.Abstain)
	if err != nil || string(data) != `{"value":null,"sum":0,"of":0}` {
		t.Errorf("JSON of an empty share: %s, %v", data, err)
	}
}

func TestShareComesBackFromJSON(t *testing.T) {
	var got Share
	data, err := json.Marshal(Share{3, 4})
	if err == nil {
		err = json.Unmarshal(data, &got)
	}
	if err != nil || got != (Share{3, 4}) {
		t.Errorf("%s came back as %v, %v", data, got, err)
	}
}

func TestByStyle(t *testing.T) {
	got := byStyle([]Result{{Style: "b", Answerable: true, Hit1: true}, {Style: "a"}, {Style: "b", Answerable: true}})
	if len(got) != 2 || got[0].Style != "b" || got[0].Hit1.Value() != 0.5 || got[1].Abstain.Value() != 1 {
		t.Errorf("by style: %+v", got)
	}
	if byStyle([]Result{{}, {}}) != nil {
		t.Error("a table by style for a single style")
	}
}
