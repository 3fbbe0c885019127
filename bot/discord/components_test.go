package discord_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
	"alinti/bot/render"
)

// asComponents shows answers as components v2.
func asComponents(o *discord.Options) { o.Config.Components = discord.ComponentsV2 }

// A box is a container as Discord shows it.
type box struct {
	Type        int
	AccentColor int `json:"accent_color"`
	Components  []struct {
		Type       int
		Content    string
		Components []struct {
			Content  string
			CustomID string `json:"custom_id"`
		}
		Accessory *pressable
	}
}

func boxesOf(t *testing.T, m discordtest.Message) []box {
	t.Helper()
	var out []box
	if err := json.Unmarshal(m.Rows, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// contexts are the buttons beside quotes.
func contexts(t *testing.T, m discordtest.Message) []pressable {
	t.Helper()
	var out []pressable
	for _, b := range boxesOf(t, m) {
		for _, c := range b.Components {
			if c.Accessory != nil {
				out = append(out, *c.Accessory)
			}
		}
	}
	return out
}

func TestAnswersAsComponents(t *testing.T) {
	kept := &votes{kept: map[string]bool{}}
	w, m := asked(t, sentences(t), asComponents, func(o *discord.Options) { o.Keeper = kept })
	doc := bottest.Seeds(t).Documents[1]
	if !m.IsComponents() || m.Content != "" || len(m.Embeds) > 0 {
		t.Fatalf("shown as %+v, want components alone", m)
	}
	boxes := boxesOf(t, m)
	if len(boxes) != 1 || boxes[0].Type != 17 || boxes[0].AccentColor != render.ColorAnswered {
		t.Errorf("%s: want one container with the colour of an answer", m.Rows)
	}
	texts := m.Displayed()
	if texts[0] != "### Kaç asker gitti?" || texts[len(texts)-1] != "-# alinti · "+strings.Repeat("ab", 16) {
		t.Errorf("shows %q, want the question first and the answer's id last", texts)
	}
	buttons := contexts(t, m)
	if len(buttons) != 3 {
		t.Fatalf("%d buttons beside quotes, want one for each of three", len(buttons))
	}
	for n, b := range buttons {
		quote := doc.Slice(doc.Sentences[n].Span)
		if line, _, _ := strings.Cut(unescape(texts[n+1]), "\n"); line != "> "+quote || !strings.HasPrefix(b.Label, "Bağlamda göster") {
			t.Errorf("quote %d reads %q beside %q, want %q", n+1, texts[n+1], b.Label, quote)
		}
	}

	w.Send("INTERACTION_CREATE", press(2, buttons[1].CustomID, m))
	if got := w.AwaitMessage(token(2), shown); !got.Private() || !strings.Contains(unescape(got.Embeds[0].Description), doc.Slice(doc.Sentences[1].Span)) {
		t.Errorf("in context: %+v, want the paragraph for the presser alone", got)
	}
	ends := boxes[0].Components[len(boxes[0].Components)-1].Components
	if len(ends) != 3 {
		t.Fatalf("%d buttons at the end, want more, up and down", len(ends))
	}
	w.Send("INTERACTION_CREATE", press(3, ends[0].CustomID, m))
	more := w.AwaitMessage(token(3), shown)
	if got := contexts(t, more); len(got) != 2 || !more.Private() || !strings.Contains(unescape(more.Displayed()[0]), doc.Slice(doc.Sentences[3].Span)) {
		t.Errorf("more shows %q with %d buttons, want the fourth and the fifth quote for the presser alone", more.Displayed(), len(got))
	}
	w.Send("INTERACTION_CREATE", press(4, ends[1].CustomID, m))
	w.AwaitMessage(token(4), shown)
	if len(kept.kept) != 1 {
		t.Errorf("kept %v, want a vote", kept.kept)
	}
}

// What Discord shows of an answer of components holds, for the message command
// and for `alinti verify` alike.
func TestOwnComponentsVerify(t *testing.T) {
	w := open(t, sentences(t), withArticles(t), asComponents)
	asking := "“Bunu kimse hiç söylemedi ki” diyen *kim*?"
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question(asking)))
	m := w.AwaitMessage(token(1), shown)
	answer := said("")
	answer["components"], answer["flags"] = m.Rows, m.Flags
	w.Send("INTERACTION_CREATE", onMessage(2, "Check quotes", answer))
	if got := w.AwaitMessage(token(2), shown); !strings.Contains(got.Embeds[0].Title, "3 / 3") {
		t.Errorf("own answer: %+v, want three quotes that hold", got.Embeds)
	}
	got, err := bot.NewVerifier(bottest.Seeds(t)).Text(strings.Join(m.Displayed()[1:], "\n\n"))
	if err != nil || !got.OK() || len(got.Verdicts) != 3 {
		t.Errorf("the message as a text: %+v, %v; want three quotes that hold", got, err)
	}
	w.Send("INTERACTION_CREATE", press(3, "a1:more", m))
	if more := w.AwaitMessage(token(3), shown); len(contexts(t, more)) != 2 {
		t.Errorf("more for a question with marks in it: %q", more.Displayed())
	}
}

