package when

import (
	"os"
	"strings"
	"testing"
)

// The table of docs/numbers-and-dates.md holds.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/numbers-and-dates.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| written | means |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 10 {
		t.Fatalf("the table has %d rows", len(rows))
	}
	for _, row := range rows {
		columns := strings.Split(row, "|")
		means := strings.Split(strings.TrimSpace(columns[2]), " · ")
		for i, s := range strings.Split(strings.TrimSpace(columns[1]), " · ") {
			want := means[min(i, len(means)-1)]
			if found := Find(s, Day{2025, 9, 19}); len(found) != 1 || found[0].Resolved != want {
				t.Errorf("Find(%q) = %+v, want %s", s, found, want)
			}
		}
	}
}
