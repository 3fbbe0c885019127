package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"alinti/bot/discord/discordtest"
)

// A walker tries one thing after the other.
type walker struct {
	*recorder
	binary, components, store, listen string
	discord                           *discordtest.Server
	running                           *program
	last                              int
}

// walk tries everything and returns the exit code.
func walk(binary, components, full string) int {
	w := &walker{recorder: &recorder{}, binary: binary, components: components}
	defer func() {
		for _, f := range w.cleanups {
			f()
		}
	}()
	dir, err := os.MkdirTemp("", "discordwalk")
	if err != nil {
		fmt.Fprintln(os.Stderr, "discordwalk:", err)
		return 1
	}
	w.Cleanup(func() { os.RemoveAll(dir) })
	w.store = filepath.Join(dir, "alinti.db")
	if full != "" {
		w.store = filepath.Join(full, "alinti.db")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, "discordwalk:", err)
		return 1
	}
	w.listen = l.Addr().String()
	l.Close()
	w.discord = discordtest.New(w)

	w.serve("ALINTI_DISCORD_DENY_USERS=" + denied)
	for _, thing := range []func(){
		w.registering, w.asking, w.refusing, w.suggesting, w.reading, w.verifying, w.messages, w.pressing, w.hostility, w.keeping, w.restarting, w.weather,
		w.limits, w.killing,
	} {
		w.try(thing)
	}
	if full != "" {
		w.try(func() { w.fullDisk(full) })
	}
	w.try(w.endings)
	w.stop(syscall.SIGTERM)
	fmt.Printf("discordwalk with %s: %d failed\n", components, w.failed)
	return min(w.failed, 1)
}

// try tries one thing; what ends it does not end the walk.
func (w *walker) try(thing func()) {
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(fatal); !ok {
				panic(p)
			}
		}
	}()
	thing()
}

func (w *walker) registering() {
	w.discord.AwaitHandshake()
	put := w.discord.Await("PUT /applications/" + discordtest.App + "/commands")
	for _, name := range []string{`"sor"`, `"makaleler"`, `"doğrula"`, `"Bunu sor"`, `"Alıntıyı doğrula"`, `"yardım"`, `"forget-me"`, `"default_member_permissions":32`, `"contexts":[0,1,2]`, `"integration_types":[0,1]`} {
		w.seen(strings.Contains(string(put.Body), name), "registered", name)
	}
	w.seen(true, "a token never in the log", "checked at each stop")
	status, body := w.get("/readyz")
	w.seen(status == 200 && strings.Contains(body, "ready"), "/readyz", body)
}

func (w *walker) asking() {
	m := w.ask("Kuzey Kore Rusya'ya kaç asker gönderdi?")
	all := read(m)
	w.seen(len(quotes(m)) > 0 && strings.Contains(quotes(m)[0], "13 bin asker"), "/ask", fmt.Sprint(quotes(m)))
	w.seen(strings.Contains(all, "19 Eylül 2025") && strings.Contains(strings.ToLower(all), "paragraf") && strings.Contains(all, "Naumann Vakfı raporu"), "article, date, paragraph", all)
	w.seen(strings.Contains(text(m), "**"), "what matters is bold", text(m))
	w.seen(m.IsComponents() == (w.components == "v2"), "the form", fmt.Sprintf("components: %v, %d embeds", m.IsComponents(), len(m.Embeds)))
	english := w.slash(user, "ask", "en-US", value("question", "How many soldiers did North Korea send?"))
	w.seen(strings.Contains(strings.ToLower(read(english)), "paragraph") && len(quotes(english)) > 0, "/ask in English", read(english))
	private := w.slash(user, "ask", "tr", value("question", "Kaç asker gönderildi?"), map[string]any{"name": "private", "type": 5, "value": true})
	w.seen(private.Private(), "private", fmt.Sprint("flags ", private.Flags))
	relative := w.ask("Anlaşma ne zaman imzalandı?")
	w.seen(strings.Contains(read(relative), "Haziran 2024"), "relative dates beside the quote", read(relative))
	differ := w.ask("Rusya Kuzey Kore'ye teknoloji desteği verdi mi?")
	w.seen(strings.Contains(read(differ), "farklı söylüyor") || strings.Contains(read(differ), "iki ayrı şey söylüyor"), "disagreement", read(differ))
	help := w.slash(user, "help", "tr")
	w.seen(help.Private() && strings.Contains(help.Content, "sözcüğü sözcüğüne"), "/help", help.Content)
}

func (w *walker) refusing() {
	for question, want := range map[string]string{"Japonya'nın başkenti neresi?": "", "merhaba": "", strings.Repeat("ğ", 1001): "1000", "   ": ""} {
		m := w.ask(question)
		w.seen(read(m) != "" && strings.Contains(read(m), want), fmt.Sprintf("refused (%.20q)", question), read(m))
		for _, b := range buttons(m) {
			w.seen(false, "no button under a refusal", b.Label)
		}
	}
	m := w.ask(strings.Repeat("ğ", 1000))
	w.seen(!strings.Contains(read(m), "çok uzun"), "1,000 code points", read(m))
}

