package discord_test

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
	"alinti/bot/store"
	"alinti/retrieval/corpus"
)

// withArticles gives the door the two articles.
func withArticles(t *testing.T) func(*discord.Options) {
	c := bottest.Seeds(t)
	return func(o *discord.Options) { o.Collection = func() *corpus.Collection { return c } }
}

// sentences is an Asker that answers with sentences of article 1, as many as
// are asked for, at most five.
func sentences(t *testing.T) earlyAsker {
	doc := bottest.Seeds(t).Documents[1]
	return func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		a := bot.Answer{ID: strings.Repeat("ab", 16), Question: q.Text, Language: "tr", Answered: true, Mode: bot.ModeRetrieval}
		limit := q.Quotes
		if limit == 0 {
			limit = bot.DefaultQuotes
		}
		for n := 0; n < min(limit, 5); n++ {
			s := doc.Sentences[n]
			a.Quotes = append(a.Quotes, bot.Quote{
				N: n + 1, Text: doc.Slice(s.Span), Start: s.Span.Start, End: s.Span.End, Paragraph: s.Paragraph,
				Source: bot.QuoteSource{ID: doc.ID, File: doc.File, Title: doc.Title, Date: doc.Date, SHA256: doc.SHA256},
			})
		}
		return a, nil
	}
}

// A pressable is a button as Discord shows it.
type pressable struct {
	Label    string `json:"label"`
	CustomID string `json:"custom_id"`
	URL      string `json:"url"`
	Disabled bool   `json:"disabled"`
	Emoji    struct{ Name string }
}

func buttonsOf(t *testing.T, m discordtest.Message) []pressable {
	t.Helper()
	var rows []struct{ Components []pressable }
	if err := json.Unmarshal(m.Rows, &rows); err != nil {
		t.Fatal(err)
	}
	var out []pressable
	seen := map[string]bool{}
	for _, r := range rows {
		out = append(out, r.Components...)
	}
	for _, b := range out {
		if b.CustomID != "" && seen[b.CustomID] || len(b.CustomID) > 100 {
			t.Errorf("custom id %q: Discord wants each once, in at most 100 characters", b.CustomID)
		}
		seen[b.CustomID] = true
	}
	return out
}

func labelled(t *testing.T, m discordtest.Message, label string) pressable {
	t.Helper()
	for _, b := range buttonsOf(t, m) {
		if b.Label == label || b.Emoji.Name == label {
			return b
		}
	}
	t.Fatalf("no button %q in %s", label, m.Rows)
	return pressable{}
}

// press is a click on a button of a message, as Discord delivers it.
func press(id int, customID string, on discordtest.Message) map[string]any {
	i := interaction(id, 3, "tr", map[string]any{"custom_id": customID, "component_type": 2})
	m := map[string]any{"id": on.ID, "channel_id": channel, "content": on.Content, "components": on.Rows, "author": map[string]any{"id": discordtest.Self}}
	var embeds []map[string]any
	for _, e := range on.Embeds {
		embeds = append(embeds, map[string]any{"author": map[string]any{"name": e.Author.Name}, "description": e.Description})
	}
	m["embeds"] = embeds
	i["message"] = m
	return i
}

// asked opens a door, asks it and returns the answer as Discord shows it.
func asked(t *testing.T, a bot.Asker, change ...func(*discord.Options)) (*world, discordtest.Message) {
	t.Helper()
	w := open(t, a, append([]func(*discord.Options){withArticles(t)}, change...)...)
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("Kaç asker gitti?")))
	return w, w.AwaitMessage(token(1), shown)
}

func TestContextButton(t *testing.T) {
	w, m := asked(t, sentences(t))
	doc := bottest.Seeds(t).Documents[1]
	w.Send("INTERACTION_CREATE", press(2, labelled(t, m, "Bağlamda göster 2").CustomID, m))
	got := w.AwaitMessage(token(2), shown)
	s := doc.Sentences[1]
	want := doc.Slice(doc.Paragraphs[s.Paragraph-1].Span)
	if plain := unescape(got.Embeds[0].Description); plain != "> "+want || !got.Private() {
		t.Errorf("the context reads %q with flags %d, want the paragraph for the presser alone", plain, got.Flags)
	}
	if quote := doc.Slice(s.Span); !strings.Contains(unescape(strings.ReplaceAll(got.Embeds[0].Description, "**", "⁑")), "⁑"+quote+"⁑") {
		t.Errorf("%q: want the quote in bold", got.Embeds[0].Description)
	}
}

