//go:build unix

package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// A site is a settings file and a folder of articles that a test may change.
type site struct {
	t                  *testing.T
	settings, articles string
}

func newSite(t *testing.T) site {
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	dir := t.TempDir()
	s := site{t, filepath.Join(dir, "alinti.yaml"), filepath.Join(dir, "texts", "kedi.txt")}
	if err := os.Mkdir(filepath.Dir(s.articles), 0o700); err != nil {
		t.Fatal(err)
	}
	s.write(s.settings, "articles: {dir: texts}")
	s.write(s.articles, cats("yedi"))
	return s
}

// cats is an article that says how many there are.
func cats(number string) string {
	return fmt.Sprintf("Mahallede toplam %s kedi yaşıyor. Kediler sabahları bahçede uyuyor.\n", number)
}

const howMany = "Mahallede toplam kaç kedi yaşıyor?"

func (s site) write(file, text string) {
	s.t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

func hangup(t *testing.T) {
	t.Helper()
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
}

func (s *server) says(t *testing.T, number string) {
	t.Helper()
	a := s.ask(t, howMany)
	if !a.Answered || !strings.Contains(a.Quotes[0].Text, number) {
		t.Errorf("%s: %+v, want %s", howMany, a, number)
	}
}

func TestReloadTakesOverSettingsAndArticles(t *testing.T) {
	f := newSite(t)
	s := serve(t, "--config", f.settings)
	s.says(t, "yedi")

	f.write(f.articles, cats("dokuz"))
	s.says(t, "yedi") // nothing is watched
	hangup(t)
	s.log.until(t, `"msg":"reloaded"`)
	s.says(t, "dokuz")

	f.write(f.settings, "articles: {dir: texts}\nretrieval: {strictness: 0.999999}\nlog: {level: debug}")
	hangup(t)
	s.log.until(t, `"msg":"reloaded"`)
	if a := s.ask(t, howMany); a.Answered {
		t.Errorf("with the greatest strictness: %+v", a)
	}
	s.end(t)
}

func TestReloadTakesOverSynonyms(t *testing.T) {
	f := newSite(t)
	s := serve(t, "--config", f.settings)
	const other = "Kaç tekir var?"
	list := filepath.Join(filepath.Dir(f.articles), "synonyms.txt")
	for _, step := range []struct {
		list, log string
		answered  bool
	}{
		{"tekir, kedi\n", `"msg":"reloaded"`, true},
		{"tekir\n", "line 1: a word alone", true},
		{"# tekir, kedi\n", `"msg":"reloaded"`, false},
	} {
		f.write(list, step.list)
		hangup(t)
		s.log.until(t, step.log)
		if a := s.ask(t, other); a.Answered != step.answered {
			t.Errorf("with %q: %+v", step.list, a)
		}
	}
	s.end(t)
}

// TestReloadIsRefusedWhole wants each mistake to leave everything as it was.
func TestReloadIsRefusedWhole(t *testing.T) {
	f := newSite(t)
	s := serve(t, "--config", f.settings)
	for _, test := range []struct{ settings, article, cause string }{
		{"articles: {dir: texts}\nlisten", cats("dokuz"), "is not"},
		{"articles: {dir: texts}\nstrictnes: 1", cats("dokuz"), "strictnes: there is no such setting"},
		{"articles: {dir: nowhere}", cats("dokuz"), "nowhere"},
		{"articles: {dir: texts}", "\x00\x01\x02", "kedi.txt"},
		{"articles: {dir: texts}", "", "kedi.txt"},
		{"articles: {dir: texts}\nwebhook: {idle_timeout: 1m}", cats("dokuz"), "webhook.idle_timeout changed, which needs a restart"},
		{"articles: {dir: texts}\nwebhook: {token: 0123456789abcdef}", cats("dokuz"), "needs a restart"},
		{"articles: {dir: texts}\nllm: {base_url: 'not a url'}", cats("dokuz"), "llm.base_url"},
	} {
		f.write(f.settings, test.settings)
		f.write(f.articles, test.article)
		hangup(t)
		if line := s.log.until(t, `"msg":"reload refused`); !strings.Contains(line, test.cause) {
			t.Errorf("%q: refused because %s, want %s", test.settings, line, test.cause)
		}
		s.says(t, "yedi")
	}
	s.end(t)
}

func TestReloadRotatesTheToken(t *testing.T) {
	f := newSite(t)
	const before, after = "0123456789abcdef-before", "0123456789abcdef-after"
	f.write(f.settings, "articles: {dir: texts}\nwebhook: {token: "+before+"}")
	s := serve(t, "--config", f.settings)
	status := func(token string) int {
		t.Helper()
		r, err := http.NewRequest("GET", "http://"+s.address+"/v1/articles", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	if b, a := status(before), status(after); b != http.StatusOK || a != http.StatusUnauthorized {
		t.Errorf("before the rotation: old token %d, new token %d", b, a)
	}
	f.write(f.settings, "articles: {dir: texts}\nwebhook: {token: "+after+"}")
	hangup(t)
	s.log.until(t, `"msg":"reloaded"`)
	if b, a := status(before), status(after); b != http.StatusUnauthorized || a != http.StatusOK {
		t.Errorf("after the rotation: old token %d, new token %d", b, a)
	}
	s.end(t)
}

// TestReloadUnderLoad reloads time after time, half of the settings broken,
// while questions are asked: none fails, and each answer is whole of one time.
func TestReloadUnderLoad(t *testing.T) {
	reloads := 100
	if testing.Short() {
		reloads = 10
	}
	f := newSite(t)
	s := serve(t, "--config", f.settings, "--log-level", "info")
	stop := make(chan struct{})
	var askers sync.WaitGroup
	for range 2 {
		askers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				a := s.ask(t, howMany)
				if !a.Answered || a.Quotes[0].Text+" Kediler sabahları bahçede uyuyor.\n" != cats("yedi") && a.Quotes[0].Text+" Kediler sabahları bahçede uyuyor.\n" != cats("dokuz") {
					t.Errorf("an answer of no time: %+v", a)
					return
				}
			}
		})
	}
	for i := range reloads {
		f.write(f.articles, cats([]string{"yedi", "dokuz"}[i/2%2]))
		f.write(f.settings, []string{"articles: {dir: texts}", "articles: {dir: texts"}[i%2])
		hangup(t)
		s.log.until(t, []string{`"msg":"reloaded"`, `"msg":"reload refused`}[i%2])
	}
	close(stop)
	askers.Wait()
	s.end(t)
}

func TestServeEndsWithItsTerminal(t *testing.T) {
	newSite(t)
	keys, terminal, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	s := serveFrom(t, terminal)
	keys.Close()
	hangup(t)
	s.log.until(t, "the terminal is gone")
	if code := <-s.code; code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
}
