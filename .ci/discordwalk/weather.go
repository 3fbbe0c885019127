package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"alinti/bot/discord/discordtest"
)

// hostility asks what Markdown and Discord would read as more than text. The
// fake refuses whatever could ping or unfurl.
func (w *walker) hostility() {
	for _, s := range []string{
		"# başlık", "- liste", "1. liste", "> alıntı", "-# küçük", "||gizli||", "```go\nkod\n```", "`kod`", "[ad](https://ornek.com)", "<https://ornek.com>",
		"@everyone @here", "<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "<t:1700000000:R>", "<:ad:123456789012345678>",
		"</ask:123456789012345678>", "<id:customize>", "https://ornek.com/a_b_c", "*yatık* **koyu** __alt__ ~~üst~~", "\u202egizli", "asker :smile: ¯\\_(ツ)_/¯",
	} {
		question := s + " Kaç asker gönderildi?"
		m := w.ask(question)
		raw := text(m)
		for _, live := range []string{"<@123456789012345678>", "<@&", "<#123456789012345678>", "<t:1700000000:R>", "<:ad:123456789012345678>", "](https:", "```", "\n- liste", "\n> alıntı", "\n-# küçük"} {
			if i := strings.Index(raw, live); i >= 0 && strings.Contains(s, strings.TrimPrefix(live, "\n")) && m.IsComponents() {
				w.Errorf("%q is shown live in %q", live, raw)
			}
		}
		w.seen(raw != "", fmt.Sprintf("a hostile question (%.20q)", s), fmt.Sprintf("answered with %d quotes", len(quotes(m))))
	}
}

func (w *walker) keeping() {
	for range 3 { // so that it is the most frequent
		w.ask("Mars'ta kaç kişi yaşıyor?")
	}
	report := w.slash(admin, "unanswered", "tr")
	w.seen(report.Private() && strings.Contains(read(report), "Mars"), "/unanswered", read(report))
	out := w.run("unanswered")
	w.seen(strings.Contains(out, "Mars"), "alinti unanswered", out)
	forgotten := w.slash(user, "forget-me", "tr")
	w.seen(strings.Contains(forgotten.Content, "silindi"), "/forget-me", forgotten.Content)
	w.seen(!strings.Contains(w.run("unanswered"), "Mars"), "what was forgotten is gone", "not listed any more")
}

func (w *walker) restarting() {
	m := w.ask("Kuzey Kore Rusya'ya kaç asker gönderdi?")
	w.stop(syscall.SIGTERM)
	before := w.discord.Count("PUT *")
	w.serve()
	w.discord.AwaitHandshake()
	got := w.press(user, m, "Bağlamda göster")
	w.seen(strings.Contains(read(got), quotes(m)[0]), "a button after a restart", read(got))
	w.awaitLog("commands are as they should be")
	w.seen(w.discord.Count("PUT *") == before, "commands are registered once", "nothing written at the second start")
}

func (w *walker) weather() {
	w.discord.Drop()
	id := w.id()
	w.discord.Send("INTERACTION_CREATE", interaction(id, 2, user, "tr", map[string]any{"id": "1", "name": "ask", "type": 1, "options": []any{value("question", "Kaç asker?")}}))
	h := w.discord.AwaitHandshake()
	w.shown(id)
	w.seen(h.Op == 6, "a dropped connection", "resumed, the question of the gap answered")
	w.discord.SendAgain()
	w.discord.SendAgain()
	w.ask("Kaç asker gönderildi?")
	w.seen(w.discord.Count(fmt.Sprintf("POST /interactions/7%017d/*", id)) == 1, "an event delivered three times", "one reply")
	w.discord.Op(9, false)
	w.seen(w.discord.AwaitHandshake().Op == 2, "an invalid session", "identified anew")
	for _, lack := range []discordtest.Lack{discordtest.EmbedsRefused, discordtest.EmbedsCleared, discordtest.NoHistory} {
		where := fmt.Sprintf("61%016d", w.id())
		w.discord.Lack(where, lack)
		w.post(me+" Kuzey Kore Rusya'ya kaç asker gönderdi?", func(in map[string]any) { in["channel_id"] = where })
		time.Sleep(300 * time.Millisecond) // an edit may follow
		ms := w.discord.Messages(where)
		m := ms[len(ms)-1]
		w.seen(len(ms) == 1 && len(quotes(m)) > 0, string(lack), read(m))
	}
}