func TestComponentsAfterWaiting(t *testing.T) {
	w := open(t, asker(echo), asComponents)
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru"), map[string]any{"name": "private", "type": 5, "value": true}))
	m := w.AwaitMessage(token(1), shown)
	if !m.IsComponents() || !m.Private() || m.Edits != 1 {
		t.Errorf("shown as %+v, want components for the asker alone, in an edit", m)
	}
	if edit := decode(t, w.Await("PATCH /webhooks/*").Body); edit["content"] != nil || edit["embeds"] != nil {
		t.Errorf("edited with %v, want neither content nor embeds", edit)
	}
}

// A message of components stays one, whatever is said in it later.
func TestComponentsAreEditedAsComponents(t *testing.T) {
	for name, c := range map[string]struct {
		last bot.Answer
		err  error
		want string
	}{
		"the model's choice": {last: answerTo(bot.Question{Text: "başka"}), want: "> başka"},
		"an error":           {err: errors.New("boom"), want: "ters gitti"},
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
				early(answerTo(q))
				return c.last, c.err
			}), asComponents)
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
			w.Send("MESSAGE_CREATE", post(2, me+" soru"))
			w.Await("POST /interactions/*")
			w.Await("POST /channels/*")
			w.door.Settle()
			w.stop()
			m := w.AwaitMessage(token(1), shown)
			for _, m := range append(w.Messages(channel), m) {
				if !m.IsComponents() || m.Edits != 1 || !strings.Contains(strings.Join(m.Displayed(), "\n"), c.want) {
					t.Errorf("shows %q after %d edits, want %q after one", m.Displayed(), m.Edits, c.want)
				}
			}
		})
	}
}

// A server that refuses components is sent embeds, and not asked again.
func TestComponentsThatAreRefused(t *testing.T) {
	w := open(t, earlyAsker(instant), asComponents)
	refusing := func(w http.ResponseWriter, r *http.Request, body []byte) bool {
		if !strings.Contains(string(body), `"flags":32768`) {
			return false
		}
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, `{"code":50035,"message":"Invalid Form Body"}`)
		return true
	}
	w.Refuse(callback, refusing)
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	if m := w.AwaitMessage(token(1), shown); len(m.Embeds) != 1 || m.Edits != 0 {
		t.Errorf("shown as %+v, want an embed", m)
	}
	w.Send("INTERACTION_CREATE", slash(2, "ask", "tr", question("soru")))
	w.AwaitMessage(token(2), shown)
	w.Send("MESSAGE_CREATE", post(3, me+" soru"))
	w.Await("POST /channels/*")
	w.door.Settle()
	w.stop()
	if n := w.Count("POST /interactions/*"); n != 3 {
		t.Errorf("%d callbacks for two questions, want 3: one was refused, and it is remembered", n)
	}
	if ms := w.Messages(channel); len(ms) != 1 || len(ms[0].Embeds) != 1 {
		t.Errorf("messages %+v, want one with an embed", ms)
	}
}

// One message that is refused does not end components where they are known.
func TestOneRefusalIsNotRemembered(t *testing.T) {
	w := open(t, earlyAsker(instant), asComponents)
	w.Refuse(callback, func(w http.ResponseWriter, _ *http.Request, body []byte) bool {
		if !strings.Contains(string(body), "kötü") || !strings.Contains(string(body), `"flags":32768`) {
			return false
		}
		w.WriteHeader(http.StatusBadRequest)
		return true
	})
	for id, text := range []string{"iyi", "kötü", "iyi"} {
		w.Send("INTERACTION_CREATE", slash(id+1, "ask", "tr", question(text)))
		if m := w.AwaitMessage(token(id+1), shown); m.IsComponents() == (text == "kötü") {
			t.Errorf("%s is shown with components: %v", text, m.IsComponents())
		}
		w.door.Settle() // the door knows that it was taken, too
	}
}

