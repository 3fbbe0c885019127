package webhook

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDocsListEveryProblem holds the table of docs/api.md to the error table.
func TestDocsListEveryProblem(t *testing.T) {
	doc, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| [45][0-9]{2} \\| `").FindAllString(string(doc), -1)
	if len(rows) != len(kinds()) {
		t.Errorf("docs/api.md lists %d problems, the table has %d", len(rows), len(kinds()))
	}
	for _, k := range kinds() {
		if row := fmt.Sprintf("| %d | `%s` |", k.status, k.name); !strings.Contains(string(doc), row) {
			t.Errorf("docs/api.md lacks %s", row)
		}
	}
}
