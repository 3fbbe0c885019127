package webhook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/store"
	"alinti/bot/webhook/deliver"
	"alinti/retrieval/corpus"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// described is the description of a service without callbacks, as those of the
// cases are.
func described(t *testing.T) map[string]any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(description(nil)))
	if err != nil {
		t.Fatal(err)
	}
	return doc.(map[string]any)
}

// TestDescriptionHoldsEveryRoute: what is routed is described and the other
// way round.
func TestDescriptionHoldsEveryRoute(t *testing.T) {
	s, err := New(Options{
		Asker: bottest.Asker(nil), Config: DefaultConfig(),
		Collection: func() *corpus.Collection { return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	var served, listed []string
	for _, r := range s.served {
		for method := range r.methods {
			served = append(served, strings.ToLower(method)+" "+r.path)
		}
	}
	for path, item := range described(t)["paths"].(map[string]any) {
		for method := range item.(map[string]any) {
			listed = append(listed, method+" "+path)
		}
	}
	slices.Sort(served)
	slices.Sort(listed)
	if !slices.Equal(served, listed) {
		t.Errorf("routes\n%v\ndescribed\n%v", served, listed)
	}
}

// schema compiles a part of the description, named by its JSON pointer.
func schema(t *testing.T, pointer string) *jsonschema.Schema {
	t.Helper()
	return compile(t, description(nil), pointer)
}

func compile(t *testing.T, description []byte, pointer string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(description))
	if err != nil {
		t.Fatal(err)
	}
	delete(doc.(map[string]any), "jsonSchemaDialect")
	if err := c.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("openapi.json#" + pointer)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// TestResponsesFitTheDescription takes every exchange of testdata/http: a
// response has a described status and fits its schema, and a body of JSON
// fits its schema exactly when it is accepted.
func TestResponsesFitTheDescription(t *testing.T) {
	bodies := map[string]*jsonschema.Schema{
		"/v1/ask": schema(t, "/components/schemas/Question"), "/feedback": schema(t, "/components/schemas/Feedback"),
	}
	files, err := filepath.Glob("testdata/http/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "=== ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			request, response, _ := strings.Cut(rest, "\n---\n")
			method, path, body := parts(request)
			status, _, reply := parts(response)
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				checkResponse(t, method, path, status, reply)
				of := bodies[path[strings.LastIndexByte(path, '/'):]]
				if path == "/v1/ask" {
					of = bodies[path]
				}
				let := status != "401" && status != "403" && status != "404" // in, to where there is something
				if of != nil && let && strings.Contains(request, "Content-Type: application/json\n") && !strings.HasPrefix(body, "!") {
					var v any
					fits := json.Unmarshal([]byte(body), &v) == nil && of.Validate(v) == nil
					// What JSON cannot say: a key twice, half a surrogate pair.
					beyond := strings.Contains(reply, "duplicate-key") || strings.Contains(reply, "invalid-encoding")
					if fits != (status[0] == '2') && !beyond {
						t.Errorf("%s fits the schema: %t, and got %s", body, fits, status)
					}
				}
			})
		}
	}
}

// parts are the first line, in two, and what follows the first empty line.
func parts(message string) (first, second, body string) {
	head, body, _ := strings.Cut(message, "\n\n")
	line, _, _ := strings.Cut(head, "\n")
	first, second, _ = strings.Cut(line, " ")
	return first, second, strings.TrimRight(body, "\n")
}

func checkResponse(t *testing.T, method, path, status, reply string) {
	t.Helper()
	at := operation(t, method, path)
	if at == "" { // not described: an error, or OPTIONS
		at = "/components/responses/Problem"
	} else if s := at + "/responses/" + status; has(t, s) {
		at = s
	} else {
		at += "/responses/default"
	}
	if reply == "" || method == "HEAD" || path == "/openapi.json" {
		return
	}
	kind := "application~1json"
	if n, _ := strconv.Atoi(status); n >= 400 && !strings.HasPrefix(path, "/readyz") {
		kind = "application~1problem+json"
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(reply))
	if err != nil {
		t.Fatal(err)
	}
	at = follow(t, at) + "/content/" + kind + "/schema"
	if err := schema(t, at).Validate(v); err != nil {
		t.Errorf("%s: %v", at, err)
	}
}

