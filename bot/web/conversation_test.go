package web_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/web"
	"alinti/retrieval/corpus"
)

// talking is a site with the real bot, and the questions that reached it.
func talking(t *testing.T) (http.Handler, *[]bot.Question) {
	t.Helper()
	c := bottest.Seeds(t)
	b := bottest.Bot(t, c)
	var asked []bot.Question
	h, err := web.New(web.Options{
		Collection: func() *corpus.Collection { return c },
		Asker: bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			asked = append(asked, q)
			return b.Ask(ctx, q)
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return h, &asked
}

var hidden = regexp.MustCompile(`<input type="hidden" name="after" value="([^"]*)">`)

// A follow-up is asked by the form under an answer, understood from what was
// asked before, and answered the same by its permanent link.
func TestConversation(t *testing.T) {
	h, asked := talking(t)
	body := get(t, h, "/?q="+url.QueryEscape("Anlaşmayı kim imzaladı?")).Body.String()
	if strings.Contains(body, "Şöyle anlaşıldı") || strings.Contains(body, `class="earlier"`) {
		t.Errorf("a first question has a conversation before it:\n%s", body)
	}
	for _, next := range []string{"ne zaman?", "peki nerede?"} {
		form := url.Values{"q": {next}}
		for _, m := range hidden.FindAllStringSubmatch(body, -1) {
			form.Add("after", html.UnescapeString(m[1]))
		}
		body = get(t, h, "/?"+form.Encode()).Body.String()
	}
	if q := (*asked)[2]; q.Text != "peki nerede?" || !slices.Equal(q.After, []string{"Anlaşmayı kim imzaladı?", "ne zaman?"}) {
		t.Errorf("asked %q after %q", q.Text, q.After)
	}
	body = html.UnescapeString(body)
	for _, want := range []string{
		"Şöyle anlaşıldı: <q>Anlaşmayı nerede imzaladı?</q>", ">Yeni konuşma<",
		`<li><a href="/?q=Anla%C5%9Fmay%C4%B1+kim+imzalad%C4%B1%3F">Anlaşmayı kim imzaladı?</a></li>`,
		`<li><a href="/?after=Anla%C5%9Fmay%C4%B1+kim+imzalad%C4%B1%3F&q=ne+zaman%3F">ne zaman?</a></li>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	links := regexp.MustCompile(`href="(/\?[^"#]*q=peki[^"#]*)`).FindAllStringSubmatch(body, -1)
	if len(links) < 3 {
		t.Errorf("only %d links lead back", len(links))
	}
	for _, link := range links {
		again := get(t, h, link[1]).Body.String()
		if !strings.Contains(again, "Anlaşmayı nerede imzaladı?") || strings.Contains(again, "yanıt değişti") {
			t.Errorf("%s does not lead back to the answer", link[1])
		}
	}
}

// An address that holds too much is cut to what counts.
func TestConversationIsBounded(t *testing.T) {
	h, asked := talking(t)
	values := url.Values{"q": {"ne zaman?"}}
	for i := range 2 * bot.MaxAfter {
		values.Add("after", fmt.Sprint("Soru ", i))
		values.Add("after", " ")
	}
	get(t, h, "/?"+values.Encode())
	if got := (*asked)[0].After; len(got) != bot.MaxAfter || got[len(got)-1] != fmt.Sprint("Soru ", 2*bot.MaxAfter-1) {
		t.Errorf("%d questions before it: %q", len(got), got)
	}
	values["after"] = []string{"kısa", strings.Repeat("a", 1<<10), strings.Repeat("b", 1<<10)}
	get(t, h, "/?"+values.Encode())
	if got := (*asked)[1].After; len(got) != 2 {
		t.Errorf("%d questions of a kilobyte, want 2", len(got))
	}
}

func TestPagesAreCompressed(t *testing.T) {
	h, _ := talking(t)
	for _, path := range []string{"/", "/?q=asker", "/a/", "/none"} {
		plain := get(t, h, path)
		packed := get(t, h, path, "Accept-Encoding", "br, gzip;q=0.5")
		z, err := gzip.NewReader(packed.Body)
		if err != nil || packed.Header().Get("Content-Encoding") != "gzip" || packed.Code != plain.Code {
			t.Fatalf("GET %s: %d %v, %v", path, packed.Code, packed.Header(), err)
		}
		body, err := io.ReadAll(z)
		took := regexp.MustCompile(`[0-9]+ µs`)
		if err != nil || took.ReplaceAllString(string(body), "") != took.ReplaceAllString(plain.Body.String(), "") {
			t.Errorf("GET %s compressed says something else, %v", path, err)
		}
		for _, refused := range []string{"gzip;q=0", "br", "gzip; q=0.000"} {
			if w := get(t, h, path, "Accept-Encoding", refused); w.Header().Get("Content-Encoding") != "" || !slices.Contains(w.Header()["Vary"], "Accept-Encoding") {
				t.Errorf("GET %s with Accept-Encoding %s: %v", path, refused, w.Header())
			}
		}
	}
}
