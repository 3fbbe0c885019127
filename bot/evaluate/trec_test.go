package evaluate

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTREC(t *testing.T) {
	report, err := Run(t.Context(), Options{Files: []string{"testdata/squad.json"}, New: newMatcher})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := report.WriteTREC(filepath.Join(dir, "run"), "alinti"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"run", "run.qrels", "run.paragraphs", "run.paragraphs.qrels"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/squad."+name, string(got))
	}
	if err := report.WriteTREC(filepath.Join(dir, "none", "run"), "alinti"); err == nil {
		t.Error("a run was written into a folder that is not there")
	}
}