// limits are counted for a user, and said kindly once.
func (w *walker) limits() {
	w.stop(syscall.SIGTERM)
	w.serve("ALINTI_DISCORD_PER_USER=1", "ALINTI_DISCORD_ALLOW_CHANNELS="+channel)
	w.discord.AwaitHandshake()
	w.ask("Kaç asker gönderildi?")
	m := w.ask("Kaç asker gönderildi?")
	w.seen(m.Private() && strings.Contains(m.Content, "soluklanıp"), "a limit for each user", m.Content)
	id := w.id()
	i := interaction(id, 2, admin, "tr", map[string]any{"id": "1", "name": "ask", "type": 1, "options": []any{value("question", "Kaç asker?")}})
	i["channel_id"] = "600000000000000077"
	w.discord.Send("INTERACTION_CREATE", i)
	got := w.shown(id)
	w.seen(strings.Contains(got.Content, "yanıt vermiyorum"), "a channel that is not allowed", got.Content)
	w.stop(syscall.SIGTERM)
	w.serve()
	w.discord.AwaitHandshake()
}

// killing kills the program while it answers: what was thanked for is kept.
func (w *walker) killing() {
	thanked := 0
	for round := range 3 {
		m := w.ask("Kuzey Kore Rusya'ya kaç asker gönderdi?")
		for n := range 5 {
			who := fmt.Sprintf("62%015d%d", round, n)
			if strings.Contains(w.press(who, m, "👍").Content, "Teşekkürler") {
				thanked++
			}
		}
		w.stop(syscall.SIGKILL)
		w.serve()
		w.discord.AwaitHandshake()
	}
	report := w.slash(admin, "unanswered", "tr")
	w.seen(strings.Contains(read(report), fmt.Sprintf("👍 %d", thanked)), "killed three times", fmt.Sprintf("%d votes thanked for: %s", thanked, read(report)))
}

// fullDisk fills the disk of the store under the program.
func (w *walker) fullDisk(dir string) {
	if err := fill(dir); err != nil {
		w.Fatal(err)
	}
	m := w.ask("Kuzey Kore Rusya'ya kaç asker gönderdi?")
	w.seen(len(quotes(m)) > 0, "a full disk", "answered")
	var said string
	for n := 0; n < 50 && !strings.Contains(said, "kaydedilemiyor"); n++ {
		said = w.press(fmt.Sprintf("63%016d", n), m, "👍").Content
	}
	w.seen(strings.Contains(said, "kaydedilemiyor"), "a vote on a full disk", said)
	w.awaitLog("make room")
	w.seen(true, "the log tells the cure", line(w.running.log.String(), "make room"))
	status, _ := w.get("/readyz")
	w.seen(status == 200, "/readyz on a full disk", fmt.Sprint(status))
	w.stop(syscall.SIGKILL)
	if err := os.Remove(filepath.Join(dir, "filling")); err != nil {
		w.Fatal(err)
	}
	w.serve()
	w.discord.AwaitHandshake()
	again := w.press("630000000000009999", m, "👍").Content
	w.seen(strings.Contains(again, "Teşekkürler"), "with room again", again)
}

// endings ends Discord for good, and nothing else.
func (w *walker) endings() {
	w.discord.Close(4014)
	w.awaitLog("stopped for good")
	status, body := w.get("/readyz")
	w.seen(status == 200 && strings.Contains(body, "4014") && strings.Contains(body, "Message Content"), "close 4014", body)
	_, metrics := w.get("/metrics")
	w.seen(strings.Contains(metrics, "alinti_discord_connected 0"), "metrics", line(metrics, "alinti_discord_connected "))
	check := w.run("check")
	w.seen(!strings.Contains(check, token) && strings.Contains(check, "discord"), "alinti check", line(check, "discord"))
}

// line is the first line of a text that holds s.
func line(all, s string) string {
	for l := range strings.Lines(all) {
		if strings.Contains(l, s) && !strings.HasPrefix(l, "#") {
			return strings.TrimSpace(l)
		}
	}
	return ""
}