func TestMoreButton(t *testing.T) {
	w, m := asked(t, sentences(t))
	w.Send("INTERACTION_CREATE", press(2, labelled(t, m, "Daha fazla").CustomID, m))
	got := w.AwaitMessage(token(2), shown)
	doc := bottest.Seeds(t).Documents[1]
	if len(got.Embeds) != 2 || unescape(got.Embeds[0].Description) != "> "+doc.Slice(doc.Sentences[3].Span) || !got.Private() {
		t.Errorf("more shows %+v, want the fourth and the fifth quote for the presser alone", got.Embeds)
	}
}

func TestSourceButton(t *testing.T) {
	_, m := asked(t, sentences(t), func(o *discord.Options) {
		o.Link = func(q bot.Quote) string { return fmt.Sprintf("https://haber.example/%s#%d", q.Source.ID, q.Start) }
	})
	if b := labelled(t, m, "Kaynak 1"); !strings.HasPrefix(b.URL, "https://haber.example/") || b.CustomID != "" {
		t.Errorf("the source button is %+v, want a link", b)
	}
}

func TestNoButtonThatDoesNothing(t *testing.T) {
	_, m := asked(t, earlyAsker(instant)) // one quote, which is of no article, and nothing keeps votes
	if got := buttonsOf(t, m); len(got) != 0 {
		t.Errorf("buttons %+v, want none", got)
	}
}

type votes struct {
	mu   sync.Mutex
	kept map[string]bool
}

func (v *votes) Vote(_ context.Context, vote store.Vote) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.kept[vote.AnswerID+" "+vote.User] = vote.Helped
	return nil
}

func (v *votes) Asked(context.Context, store.Asked) error { return nil }

func TestVotes(t *testing.T) {
	kept := &votes{kept: map[string]bool{}}
	w, m := asked(t, sentences(t), func(o *discord.Options) { o.Keeper = kept })
	for id, emoji := range []string{"👍", "👎"} {
		w.Send("INTERACTION_CREATE", press(id+2, labelled(t, m, emoji).CustomID, m))
		if got := w.AwaitMessage(token(id+2), shown); !strings.Contains(got.Content, "Teşekkürler") || !got.Private() {
			t.Errorf("%s: said %q with flags %d", emoji, got.Content, got.Flags)
		}
		if helped, ok := kept.kept[strings.Repeat("ab", 16)+" "+user]; !ok || helped != (emoji == "👍") {
			t.Errorf("after %s kept %v", emoji, kept.kept)
		}
	}
}

// What stands in a custom id is not believed.
func TestForgedButtons(t *testing.T) {
	w, m := asked(t, sentences(t), func(o *discord.Options) { o.Keeper = &votes{kept: map[string]bool{}} })
	key := strings.Split(labelled(t, m, "Bağlamda göster 1").CustomID, ":")[2]
	for n, id := range []string{
		"", "x", "a1", "a1:", "a2:context:" + key + ":1:0:1", "a1:context", "a1:context:" + key, "a1:context:" + key + ":0:0:1",
		"a1:context:" + key + ":999:0:1", "a1:context:" + key + ":-1:0:1", "a1:context:ffff:1:0:1", "a1:context::1:0:1",
		"a1:read:" + key + ":999", "a1:up", "a1:up:DROP TABLE", "a1:up:" + strings.Repeat("z", 32), "a1:shutdown", strings.Repeat("a", 5000),
	} {
		w.Send("INTERACTION_CREATE", press(n+10, id, m))
		if got := w.AwaitMessage(token(n+10), shown); !strings.Contains(got.Content, "artık yok") || !got.Private() {
			t.Errorf("%.40q: said %q, want that there is no such thing", id, got.Content)
		}
	}
	for n, id := range []string{"a1:context:" + key + ":1:5:5", "a1:context:" + key + ":1:9999999:3", "a1:context:" + key + ":1"} {
		w.Send("INTERACTION_CREATE", press(n+100, id, m))
		if got := w.AwaitMessage(token(n+100), shown); len(got.Embeds) != 1 {
			t.Errorf("%q: shows %+v, want the paragraph", id, got)
		}
	}
}

func TestButtonsWorkAfterARestart(t *testing.T) {
	w, m := asked(t, sentences(t))
	w.stop()
	again := bottest.Seeds(t)
	d, err := discord.New(discord.Options{Config: config(w), Asker: sentences(t), Collection: func() *corpus.Collection { return again }})
	if err != nil {
		t.Fatal(err)
	}
	next := &world{Server: w.Server, door: d, log: &syncBuffer{}}
	next.run(t)
	w.AwaitHandshake()
	w.Send("INTERACTION_CREATE", press(2, labelled(t, m, "Bağlamda göster 1").CustomID, m))
	if got := w.AwaitMessage(token(2), shown); len(got.Embeds) != 1 {
		t.Errorf("after a restart: %+v, want the paragraph", got)
	}
}