// operation is the pointer of the described operation that serves a request.
func operation(t *testing.T, method, path string) string {
	mux := http.NewServeMux()
	paths := described(t)["paths"].(map[string]any)
	for p := range paths {
		mux.Handle(p, http.NotFoundHandler())
	}
	r, err := http.NewRequest(method, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, pattern := mux.Handler(r)
	item, _ := paths[pattern].(map[string]any)
	if item[strings.ToLower(method)] == nil {
		return ""
	}
	return "/paths/" + strings.ReplaceAll(pattern, "/", "~1") + "/" + strings.ToLower(method)
}

// lookUp follows a JSON pointer.
func lookUp(t *testing.T, pointer string) any {
	var v any = described(t)
	for step := range strings.SplitSeq(pointer[1:], "/") {
		m, _ := v.(map[string]any)
		v = m[strings.ReplaceAll(step, "~1", "/")]
	}
	return v
}

func has(t *testing.T, pointer string) bool { return lookUp(t, pointer) != nil }

// follow resolves a reference.
func follow(t *testing.T, pointer string) string {
	m, ok := lookUp(t, pointer).(map[string]any)
	if !ok {
		t.Fatalf("the description lacks %s", pointer)
	}
	if ref, ok := m["$ref"].(string); ok {
		return strings.TrimPrefix(ref, "#")
	}
	return pointer
}

// TestDescriptionHoldsEveryKeyOfAnAnswer: the schemas name the keys that the
// types have, and no others.
func TestDescriptionHoldsEveryKeyOfAnAnswer(t *testing.T) {
	for name, v := range map[string]any{"Answer": bot.Answer{}, "Quote": bot.Quote{}, "Source": bot.QuoteSource{}, "Range": bot.Range{},
		"Date": bot.Date{}, "Place": bot.Place{}, "Statement": bot.Statement{}, "Problem": problemJSON{}, "Job": jobJSON{}, "Delivery": messageJSON{}, "DeliveryData": dataJSON{}, "Sentence": sentenceJSON{}, "Report": store.Report{}, "Group": store.Group{}} {
		keys := keysOf(reflect.TypeOf(v))
		slices.Sort(keys)
		listed := slices.Sorted(maps.Keys(lookUp(t, "/components/schemas/"+name+"/properties").(map[string]any)))
		if !slices.Equal(keys, listed) {
			t.Errorf("%s has %v, described are %v", name, keys, listed)
		}
	}
}

func keysOf(t reflect.Type) (keys []string) {
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			keys = append(keys, keysOf(f.Type)...)
		} else if f.IsExported() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			keys = append(keys, name)
		}
	}
	return keys
}

// TestDescriptionOfCallbacks: what a question may say of callbacks is what the
// settings let it.
func TestDescriptionOfCallbacks(t *testing.T) {
	for _, c := range []struct {
		change func(*deliver.Config) // nil: no callbacks
		fit    []string
	}{
		{nil, nil},
		{func(*deliver.Config) {}, []string{`"callback_url":"https://example.com/"`}},
		{func(c *deliver.Config) { c.Endpoints = []string{"a=https://example.com/"} }, []string{`"callback_url":"https://example.com/"`, `"callback":"a"`}},
		{func(c *deliver.Config) { c.Endpoints, c.AnyURL = []string{"a=https://example.com/"}, false }, []string{`"callback":"a"`}},
	} {
		var d *deliver.Dispatcher
		if c.change != nil {
			o := deliver.Options{Config: deliver.DefaultConfig(), Queue: new(store.Memory), Secrets: []string{"whsec_" + strings.Repeat("A", 32)}}
			c.change(&o.Config)
			var err error
			if d, err = deliver.New(o); err != nil {
				t.Fatal(err)
			}
		}
		s, err := New(Options{Asker: bottest.Asker(nil), Collection: func() *corpus.Collection { return nil }, Config: DefaultConfig(), Callbacks: d})
		if err != nil {
			t.Fatal(err)
		}
		question := compile(t, s.description, "/components/schemas/Question")
		for _, callback := range []string{
			`"callback_url":"https://example.com/"`, `"callback":"a"`, `"callback":"b"`, `"callback":""`, `"callback_url":""`,
			`"callback":"a","callback_url":"https://example.com/"`, `"callback_url":"https://example.com/","callback":"a"`,
		} {
			body := `{"question":"a",` + callback + `}`
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			w := httptest.NewRecorder()
			r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			s.Handler().ServeHTTP(w, r)
			want := slices.Contains(c.fit, callback)
			if err := question.Validate(v); (err == nil) != want || (w.Code == http.StatusAccepted) != want {
				t.Errorf("where %q fit: %s got %d %s, schema %v; want it to be taken: %t", c.fit, body, w.Code, w.Body, err, want)
			}
		}
	}
}

// TestDescriptionHoldsTheConstants: what an answer may say is what bot says.
func TestDescriptionHoldsTheConstants(t *testing.T) {
	for pointer, want := range map[string][]any{
		"/components/schemas/Answer/properties/mode/enum":           {bot.ModeRetrieval, bot.ModeLLM},
		"/components/schemas/Answer/properties/reason/enum":         {bot.ReasonNoEvidence, bot.ReasonContradicted, bot.ReasonGreeting},
		"/components/schemas/Answer/properties/warnings/items/enum": {bot.WarningLLMUnavailable, bot.WarningLLMUnusable, bot.WarningStatementWithheld},
		"/components/schemas/Question/properties/mode/enum":         {bot.ModeAuto, bot.ModeRetrieval},
	} {
		if got := lookUp(t, pointer); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s = %v, want %v", pointer, got, want)
		}
	}
	for pointer, want := range map[string]int{
		"/components/schemas/Question/properties/quotes/maximum": bot.MaxQuotes,
		"/components/schemas/Question/properties/quotes/default": bot.DefaultQuotes,
	} {
		if got := lookUp(t, pointer); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s = %v, want %d", pointer, got, want)
		}
	}
}
