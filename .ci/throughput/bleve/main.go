// Command bleve answers POST /v1/ask the way a program built on the bleve search
// library does: the paragraphs of a folder of articles in an index in memory,
// with its Turkish analyser; the three best ones as JSON. It refuses nothing,
// marks nothing and cites no position. It is a module of its own: the program
// does not depend on bleve.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/tr"
)

// A passage is one paragraph, and what is told of it.
type passage struct {
	Text      string  `json:"text"`
	Source    string  `json:"source"`
	Paragraph int     `json:"paragraph"`
	Score     float64 `json:"score"`
}

// passages are the paragraphs of the articles in a folder: lines of 100
// characters or more; what is shorter is a heading.
func passages(dir string) (all []passage) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		log.Fatal("no articles in ", dir)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); utf8.RuneCountInString(line) >= 100 {
				n++
				all = append(all, passage{line, filepath.Base(file), n, 0})
			}
		}
	}
	return all
}

func main() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "tr"
	index, err := bleve.NewMemOnly(m)
	if err != nil {
		log.Fatal(err)
	}
	byID := map[string]passage{}
	for _, p := range passages(os.Args[2]) {
		id := fmt.Sprint(p.Source, "/", p.Paragraph)
		byID[id] = p
		if err := index.Index(id, map[string]string{"text": p.Text}); err != nil {
			log.Fatal(err)
		}
	}
	http.HandleFunc("POST /v1/ask", func(w http.ResponseWriter, r *http.Request) {
		var in struct{ Question string }
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		query := bleve.NewMatchQuery(in.Question)
		query.SetField("text")
		found, err := index.SearchInContext(r.Context(), bleve.NewSearchRequestOptions(query, 3, 0, false))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		answers := []passage{}
		for _, h := range found.Hits {
			p := byID[h.ID]
			p.Score = h.Score
			answers = append(answers, p)
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"answers": answers}) // an error is the client's
	})
	log.Fatal(http.ListenAndServe(os.Args[1], nil))
}
