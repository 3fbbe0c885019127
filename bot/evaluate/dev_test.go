package evaluate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
)

// devReport asks the judged questions of the two articles, without a model.
func devReport(t *testing.T) *Report {
	t.Helper()
	c := bottest.Seeds(t)
	b := bottest.Bot(t, c)
	report, err := Run(t.Context(), Options{
		Files: []string{"testdata/dev.jsonl", "testdata/dev2.jsonl"}, Asker: b, Collection: c,
		Question: bot.Question{Mode: bot.ModeRetrieval},
	})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// TestGoldenPage keeps what is shown for every judged question. Read the diff
// after -update: it is what a change did to the answers.
func TestGoldenPage(t *testing.T) {
	report := devReport(t)
	for i := range report.Sets {
		report.Sets[i].MedianUS = 0 // not the same twice
	}
	report.Pooled.MedianUS = 0
	var page bytes.Buffer
	if err := report.Print(&page); err != nil {
		t.Fatal(err)
	}
	page.WriteByte('\n')
	for _, s := range report.Sets {
		for _, r := range s.Results {
			fmt.Fprintf(&page, "%s %-10s %-6s %s\n      %s\n", r.ID, r.Style, verdict(r), r.Question, shownLine(r))
		}
	}
	golden(t, "testdata/golden.txt", page.String())
}

func verdict(r Result) string {
	switch {
	case r.Answerable && r.Hit1 && !r.Full:
		return "part"
	case r.Answerable && r.Hit1, !r.Answerable && !r.Answered:
		return "right"
	case r.Answerable && !r.Answered:
		return "silent"
	default:
		return "wrong"
	}
}

func shownLine(r Result) string {
	if len(r.Places) == 0 {
		return "nothing shown"
	}
	kind := "quoted"
	if !r.Answered {
		kind = "nearest"
	}
	return fmt.Sprintf("%s %.2f %s", kind, r.Probability, strings.Join(r.Places, " "))
}

// A floor is the best that a figure has been, and its standard error then.
type floor struct {
	Value float64 `json:"value"`
	Noise float64 `json:"noise"`
}

// TestFiguresDoNotFall holds the figures of both sets together to the best that
// they have been: one may fall by its standard error, as another question list
// would have moved it, and no more. -update raises floors and never lowers one.
func TestFiguresDoNotFall(t *testing.T) {
	const file = "testdata/floors.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]floor{}
	if err := json.Unmarshal(data, &floors); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	now := figuresNow(devReport(t).Pooled)
	for name, f := range now {
		best, known := floors[name]
		if *update && (!known || f.Value > best.Value) {
			floors[name], best = f, f
		}
		if f.Value < best.Value-best.Noise-1e-9 {
			t.Errorf("%s is %.3f, was %.3f, and %.3f is noise", name, f.Value, best.Value, best.Noise)
		}
	}
	if len(floors) != len(now) {
		t.Errorf("%s has %d figures, the report %d", file, len(floors), len(now))
	}
	if *update {
		out, err := json.MarshalIndent(floors, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, file, string(out)+"\n")
	}
}

func figuresNow(s *SetReport) map[string]floor {
	out := map[string]floor{
		"verbatim": {s.Scores.Verbatim.Value(), 0},
		"auc":      {orNaN(s.Calibration.AUC), aucError(s)},
	}
	for name, share := range map[string]Share{"hit1": s.Scores.Hit1, "full": s.Scores.Full, "abstain": s.Scores.Abstain} {
		out[name] = floor{share.Value(), share.Error()}
	}
	for _, style := range s.Styles {
		if style.Style == "contrast" {
			out["contrast full"] = floor{style.Full.Value(), style.Full.Error()}
		}
	}
	return out
}

// aucError is the standard error of an AUC by Hanley and McNeil (1982).
func aucError(s *SetReport) float64 {
	a, yes, no := orNaN(s.Calibration.AUC), s.Scores.Hit1.Of, s.Scores.Abstain.Of
	q1, q2 := a/(2-a), 2*a*a/(1+a)
	return math.Sqrt((a*(1-a) + (yes-1)*(q1-a*a) + (no-1)*(q2-a*a)) / (yes * no))
}