func TestArticlesTurnPages(t *testing.T) {
	w := open(t, asker(echo), withArticles(t))
	w.Send("INTERACTION_CREATE", slash(1, "articles", "tr"))
	list := w.AwaitMessage(token(1), shown)
	docs := bottest.Seeds(t).Documents
	for _, doc := range docs {
		if !strings.Contains(unescape(list.Embeds[0].Description), doc.Title) {
			t.Errorf("the list %q lacks %q", list.Embeds[0].Description, doc.Title)
		}
	}
	page := list
	button := "2"
	for n := range docs[1].Paragraphs {
		w.Send("INTERACTION_CREATE", press(n+2, labelled(t, page, button).CustomID, page))
		page = w.AwaitMessage(token(n+2), shown)
		if got, want := unescape(page.Embeds[0].Description), "> "+docs[1].Slice(docs[1].Paragraphs[n].Span); got != want {
			t.Errorf("page %d reads %q, want %q", n+1, got, want)
		}
		button = "Sonraki"
	}
	if !labelled(t, page, "Sonraki").Disabled || labelled(t, page, "Önceki").Disabled {
		t.Error("on the last page: want to turn back only")
	}
	w.Send("INTERACTION_CREATE", press(50, labelled(t, page, "Makaleler").CustomID, page))
	if got := w.AwaitMessage(token(50), shown); got.Embeds[0].Title != list.Embeds[0].Title {
		t.Errorf("back at %q, want the list", got.Embeds[0].Title)
	}
	w.Send("INTERACTION_CREATE", slash(51, "articles", "en-US", map[string]any{"name": "article", "type": 3, "value": docs[0].ID}))
	if got := w.AwaitMessage(token(51), shown); !strings.Contains(got.Embeds[0].Footer.Text, "paragraph 1 of") {
		t.Errorf("an article by its id: %+v, want its first paragraph", got.Embeds)
	}
}

func TestLongParagraphsAreRead(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Bu bir cümledir. ", 1000))
	doc, err := corpus.New(corpus.Source{ID: "uzun", File: "uzun.txt"}, long+"\n")
	if err != nil {
		t.Fatal(err)
	}
	one := &corpus.Collection{Documents: []*corpus.Document{doc}}
	w := open(t, asker(echo), func(o *discord.Options) { o.Collection = func() *corpus.Collection { return one } })
	w.Send("INTERACTION_CREATE", slash(1, "articles", "tr", map[string]any{"name": "article", "type": 3, "value": "uzun"}))
	var read string
	page := w.AwaitMessage(token(1), shown)
	for id := 2; ; id++ {
		read += strings.TrimPrefix(unescape(page.Embeds[0].Description), "> ") + " "
		next := labelled(t, page, "Sonraki")
		if next.Disabled {
			break
		}
		w.Send("INTERACTION_CREATE", press(id, next.CustomID, page))
		page = w.AwaitMessage(token(id), shown)
	}
	if read != long+" " {
		t.Errorf("read %d bytes over all pages, want the %d of the paragraph", len(read), len(long))
	}
}

func TestAutocomplete(t *testing.T) {
	w := open(t, sentences(t), withArticles(t))
	w.door.Settle() // the suggestions are made
	choices := func(id int, command string, option map[string]any) []struct{ Name, Value string } {
		option["focused"] = true
		w.Send("INTERACTION_CREATE", interaction(id, 4, "tr", map[string]any{"id": "1", "name": command, "type": 1, "options": []any{option}}))
		var got struct {
			Type int
			Data struct {
				Choices []struct{ Name, Value string }
			}
		}
		call := w.Await(fmt.Sprintf("POST /interactions/7%017d/*", id))
		if err := json.Unmarshal(call.Body, &got); err != nil || got.Type != 8 {
			t.Errorf("%s: %v, want an autocomplete result", call.Body, err)
		}
		return got.Data.Choices
	}
	if got := choices(1, "ask", question("Kim jo")); len(got) == 0 || got[0].Value != "Kim Jong-Un" {
		t.Errorf("Kim jo: %v, want Kim Jong-Un first", got)
	}
	if got := choices(2, "ask", question("")); len(got) < 5 || len(got) > 25 {
		t.Errorf("nothing typed: %v, want 5 to 25 questions", got)
	}
	if got := choices(3, "ask", question("zürafa")); len(got) != 0 {
		t.Errorf("zürafa: %v, want nothing", got)
	}
	docs := bottest.Seeds(t).Documents
	if got := choices(4, "articles", map[string]any{"name": "article", "type": 3, "value": ""}); len(got) != len(docs) || got[0].Name != docs[0].Title {
		t.Errorf("articles: %v, want the titles", got)
	}
}

var marks = regexp.MustCompile(`\\([^0-9A-Za-z\s])|\*\*`)

// unescape reads Markdown as Discord does.
func unescape(s string) string { return marks.ReplaceAllString(s, "$1") }
