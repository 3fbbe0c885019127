package webhook

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync"
)

//go:embed reference.html
var referenceHTML string

//go:embed reference.css
var referenceCSS string

// referencePolicy lets the page of the description load nothing at all: its
// style stands in it, and there is no script.
var referencePolicy = func() string {
	sum := sha256.Sum256([]byte(referenceCSS))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}()

// references renders the description for people, once in each language.
func references(description []byte) func(language string) ([]byte, error) {
	render := func(language string) func() ([]byte, error) {
		return sync.OnceValues(func() ([]byte, error) { return reference(description, language) })
	}
	tr, en := render("tr"), render("en")
	return func(language string) ([]byte, error) {
		if language == "en" {
			return en()
		}
		return tr()
	}
}

// reference is the page of a description. What the description says is in
// English; the frame around it is in the reader's language.
func reference(description []byte, language string) ([]byte, error) {
	page, err := readReference(description)
	if err != nil {
		return nil, fmt.Errorf("read the description: %w", err)
	}
	page.Language, page.Words, page.CSS = language, referenceWordsIn(language), template.CSS(referenceCSS)
	t, err := template.New("").Funcs(template.FuncMap{"prose": prose, "list": func(v ...any) []any { return v }}).Parse(referenceHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, page)
	return b.Bytes(), err
}

// prose is text with what stands between backticks as code.
func prose(text string) template.HTML {
	var b strings.Builder
	for i, part := range strings.Split(text, "`") {
		if part = template.HTMLEscapeString(part); i%2 == 1 {
			part = "<code>" + part + "</code>"
		}
		b.WriteString(part)
	}
	return template.HTML(b.String())
}

// referencePage answers GET /docs.
func (s *Service) referencePage(w *response, r *http.Request) error {
	switch asked := r.URL.Query().Get("lang"); asked {
	case "tr", "en":
		w.language = asked
	}
	language := s.languageOf(w, r)
	page, err := s.reference(language)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", referencePolicy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Content-Language", language)
	h.Set("Vary", "Accept-Language")
	h["Cache-Control"] = revalidate
	return w.writeBytes(http.StatusOK, []string{"text/html; charset=utf-8"}, page)
}

// referenceWords are the words around the description.
type referenceWords struct {
	Title, Lead, Description, Other, OtherName, Examples, Operations, Deliveries, Schemas string
	Open, Guarded, Admin, Parameters, Body, Responses, Required                           string
}

func referenceWordsIn(language string) referenceWords {
	if language == "en" {
		return referenceWords{
			Title: "The HTTP API", Lead: "Sentences of the articles, word for word, for your own programs.",
			Description: "The same for programs: OpenAPI 3.1", Other: "tr", OtherName: "Türkçe", Examples: "Examples", Operations: "Requests", Deliveries: "What a callback is sent", Schemas: "Objects",
			Open: "for everybody", Guarded: "token or signature, if one is set", Admin: "administrator's token",
			Parameters: "Parameters", Body: "Body", Responses: "Responses", Required: "required",
		}
	}
	return referenceWords{
		Title: "HTTP arayüzü", Lead: "Makalelerin cümleleri, sözcüğü sözcüğüne, kendi programlarınız için. Açıklamalar İngilizcedir.",
		Description: "Aynısı programlar için: OpenAPI 3.1", Other: "en", OtherName: "English", Examples: "Örnekler", Operations: "İstekler", Deliveries: "Geri çağırmada gönderilen", Schemas: "Nesneler",
		Open: "herkese açık", Guarded: "anahtar ya da imza, ayarlıysa", Admin: "yönetici anahtarı",
		Parameters: "Parametreler", Body: "Gövde", Responses: "Yanıtlar", Required: "gerekli",
	}
}
