package quantity

import (
	"os"
	"strings"
	"testing"
)

// The table of docs/numbers-and-dates.md holds: all of a row is one value.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/numbers-and-dates.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| written | value |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 10 {
		t.Fatalf("the table has %d rows", len(rows))
	}
	for _, row := range rows {
		written := strings.Split(strings.TrimSpace(strings.Split(row, "|")[1]), " · ")
		for _, s := range written {
			if a, b := first(t, written[0]), first(t, s); !Equal(a, b) {
				t.Errorf("%q and %q: %+v, %+v", written[0], s, a, b)
			}
		}
	}
}
