package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/discord/discordtest"
)

// questions are the first n of a judged set.
func questions(t *testing.T, file string, n int) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		var item struct{ Question string }
		if err := json.Unmarshal([]byte(line), &item); err != nil {
			t.Fatal(err)
		}
		if len(all) < n {
			all = append(all, item.Question)
		}
	}
	if len(all) < n {
		t.Fatalf("%s has %d questions, want %d", file, len(all), n)
	}
	return all
}

// TestTheDoorsAgree asks the same hundred questions on the command line, by the
// webhook and on Discord: each answer has one id.
func TestTheDoorsAgree(t *testing.T) {
	asked := questions(t, "../../bot/evaluate/testdata/dev.jsonl", 100)
	fake := discordtest.New(t)
	t.Setenv("ALINTI_DISCORD_TOKEN", "a.discord.token")
	t.Setenv("ALINTI_DISCORD_API_URL", fake.URL)
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	s := serve(t)
	fake.AwaitHandshake()

	fromCLI := askCLI(t, asked)
	for i, q := range asked {
		byWebhook := s.ask(t, q)
		if byWebhook.ID != fromCLI[i].ID {
			t.Errorf("%q: the webhook's answer is %s, the command line's %s", q, byWebhook.ID, fromCLI[i].ID)
		}
		if byDiscord := askDiscord(fake, i, q); byDiscord != byWebhook.ID {
			t.Errorf("%q: Discord's answer is %s, the webhook's %s", q, byDiscord, byWebhook.ID)
		}
	}
	s.end(t)
}

// Discord's requests reach the door without the webhook's token: they are
// signed.
func TestInteractionsAreServed(t *testing.T) {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ALINTI_DISCORD_INTERACTIONS", "endpoint")
	t.Setenv("ALINTI_DISCORD_APPLICATION_ID", discordtest.App)
	t.Setenv("ALINTI_DISCORD_PUBLIC_KEY", hex.EncodeToString(public))
	t.Setenv("ALINTI_WEBHOOK_TOKEN", "a-token-that-is-long-enough-for-anybody")
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	s := serve(t)
	defer s.end(t)
	body, now := `{"id":"1","application_id":"2","type":1,"token":"t","version":1}`, strconv.FormatInt(time.Now().Unix(), 10)
	for signed, want := range map[string]int{now + body: http.StatusOK, now + body + " ": http.StatusUnauthorized} {
		req, err := http.NewRequest(http.MethodPost, "http://"+s.address+"/discord/interactions", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Signature-Timestamp", now)
		req.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(private, []byte(signed))))
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("a PING signed over %q: %d, want %d", signed, resp.StatusCode, want)
		}
	}
}

// askCLI asks a batch on the command line.
func askCLI(t *testing.T, asked []string) []bot.Answer {
	t.Helper()
	var out strings.Builder
	if code := run(t.Context(), []string{"ask", "--json"}, strings.NewReader(strings.Join(asked, "\n")), &out, io.Discard); code != exitDone {
		t.Fatalf("ask --json: exit code %d", code)
	}
	var answers []bot.Answer
	for line := range strings.Lines(out.String()) {
		var a bot.Answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, a)
	}
	if len(answers) != len(asked) {
		t.Fatalf("%d answers to %d questions", len(answers), len(asked))
	}
	return answers
}

// askDiscord sends /ask and reads the id from the footer of what is shown.
func askDiscord(fake *discordtest.Server, n int, question string) string {
	token := fmt.Sprintf("token-%d", n)
	fake.Send("INTERACTION_CREATE", map[string]any{
		"id": fmt.Sprintf("7%017d", n), "application_id": discordtest.App, "type": 2, "token": token,
		"guild_id": "600000000000000001", "channel_id": "600000000000000002", "locale": "tr", "version": 1,
		"member": map[string]any{"user": map[string]any{"id": fmt.Sprintf("6%017d", n), "username": "ada"}},
		"data": map[string]any{"id": "1", "name": "ask", "type": 1,
			"options": []any{map[string]any{"name": "question", "type": 3, "value": question}}},
	})
	m := fake.AwaitMessage(token, func(m discordtest.Message) bool { return !m.Waiting && len(m.Embeds) > 0 })
	footer := m.Embeds[len(m.Embeds)-1].Footer.Text
	return footer[strings.LastIndex(footer, " ")+1:]
}
