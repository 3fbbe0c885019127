package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/web"
	"alinti/retrieval/corpus"
)

// quote is the first sentence that holds the words, as an answer has it.
func quote(c *corpus.Collection, words string) bot.Quote {
	for _, d := range c.Documents {
		for _, s := range d.Sentences {
			text := d.Slice(s.Span)
			if at := strings.Index(text, words); at >= 0 {
				from := s.Span.Start + at
				return bot.Quote{
					N: 1, Text: text, Start: s.Span.Start, End: s.Span.End, Paragraph: s.Paragraph, Score: 0.97,
					Source:     bot.QuoteSource{ID: d.ID, File: d.File, Title: d.Title, Date: d.Date, SHA256: d.SHA256},
					Highlights: []bot.Range{{Start: from, End: from + len(words)}},
				}
			}
		}
	}
	panic("no sentence holds " + words)
}

// asker answers by the question: a word of it says what.
func asker(c *corpus.Collection) bot.Asker {
	return bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		a := bot.Answer{ID: "0123", Question: q.Text, Language: "tr", Mode: bot.ModeRetrieval, TookUS: 41}
		if q.Language != "" {
			a.Language = q.Language
		}
		switch q.Text {
		case "long":
			return a, &bot.InputError{Code: bot.InputTooLong, Field: "question", Limit: 1000}
		case "busy":
			return a, fmt.Errorf("asking: %w", bot.ErrBusy)
		case "away":
			return a, bot.ErrUnavailable
		case "broken":
			return a, errors.New("the cause, which is for the log alone")
		case "nothing":
			a.Reason, a.Text = bot.ReasonNoEvidence, "Makalelerde bu sorunun yanıtı yok."
			return a, nil
		case "near":
			a.Reason, a.Text = bot.ReasonNoEvidence, "Makalelerde bu sorunun yanıtı yok."
			a.Closest = []bot.Quote{quote(c, "13 bin")}
			return a, nil
		case "both":
			a.Quotes = []bot.Quote{quote(c, "13 bin"), quote(c, "balistik")}
			a.Quotes[1].N = 2
		case "differ":
			a.Quotes = []bot.Quote{quote(c, "13 bin"), quote(c, "balistik")}
			a.Quotes[1].N = 2
			a.Disagreement = &bot.Disagreement{About: bot.AboutNumber, Sides: []bot.Side{
				{Quote: 1, Value: "13000", Text: "en az 13 bin", Date: "2025-09-19"}, {Quote: 2, Value: "5", Text: "<b>beş</b>"},
			}}
		case "english":
			a.Language = "en"
			a.Quotes = []bot.Quote{quote(c, "13 bin")}
		case "model":
			a.Mode, a.Quotes = bot.ModeLLM, []bot.Quote{quote(c, "13 bin")}
			a.Statements = []bot.Statement{{Text: `Rapora göre "en az 13 bin"`, Quotes: []int{1}}}
			a.Warnings = []string{bot.WarningStatementWithheld}
		case "date":
			q := quote(c, "haziran")
			q.Dates = []bot.Date{{Text: "geçtiğimiz yılın haziran ayında", Resolved: "2024-06"}}
			q.Also = []bot.Place{{Source: q.Source, Paragraph: 2, Start: q.Start, End: q.End}}
			a.Quotes = []bot.Quote{q}
		case "hostile":
			a.Quotes = []bot.Quote{{N: 1, Text: "<script>alert(1)</script>\u202e\x1b[2J", Heading: "<img src=x>", End: 34,
				Source: bot.QuoteSource{ID: `"><b>`, File: "</p>", Title: "<i>&", SHA256: "ff"}}}
		default:
			a.Quotes = []bot.Quote{quote(c, "en az 13 bin")}
		}
		a.Answered = true
		return a, nil
	})
}

