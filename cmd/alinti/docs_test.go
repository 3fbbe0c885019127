package main

import (
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
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

var (
	markdownLink = regexp.MustCompile(`\]\(([^)#\s]*)(?:#([^)\s]*))?\)`)
	heading      = regexp.MustCompile(`(?m)^#+ (.+)$`)
	notInAnchor  = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors are the names that GitHub gives to the headings of a page.
func anchors(page string) map[string]bool {
	all := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(page, -1) {
		all[strings.ReplaceAll(notInAnchor.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	return all
}

// TestLinksOfTheDocumentationLeadSomewhere follows each relative link, to the
// heading that it names too.
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
			to := path.Join(path.Dir(name), m[1])
			if m[1] == "" {
				to = name
			}
			if _, err := os.Stat(filepath.Join(root, to)); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			} else if m[2] != "" && !anchors(read(t, to))[m[2]] {
				t.Errorf("%s links to the heading #%s of %s, which is not there", name, m[2], to)
			}
		}
	}
	if followed < 10 {
		t.Errorf("only %d links were found", followed)
	}
}

// TestEverySettingIsTold wants each key of config.example.yaml in a page of
// docs/ or the README: by its whole name, or in a table of the keys of its
// section. A key with _file added goes with the key.
func TestEverySettingIsTold(t *testing.T) {
	tables := map[string]string{"discord": read(t, "docs/discord.md")}
	pages := read(t, "README.md")
	for _, name := range tracked(t) {
		if strings.HasPrefix(name, "docs/") && strings.HasSuffix(name, ".md") {
			pages += read(t, name)
		}
	}
	var sections map[string]any
	if err := yaml.Unmarshal([]byte(read(t, "config.example.yaml")), &sections); err != nil {
		t.Fatal(err)
	}
	keys := 0
	for section, v := range sections {
		in, _ := v.(map[string]any)
		for key := range in {
			keys++
			key = strings.TrimSuffix(key, "_file")
			whole := "`" + section + "." + key
			if !strings.Contains(pages, whole+"`") && !strings.Contains(pages, whole+": ") && !strings.Contains(tables[section], "`"+key+"`") {
				t.Errorf("no page tells of %s.%s", section, key)
			}
		}
	}
	if keys < 70 {
		t.Errorf("only %d keys were found", keys)
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
