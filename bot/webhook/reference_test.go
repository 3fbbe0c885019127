package webhook_test

import (
	"encoding/json"
	"html"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReferencePageHoldsTheDescription: whatever is described is on the page
// for people, every link on it leads somewhere, and nothing is loaded.
func TestReferencePageHoldsTheDescription(t *testing.T) {
	h := newService(t, nil).Handler()
	get := func(path string) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if path != "/openapi.json" {
			if got := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; style-src 'sha256-") || strings.Contains(got, "unsafe") {
				t.Errorf("policy %q", got)
			}
		}
		return w.Body.String()
	}
	var doc struct {
		Paths map[string]map[string]struct {
			OperationID, Summary string
			Parameters           []struct{ Name string }
		}
		Components struct {
			Schemas map[string]struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal([]byte(get("/openapi.json")), &doc); err != nil {
		t.Fatal(err)
	}
	var want []string
	for path, methods := range doc.Paths {
		for method, o := range methods {
			want = append(want, `<section id="`+o.OperationID+`"><h3><code>`+strings.ToUpper(method)+" "+path+"</code>", ">"+html.EscapeString(o.Summary)+"<")
			for _, p := range o.Parameters {
				if p.Name != "" {
					want = append(want, "<dt><code>"+p.Name+"</code>")
				}
			}
		}
	}
	for name, s := range doc.Components.Schemas {
		want = append(want, `<section id="`+name+`">`)
		for key := range s.Properties {
			want = append(want, "<dt><code>"+key+"</code>")
		}
	}
	for language, title := range map[string]string{"tr": "HTTP arayüzü", "en": "The HTTP API"} {
		page := get("/docs?lang=" + language)
		for _, w := range append(want, `<html lang="`+language+`">`, "alinti · "+title) {
			if !strings.Contains(page, w) {
				t.Errorf("in %s: lacks %s", language, w)
			}
		}
		var ids []string
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if slices.Contains(ids, m[1]) {
				t.Errorf("in %s: two things have the id %s", language, m[1])
			}
			ids = append(ids, m[1])
		}
		for _, m := range regexp.MustCompile(` href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if id, inside := strings.CutPrefix(m[1], "#"); inside && !slices.Contains(ids, id) {
				t.Errorf("in %s: %s leads nowhere", language, m[1])
			} else if !inside && m[1] != "/openapi.json" && !strings.HasPrefix(m[1], "?lang=") {
				t.Errorf("in %s: it links to %s", language, m[1])
			}
		}
		for _, loads := range []string{"<script", "<link", "<img", "url(", "@import", " src=", "ZgotmplZ"} {
			if strings.Contains(page, loads) {
				t.Errorf("in %s: it has %s", language, loads)
			}
		}
	}
}

// TestExamplesAreShown holds the page for people and docs/examples.md to the
// programs that .ci/examples.sh runs.
func TestExamplesAreShown(t *testing.T) {
	w := httptest.NewRecorder()
	newService(t, nil).Handler().ServeHTTP(w, httptest.NewRequest("GET", "/docs", nil))
	page := html.UnescapeString(w.Body.String())
	const doc = "../../docs/examples.md"
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	fences := regexp.MustCompile("(?ms)^### `([^`]+)`\n\n```([a-z]+)\n(.*?)^```\n")
	shown := 0
	fresh := fences.ReplaceAllStringFunc(string(text), func(block string) string {
		m := fences.FindStringSubmatch(block)
		code, err := os.ReadFile("examples/" + m[1])
		if err != nil {
			t.Fatal(err)
		}
		shown++
		if !strings.Contains(page, string(code)) {
			t.Errorf("/docs lacks %s", m[1])
		}
		return "### `" + m[1] + "`\n\n```" + m[2] + "\n" + string(code) + "```\n"
	})
	if *update {
		if err := os.WriteFile(doc, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if fresh != string(text) {
		t.Errorf("%s does not show the examples as they are; run go test ./bot/webhook -update", doc)
	}
	if shown != 16 {
		t.Errorf("%s shows %d examples, want 16", doc, shown)
	}
}