func site(t testing.TB) http.Handler {
	t.Helper()
	c := bottest.Seeds(t)
	h, err := web.New(web.Options{
		Asker: asker(c), Collection: func() *corpus.Collection { return c },
		Examples: func() map[string][]string { return map[string][]string{"tr": {"Kaç asker?"}} },
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(t testing.TB, h http.Handler, url string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, url, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	h := site(t)
	q := quote(bottest.Seeds(t), "en az 13 bin")
	at := fmt.Sprintf("%s/%d-%d", q.Source.ID, q.Start, q.End)
	for _, c := range []struct {
		url    string
		status int
		has    []string
		not    []string
	}{
		{"/", 200, []string{`<html lang="tr">`, "Yanıtı makaleler versin.", `href="/?q=Ka%C3%A7&#43;asker%3F"`, "autofocus"}, []string{"<figure"}},
		{"/?q=", 200, []string{"Yanıtı makaleler versin."}, []string{"<figure"}},
		{"/?q=%20%09", 200, []string{"Yanıtı makaleler versin."}, []string{"<figure"}},
		{"/?lang=en", 200, []string{`<html lang="en">`, "Let the articles answer.", `name="lang" value="en"`}, nil},
		{"/?lang=xx", 200, []string{`<html lang="tr">`}, nil},
		{"/?q=a", 200, []string{"<mark>en az 13 bin</mark>", "[1]", "19 Eylül 2025", "%97 olasılıkla yanıt", "0123", `value="a"`, `lang="tr"`}, []string{"<aside"}},
		{"/?q=english", 200, []string{`<html lang="en">`, "97% likely to answer", "19 September 2025"}, nil},
		{"/?q=a&id=0123", 200, []string{"0123"}, []string{"bağlantının verildiği yanıt değişti"}},
		{"/?q=a&id=9999", 200, []string{"bağlantının verildiği yanıt değişti"}, nil},
		{"/?q=a&open=" + at, 200, []string{"<aside", `<mark class="lit" id="passage">`, `<mark class="lit"><strong>en az 13 bin</strong></mark>`, "is-open", "Makaleyi kapat"}, nil},
		{"/?q=a&open=none/1-2", 200, []string{"<figure"}, []string{"<aside"}},
		{"/?q=a&open=" + q.Source.ID + "/5-3", 200, []string{"<figure"}, []string{"<aside"}},
		{"/?q=both", 200, []string{"[2]", "birden çok makaleden"}, nil},
		{"/?q=differ", 200, []string{"Makaleler farklı söylüyor: [1] en az 13 bin (19 Eylül 2025 tarihli makale); [2] &lt;b&gt;beş", `<p class="side">en az 13 bin</p>`, `<p class="side">&lt;b&gt;beş&lt;/b&gt;</p>`}, []string{"birden çok makaleden", "<b>"}},
		{"/?q=nothing", 200, []string{"Makalelerde bu sorunun yanıtı yok."}, []string{"<figure", "<blockquote", "19 Eylül"}},
		{"/?q=near", 200, []string{"Makalelerde bu sorunun yanıtı yok.", "En yakın bölümler (yanıt değildir)", "quote near"}, []string{"[1]", "olasılıkla yanıt"}},
		{"/?q=model", 200, []string{"Modelin kendi sözleri (alıntı değildir)", "Rapora göre &#39;en az 13 bin&#39;", `href="#quote-1"`, "desteklemediği"}, nil},
		{"/?q=date", 200, []string{"geçtiğimiz yılın haziran ayında = Haziran 2024", "Bunu da söyleyen:"}, nil},
		{"/?q=hostile", 200, []string{"&lt;script&gt;alert(1)", "&lt;U&#43;202E&gt;&lt;U&#43;001B&gt;[2J", "&lt;i&gt;&amp;", "/a/%22%3E%3Cb%3E/0-34"}, []string{"<script>alert", "<img", "<i>", "<b>"}},
		{"/?q=%3Cscript%3Ex", 200, []string{"&lt;script&gt;x"}, []string{"<script>x"}},
		{"/?q=long", 400, []string{"Soru çok uzun", `role="alert"`, `aria-describedby="problem"`}, nil},
		{"/?q=busy&lang=en", 503, []string{"many questions right now"}, nil},
		{"/?q=away", 503, []string{"şu anda yanıtlanamıyor"}, nil},
		{"/?q=broken", 500, []string{"şu anda yanıtlanamıyor"}, []string{"cause"}},
		{"/a/", 200, []string{"<h1>Makaleler</h1>", "/a/" + q.Source.ID, "4 Aralık 2025"}, nil},
		{"/a/" + q.Source.ID, 200, []string{`id="p5"`, q.Source.SHA256, "<h2>"}, []string{"<mark"}},
		{"/a/" + at, 200, []string{`id="passage"`}, []string{`role="status"`}},
		{"/a/" + at + "?v=" + q.Source.SHA256[:12], 200, []string{`id="passage"`}, nil},
		{"/a/" + at + "?v=000000000000", 200, []string{"Makale, bu bağlantı verildiğinden beri değişti"}, []string{"<mark"}},
		{"/a/" + q.Source.ID + "/9-3", 404, []string{"böyle bir yer yok", `id="p5"`}, []string{"<mark"}},
		{"/a/" + q.Source.ID + "/1-99999999", 404, []string{"böyle bir yer yok"}, nil},
		{"/a/" + q.Source.ID + "/-1-2", 404, nil, nil},
		{"/a/none", 404, []string{"Sayfa bulunamadı"}, nil},
		{"/nowhere?lang=en", 404, []string{"Page not found"}, nil},
	} {
		w := get(t, h, c.url)
		body := w.Body.String()
		if w.Code != c.status {
			t.Errorf("GET %s: status %d, want %d", c.url, w.Code, c.status)
		}
		for _, want := range c.has {
			if !strings.Contains(body, want) {
				t.Errorf("GET %s: no %q in\n%s", c.url, want, body)
			}
		}
		for _, not := range c.not {
			if strings.Contains(body, not) {
				t.Errorf("GET %s: %q in\n%s", c.url, not, body)
			}
		}
	}
}

var (
	litMark = regexp.MustCompile(`(?s)<mark class="lit"[^>]*>(.*?)</mark>`)
	anyTag  = regexp.MustCompile(`<[^>]*>`)
)

// Whatever sentence a link names, what is lit up is that sentence.
func TestTheSentenceIsLitUp(t *testing.T) {
	h, c := site(t), bottest.Seeds(t)
	n := 0
	for _, d := range c.Documents {
		for _, s := range d.Sentences {
			body := get(t, h, fmt.Sprintf("/a/%s/%d-%d", d.ID, s.Span.Start, s.Span.End)).Body.String()
			var lit string
			for _, m := range litMark.FindAllStringSubmatch(body, -1) {
				lit += html.UnescapeString(anyTag.ReplaceAllString(m[1], ""))
			}
			if want := d.Slice(s.Span); lit != want {
				t.Errorf("sentence %s: %q is lit up, want %q", s.ID, lit, want)
			}
			n++
		}
	}
	if n < 30 {
		t.Errorf("only %d sentences were tried", n)
	}
}

// A browser gets everything from here and runs nothing that stands in a page.
func TestPagesBringNothingFromElsewhere(t *testing.T) {
	h := site(t)
	outside := regexp.MustCompile(`(?i)(src|href|action)="(https?:|//|data:|javascript:)|<style|style="|<script>| on[a-z]+="|<iframe|@import|url\(`)
	for _, url := range []string{"/", "/?q=a", "/?q=both&lang=en", "/?q=hostile", "/?q=near", "/a/", "/nowhere"} {
		w := get(t, h, url)
		if found := outside.FindString(w.Body.String()); found != "" {
			t.Errorf("GET %s: %q in the page", url, found)
		}
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
			"X-Content-Type-Options":  "nosniff",
			"Referrer-Policy":         "no-referrer",
			"Content-Type":            "text/html; charset=utf-8",
			"Cache-Control":           "private, no-cache",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("GET %s: %s is %q, want %q", url, name, got, want)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	h := site(t)
	for _, c := range []struct{ accept, url, want string }{
		{"", "/", "tr"},
		{"tr-TR,tr;q=0.9,en;q=0.8", "/", "tr"},
		{"en-US,en;q=0.9", "/", "en"},
		{"de-DE,de;q=0.9,en;q=0.5", "/", "en"},
		{"de", "/", "tr"},
		{"en", "/?lang=tr", "tr"},
		{"tr", "/?lang=en&q=a", "en"},
		{"en;q=x,;;", "/", "tr"},
	} {
		w := get(t, h, c.url, "Accept-Language", c.accept)
		if got := w.Header().Get("Content-Language"); got != c.want || !strings.Contains(w.Body.String(), `<html lang="`+c.want+`">`) {
			t.Errorf("GET %s with %q: language %q, want %q", c.url, c.accept, got, c.want)
		}
	}
}

var assetURL = regexp.MustCompile(`/assets/[a-z]+\.[0-9a-f]{8}\.[a-z]+`)

// All that a page needs goes through a thin line: 60 kB compressed.
func TestAssets(t *testing.T) {
	h := site(t)
	page := get(t, h, "/?q=both")
	urls := assetURL.FindAllString(page.Body.String(), -1)
	if len(urls) != 3 {
		t.Fatalf("the page refers to %v, want three assets", urls)
	}
	total := compressed(t, page.Body.Bytes())
	for _, url := range urls {
		w := get(t, h, url)
		if w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || w.Header().Get("Content-Type") == "" {
			t.Errorf("GET %s: %d %v", url, w.Code, w.Header())
		}
		total += compressed(t, w.Body.Bytes())
	}
	if total > 60_000 {
		t.Errorf("the page and its assets take %d bytes compressed, want at most 60000", total)
	}
	t.Logf("the page and its assets take %d bytes compressed", total)
	for _, url := range []string{"/assets/style.css", "/assets/style.00000000.css", "/assets/none", "/assets/"} {
		if w := get(t, h, url); w.Code != 404 {
			t.Errorf("GET %s: %d, want 404", url, w.Code)
		}
	}
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestMethods(t *testing.T) {
	h := site(t)
	for method, want := range map[string]int{"HEAD": 200, "POST": 405, "DELETE": 405} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, "/?q=a", nil))
		if w.Code != want {
			t.Errorf("%s /: %d, want %d", method, w.Code, want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	if got := get(t, site(t), "/?q=busy").Header().Get("Retry-After"); got == "" {
		t.Error("a busy page does not say when to come back")
	}
}

func TestNewNeedsItsParts(t *testing.T) {
	c := bottest.Seeds(t)
	if _, err := web.New(web.Options{Asker: asker(c)}); err == nil {
		t.Error("a page without articles was made")
	}
	if _, err := web.New(web.Options{Collection: func() *corpus.Collection { return c }}); err == nil {
		t.Error("a page without an asker was made")
	}
}

// slow hands out an early answer, and goes on when it is told to.
type slow struct {
	bot.Asker
	early  bot.Answer
	goOn   chan struct{}
	answer func() (bot.Answer, error)
}

func (s slow) AskEarly(ctx context.Context, _ bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	early(s.early)
	select {
	case <-s.goOn:
	case <-ctx.Done():
		return bot.Answer{}, ctx.Err()
	}
	return s.answer()
}

// A reader sees the early quotes while the model is at work, then the answer.
func TestEarlyQuotes(t *testing.T) {
	c := bottest.Seeds(t)
	for name, want := range map[string]string{"answer": `id="quote-1"`, "error": `role="alert"`} {
		s := slow{
			early: bot.Answer{Language: "tr", Answered: true, Quotes: []bot.Quote{quote(c, "balistik")}},
			goOn:  make(chan struct{}),
			answer: func() (bot.Answer, error) {
				if name == "error" {
					return bot.Answer{}, bot.ErrUnavailable
				}
				return bot.Answer{Language: "tr", Answered: true, Quotes: []bot.Quote{quote(c, "13 bin")}}, nil
			},
		}
		h, err := web.New(web.Options{Asker: s, Collection: func() *corpus.Collection { return c }})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(h)
		res, err := server.Client().Get(server.URL + "/?q=a")
		if err != nil {
			t.Fatal(err)
		}
		body := readUntil(t, res, "<mark>balistik</mark>")
		if strings.Contains(body, `id="final"`) || !strings.Contains(body, `id="early-quote-1"`) {
			t.Errorf("%s: before the model is done there is\n%s", name, body)
		}
		close(s.goOn)
		if rest := readUntil(t, res, "</html>"); !strings.Contains(rest, `id="final"`) || !strings.Contains(rest, want) {
			t.Errorf("%s: after the model is done there is no %q in\n%s", name, want, rest)
		}
		res.Body.Close()
		server.Close()
	}
}

func readUntil(t *testing.T, res *http.Response, end string) string {
	t.Helper()
	var b strings.Builder
	buf := make([]byte, 4096)
	for !strings.Contains(b.String(), end) {
		n, err := res.Body.Read(buf)
		b.Write(buf[:n])
		if err != nil {
			break
		}
	}
	if !strings.Contains(b.String(), end) {
		t.Fatalf("no %q in\n%s", end, b.String())
	}
	return b.String()
}

func FuzzAddresses(f *testing.F) {
	h := site(f)
	f.Add("a", "naumann-raporu/0-12", "tr", "x")
	f.Add("hostile", "/-", "en", "../1-2")
	f.Fuzz(func(t *testing.T, q, open, lang, path string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		values := r.URL.Query()
		values.Set("q", q)
		values.Set("open", open)
		values.Set("lang", lang)
		r.URL.RawQuery = values.Encode()
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 && q != "busy" && q != "away" && q != "broken" {
			t.Errorf("GET %s: %d", r.URL, w.Code)
		}
		r.URL.Path = "/a/" + path
		w = httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("GET %s: %d", r.URL, w.Code)
		}
	})
}
