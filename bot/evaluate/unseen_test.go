package evaluate_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unseenItem is a line of questions.jsonl, read here by itself so that the test
// depends on nothing that it guards.
type unseenItem struct {
	ID         string     `json:"id"`
	Lang       string     `json:"lang"`
	Style      string     `json:"style"`
	Question   string     `json:"question"`
	Answerable bool       `json:"answerable"`
	Gold       [][]string `json:"gold"`
}

// unanswerable names the styles of questions that the articles do not answer.
var unanswerable = map[string]bool{"near": true, "swap": true, "offtopic": true}

// unseenSets gives the number of collections of each set.
var unseenSets = map[string]int{"collections": 20, "unseen": 7}

// Every passage of the gold stands word for word in its collection, and in no
// other of its set, so that no sentence of another passes for the answer.
func TestUnseenGoldIsVerbatim(t *testing.T) {
	for set, want := range unseenSets {
		t.Run(set, func(t *testing.T) { checkUnseenSet(t, filepath.Join("testdata", set), want) })
	}
}

// checkUnseenSet checks the want collections in the folders of dir.
func checkUnseenSet(t *testing.T, dir string, want int) {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(dir, "*", "questions.jsonl"))
	if err != nil || len(folders) != want {
		t.Fatalf("Glob: %d files of questions, %v; want %d", len(folders), err, want)
	}
	all := unseenArticles(t, filepath.Join(dir, "*"))
	ids := map[string]bool{}
	for _, questions := range folders {
		own := unseenArticles(t, filepath.Dir(questions))
		for _, item := range unseenItems(t, questions) {
			if ids[item.ID] {
				t.Errorf("%s: the id %s is used twice", questions, item.ID)
			}
			ids[item.ID] = true
			checkUnseen(t, item, own, all)
		}
	}
}

func checkUnseen(t *testing.T, item unseenItem, own, all string) {
	t.Helper()
	if item.Question == "" || item.Lang != "tr" && item.Lang != "en" {
		t.Errorf("%s: question %q in language %q", item.ID, item.Question, item.Lang)
	}
	if item.Answerable == unanswerable[item.Style] || item.Answerable != (len(item.Gold) > 0) {
		t.Errorf("%s: answerable is %t with style %s and %d groups of gold",
			item.ID, item.Answerable, item.Style, len(item.Gold))
	}
	for _, group := range item.Gold {
		if len(group) == 0 {
			t.Errorf("%s: a group of gold is empty", item.ID)
		}
		for _, passage := range group {
			if here, n := strings.Count(own, passage), strings.Count(all, passage); here == 0 || n != here {
				t.Errorf("%s: %q stands in %d places of its collection and in %d of others", item.ID, passage, here, n-here)
			}
		}
	}
}

// unseenArticles returns the text of all articles of the folders that match.
func unseenArticles(t *testing.T, folder string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no articles, %v", folder, err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
		all.WriteByte('\n')
	}
	return all.String()
}

// unseenItems returns the questions of the file name.
func unseenItems(t *testing.T, name string) []unseenItem {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var items []unseenItem
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var item unseenItem
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatalf("%s: line %d: %v", name, len(items)+1, err)
		}
		items = append(items, item)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return items
}