func (w *walker) suggesting() {
	for typed, want := range map[string]string{"kim jo": "Kim Jong-Un", "vladimir pu": "Vladimir Putin", "guney kor": "Güney Kore", "": "?"} {
		got := w.complete("ask", "question", typed)
		w.seen(len(got) > 0 && len(got) <= 25 && strings.Contains(strings.Join(got, "|"), want), fmt.Sprintf("completes %q", typed), fmt.Sprint(got))
	}
	got := w.complete("articles", "article", "nauman")
	w.seen(len(got) == 1, "articles by title", fmt.Sprint(got))
}

func (w *walker) reading() {
	list := w.slash(user, "articles", "tr")
	w.seen(list.Private() && strings.Contains(read(list), "Naumann"), "/articles", read(list))
	page := w.press(user, list, "2")
	n := 1
	for ; n < 50; n++ {
		var next button
		for _, b := range buttons(page) {
			if b.Label == "Sonraki" {
				next = b
			}
		}
		if next.Disabled {
			break
		}
		page = w.press(user, page, "Sonraki")
	}
	w.seen(n > 2 && n < 50, "paging to the last paragraph", fmt.Sprint(n, " pages, last: ", read(page)))
	back := w.press(user, w.press(user, page, "Önceki"), "Makaleler")
	w.seen(read(back) == read(list), "back to the list", read(back))
}

func (w *walker) verifying() {
	const right = "Rusya'ya en az 13 bin asker göndermişti"
	m := w.slash(user, "verify", "tr", value("text", "“"+right+"” ve “"+strings.Replace(right, "13", "31", 1)+"”"))
	w.seen(m.Private() && strings.Contains(read(m), "1 / 2") && strings.Contains(read(m), "31") && strings.Contains(read(m), "5. paragraf"), "/verify", read(m))
	answer := w.ask("Kuzey Kore Rusya'ya kaç asker gönderdi?")
	n := len(quotes(answer))
	checked := w.on("Check quotes", wire(answer))
	w.seen(strings.Contains(read(checked), fmt.Sprintf("%d / %d", n, n)), "Check quotes on an answer", read(checked))
	none := w.on("Check quotes", map[string]any{"id": "5", "channel_id": channel, "content": "alıntı yok", "author": map[string]any{"id": user}})
	w.seen(strings.Contains(read(none), "Alıntı bulunamadı"), "Check quotes without any", read(none))
	asked := w.on("Ask this", map[string]any{"id": "5", "channel_id": channel, "content": me + " Kaç asker gönderildi?", "author": map[string]any{"id": user}})
	w.seen(len(quotes(asked)) > 0 && !asked.Private(), "Ask this", read(asked))
	out := w.run("verify", w.file(strings.Join(quotes(answer), "»\n\n«")))
	w.seen(!strings.Contains(out, "✗") && out != "", "alinti verify", out)
}

// file is a file that holds quotes.
func (w *walker) file(s string) string {
	path := filepath.Join(filepath.Dir(w.store), "quotes.txt")
	if err := os.WriteFile(path, []byte("«"+s+"»\n"), 0o600); err != nil {
		w.Fatal(err)
	}
	return path
}

func (w *walker) messages() {
	m := w.post(me+" Kuzey Kore Rusya'ya kaç asker gönderdi?", nil)
	w.seen(len(quotes(m)) > 0, "mention", read(m))
	reply := w.post("peki ne zaman imzalandı anlaşma?", func(in map[string]any) {
		in["type"], in["message_reference"] = 19, map[string]any{"message_id": m.ID}
		in["referenced_message"] = map[string]any{"id": m.ID, "author": map[string]any{"id": discordtest.Self}}
	})
	w.seen(len(quotes(reply)) > 0, "reply", read(reply))
	direct := func(in map[string]any) { delete(in, "guild_id"); in["channel_id"] = "600000000000000009" }
	w.seen(len(quotes(w.post("Kuzey Kore Rusya'ya kaç asker gönderdi?", direct))) > 0, "direct message", "answered")
	follow := w.post("Peki bunu ne zaman yaptı?", direct)
	w.seen(read(follow) != "", "follow-up in a direct message", read(follow))
	thread := func(in map[string]any) { in["position"], in["channel_id"] = 3, "600000000000000008" }
	w.seen(len(quotes(w.post(me+" Kaç asker gönderildi?", thread))) > 0, "thread", "answered")
	w.seen(strings.Contains(read(w.post(me, nil)), "word for word"), "a mention alone", "help in both languages")
}

func (w *walker) pressing() {
	m := w.ask("Rusya Kuzey Kore'ye ne verdi?")
	got := w.press(user, m, "Bağlamda göster")
	w.seen(got.Private() && strings.Contains(read(got), quotes(m)[0]), "Bağlamda göster", read(got))
	w.seen(strings.Contains(w.press(user, m, "👍").Content, "Teşekkürler") && strings.Contains(w.press(user, m, "👎").Content, "Teşekkürler"), "votes", "thanked")
	for _, b := range buttons(m) {
		if b.Label == "Daha fazla" {
			more := w.press(user, m, "Daha fazla")
			w.seen(more.Private(), "Daha fazla", read(more))
		}
	}
	refused := w.press(denied, m, "👍")
	w.seen(refused.Private() && strings.Contains(refused.Content, "yanıt vermiyorum"), "a button pressed by one who may not", refused.Content)
	w.seen(strings.Contains(w.slash(denied, "ask", "tr", value("question", "soru")).Content, "yanıt vermiyorum"), "a question of one who may not", "refused kindly")
}