// Where a channel takes something away, what is left says the same.
func TestChannelsThatLackSomething(t *testing.T) {
	for lack, c := range map[discordtest.Lack]struct {
		change   func(*discord.Options)
		calls    int // to send two replies
		embeds   bool
		replies  bool
		lastEdit int
	}{
		discordtest.EmbedsRefused: {calls: 3, replies: true},
		discordtest.EmbedsCleared: {calls: 3, replies: true, lastEdit: 0},
		discordtest.NoComponents:  {change: asComponents, calls: 3, embeds: true, replies: true},
		discordtest.NoHistory:     {calls: 4, embeds: true},
	} {
		t.Run(string(lack), func(t *testing.T) {
			change := c.change
			if change == nil {
				change = func(*discord.Options) {}
			}
			w := open(t, earlyAsker(instant), withArticles(t), change)
			w.Lack(channel, lack)
			text := "Kaç **asker** gitti? https://ornek.com/a_b"
			for n := range 2 {
				w.Send("MESSAGE_CREATE", post(n+1, me+" "+text))
				w.Send("INTERACTION_CREATE", slash(n+1, "help", "tr"))
				w.AwaitMessage(token(n+1), shown) // events are handled in order
				w.door.Settle()
			}
			w.stop()
			ms := w.Messages(channel)
			if len(ms) != 2 {
				t.Fatalf("%d messages, want one for each question", len(ms))
			}
			for _, m := range ms {
				got := m.Content
				if c.embeds {
					got = m.Embeds[0].Description
				}
				if !slices.Contains(strings.Split(unescape(got), "\n"), "> Kaç  asker gitti? https://ornek.com/a_b") && !strings.Contains(unescapeOnly(got), "> "+text) {
					t.Errorf("shows %q, want the quote as a block", got)
				}
				if !c.embeds && (m.Flags&discordtest.FlagSuppressEmbeds == 0 || len(m.Embeds) > 0) {
					t.Errorf("flags %d, %d embeds: want content whose links are not unfurled", m.Flags, len(m.Embeds))
				}
			}
			if n := w.Count("POST /channels/"+channel+"/messages") + w.Count("PATCH /channels/*"); n != c.calls {
				t.Errorf("%d calls for two replies, want %d: what a channel lacks is remembered", n, c.calls)
			}
		})
	}
}

// unescapeOnly reads Markdown's backslashes and nothing else.
func unescapeOnly(s string) string { return strings.ReplaceAll(s, `\`, "") }

// The permissions that an interaction brings are believed if it brings any.
func TestInteractionsWithoutEmbeds(t *testing.T) {
	w := open(t, earlyAsker(instant), withArticles(t))
	for id, c := range map[int]struct {
		permissions any
		embeds      bool
	}{
		1: {"3072", false}, // View Channels and Send Messages
		2: {"19456", true}, // and Embed Links
		3: {"0", true},     // says nothing
		4: {nil, true},     // not there
		5: {3072, false},   // a number, as another server may write it
		6: {"2251799813685247", true},
	} {
		i := with(slash(id, "ask", "tr", question("soru")), "app_permissions", c.permissions)
		w.Send("INTERACTION_CREATE", i)
		m := w.AwaitMessage(token(id), shown)
		if len(m.Embeds) == 1 != c.embeds || c.embeds == strings.Contains(m.Content, "> soru") {
			t.Errorf("app_permissions %v: %+v, want embeds: %v, else the quote in the content", c.permissions, m, c.embeds)
		}
	}
	// What has no form of its own but embeds is said all the same.
	w.Send("INTERACTION_CREATE", with(slash(7, "articles", "tr"), "app_permissions", "3072"))
	if m := w.AwaitMessage(token(7), shown); !strings.Contains(m.Content, bottest.Seeds(t).Documents[0].Title) {
		t.Errorf("articles without embeds: %q, want the titles", m.Content)
	}
}

// readdress sends every request to another server.
type readdress struct{ to *url.URL }

func (r readdress) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host = r.to.Scheme, r.to.Host
	return http.DefaultTransport.RoundTrip(req)
}

// Unless told otherwise, Discord itself gets components and any other server
// embeds, which it may know alone.
func TestWhoGetsComponents(t *testing.T) {
	for name, c := range map[string]struct {
		setting string
		discord bool
		want    bool
	}{
		"Discord":                      {discord.ComponentsAuto, true, true},
		"another server":               {discord.ComponentsAuto, false, false},
		"Discord, embeds wanted":       {discord.ComponentsEmbeds, true, false},
		"another server, v2 asked for": {discord.ComponentsV2, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t, earlyAsker(instant), func(o *discord.Options) {
				o.Config.Components = c.setting
				if c.discord {
					to, err := url.Parse(o.Config.APIURL)
					if err != nil {
						t.Fatal(err)
					}
					o.Config.APIURL, o.Transport = discord.DefaultAPIURL, readdress{to}
				}
			})
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
			if m := w.AwaitMessage(token(1), shown); m.IsComponents() != c.want {
				t.Errorf("components: %v, want %v", m.IsComponents(), c.want)
			}
		})
	}
	t.Cleanup(http.DefaultTransport.(*http.Transport).CloseIdleConnections)
}
