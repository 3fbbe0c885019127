package evaluate

import (
	"bytes"
	"testing"
)

func TestTREC(t *testing.T) {
	report, err := Run(t.Context(), Options{Files: []string{"testdata/squad.json"}, New: newMatcher})
	if err != nil {
		t.Fatal(err)
	}
	for file, write := range map[string]func(*bytes.Buffer) error{
		"run":              func(b *bytes.Buffer) error { return report.WriteRun(b, "alinti", false) },
		"run.paragraphs":   func(b *bytes.Buffer) error { return report.WriteRun(b, "alinti", true) },
		"qrels":            func(b *bytes.Buffer) error { return report.WriteQrels(b, false) },
		"qrels.paragraphs": func(b *bytes.Buffer) error { return report.WriteQrels(b, true) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/squad."+file, b.String())
	}
}
