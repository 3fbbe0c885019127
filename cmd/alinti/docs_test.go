package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestReadmeBeginsWithWhatWorks holds the first screen to its promise: two
// commands within 25 lines, and the first prints what stands below it.
func TestReadmeBeginsWithWhatWorks(t *testing.T) {
	lines := strings.Split(read(t, "README.md"), "\n")
	screen := strings.Join(lines[:25], "\n")
	const question = "Kuzey Kore Rusya'ya kaç asker gönderdi?"
	for _, command := range []string{`$ go run ./cmd/alinti ask "` + question + `"`, "$ go test ./..."} {
		if !strings.Contains(screen, command+"\n") {
			t.Errorf("the first 25 lines of README.md lack %s", command)
		}
	}
	var out strings.Builder
	if code := run(t.Context(), []string{"ask", question}, strings.NewReader(""), &out, io.Discard); code != exitDone {
		t.Fatalf("ask: exit code %d", code)
	}
	if !strings.Contains(screen, question+"\"\n"+out.String()) {
		t.Errorf("README.md does not show what the command prints:\n%s", out.String())
	}
}

var markdownLink = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)

// TestLinksOfTheDocumentationLeadSomewhere follows each relative link.
func TestLinksOfTheDocumentationLeadSomewhere(t *testing.T) {
	followed := 0
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, ".md") || strings.Contains(name, "testdata/") {
			continue
		}
		for _, m := range markdownLink.FindAllStringSubmatch(read(t, name), -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			followed++
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	}
	if followed < 10 {
		t.Errorf("only %d links were found", followed)
	}
}

// TestEveryPageIsListed wants each page of docs/ in its index.
func TestEveryPageIsListed(t *testing.T) {
	index := read(t, "docs/README.md")
	for _, name := range tracked(t) {
		page, inDocs := strings.CutPrefix(name, "docs/")
		if inDocs && strings.HasSuffix(page, ".md") && page != "README.md" && !strings.Contains(index, "("+page+")") {
			t.Errorf("docs/README.md does not list %s", page)
		}
	}
}
