package evaluate

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// report makes a report of n answerable questions, of which the first right
// ones hit, and as many unanswerable ones, all refused.
func reportOf(n, right int) *Report {
	var rs []Result
	for i := range n {
		hit := i < right
		rs = append(rs, Result{ID: fmt.Sprint("y", i), Answerable: true, Answered: true, Hit1: hit, Full: hit, Right: hit, Quotes: 1, Probability: .8})
		rs = append(rs, Result{ID: fmt.Sprint("n", i), Probability: .2})
	}
	s := SetReport{Set: "a", Results: rs}
	s.score()
	return &Report{Sets: []SetReport{s}}
}

func TestCompare(t *testing.T) {
	ds, err := compare(reportOf(100, 60), reportOf(100, 80), 1)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Difference{}
	for _, d := range ds {
		got[d.Measure] = d
	}
	d := got["hit1"]
	if d.Before != .6 || d.After != .8 || d.Won != 20 || d.Lost != 0 || !d.Clear() {
		t.Errorf("hit1: %+v", d)
	}
	// The paired difference of 20 wins in 100 has a standard error of
	// sqrt(.2*.8/100) = .04, so the interval is about .12 to .28.
	if d.Low < .10 || d.Low > .14 || d.High < .26 || d.High > .30 {
		t.Errorf("hit1: the interval is %.3f to %.3f, want about .12 to .28", d.Low, d.High)
	}
	if d := got["abstain"]; d.Before != 1 || d.After != 1 || d.Low != 0 || d.High != 0 || d.Clear() {
		t.Errorf("abstain: %+v", d)
	}
	if d := got["balanced"]; d.Before != .8 || d.After != .9 {
		t.Errorf("balanced: %+v", d)
	}
	if _, ok := got["paragraph recall1"]; ok {
		t.Error("a ranking that was not taken is compared")
	}
	again, err := compare(reportOf(100, 60), reportOf(100, 80), 1)
	if err != nil || fmt.Sprint(again) != fmt.Sprint(ds) {
		t.Errorf("the same comparison came out differently, %v", err)
	}
}

func TestCompareOfStrangers(t *testing.T) {
	other := reportOf(3, 1)
	other.Sets[0].Set = "b"
	if _, err := compare(other, reportOf(3, 1), 1); err == nil {
		t.Error("two reports without a common set were compared")
	}
	changed := reportOf(3, 1)
	for i := range changed.Sets[0].Results {
		changed.Sets[0].Results[i].Question = "another"
	}
	if _, err := compare(changed, reportOf(3, 1), 1); err == nil {
		t.Error("two reports with other questions under the same ids were compared")
	}
}

func TestReportComesBack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.json")
	var b bytes.Buffer
	want := reportOf(10, 7)
	if err := want.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadReport(file)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := compare(got, want, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range ds {
		if d.Before != d.After || d.Clear() {
			t.Errorf("a report differs from itself: %+v", d)
		}
	}
}
