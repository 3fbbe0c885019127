package discord_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

// post is a message in a guild as Discord delivers it.
func post(id int, content string) map[string]any {
	return map[string]any{
		"id": fmt.Sprintf("5%017d", id), "channel_id": channel, "guild_id": guild, "content": content, "type": 0,
		"author": map[string]any{"id": user, "username": "ada"}, "mentions": []any{},
	}
}

// with is m with a key changed; nil takes it away.
func with(m map[string]any, key string, value any) map[string]any {
	if m[key] = value; value == nil {
		delete(m, key)
	}
	return m
}

func referenced(author, content string) map[string]any {
	return map[string]any{"id": "400000000000000001", "content": content, "author": map[string]any{"id": author}}
}

const me = "<@" + discordtest.Self + ">"

func TestMessagesThatAreAnswered(t *testing.T) {
	for _, c := range []struct {
		name    string
		message map[string]any
		want    string // the question; empty: not answered
		content bool   // with the privileged intent, and the channel a question channel
	}{
		{"mention", post(1, me+" kaç asker?"), "kaç asker?", false},
		{"mention by nickname, at the end", post(1, "kaç asker? <@!"+discordtest.Self+">"), "kaç asker?", false},
		{"mention with other mentions", post(1, me+" <@123> kaç <:a:5> asker <#7>?"), "kaç   asker  ?", false},
		{"direct message", with(post(1, "kaç asker?"), "guild_id", nil), "kaç asker?", false},
		{"reply to the bot", with(with(post(1, "peki para?"), "type", 19), "referenced_message", referenced(discordtest.Self, "x")), "peki para?", false},
		{"reply without its text", with(with(post(1, ""), "type", 19), "referenced_message", referenced(discordtest.Self, "x")), "", false},
		{"mention under a question", with(with(post(1, me), "type", 19), "referenced_message", referenced("1", "kaç asker?")), "kaç asker?", false},
		{"other people's talk", post(1, "kaç asker?"), "", false},
		{"everyone", with(post(1, "@everyone bakın"), "mention_everyone", true), "", false},
		{"reply to somebody else", with(with(post(1, "evet"), "type", 19), "referenced_message", referenced("1", "x")), "", false},
		{"another bot", with(post(1, me+" soru"), "author", map[string]any{"id": "1", "bot": true}), "", false},
		{"itself", with(post(1, me+" soru"), "author", map[string]any{"id": discordtest.Self}), "", false},
		{"a webhook", with(post(1, me+" soru"), "webhook_id", "1"), "", false},
		{"somebody joined", with(post(1, me+" soru"), "type", 7), "", false},
		{"a question channel", post(1, "kaç asker?"), "kaç asker?", true},
		{"people replying to each other there", with(post(1, "evet"), "message_reference", map[string]any{"message_id": "1"}), "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := make(chan string, 10)
			w := open(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
				asked <- q.Text
				return answerTo(q), nil
			}), func(o *discord.Options) {
				if c.content {
					o.Config.MessageContent, o.Config.Channels = true, []string{channel}
				}
			})
			w.Send("MESSAGE_CREATE", c.message)
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("son"))) // events are handled in order
			w.AwaitMessage(token(1), shown)
			w.stop()
			close(asked)
			var got []string
			for q := range asked {
				if q != "son" {
					got = append(got, q)
				}
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("asked %q, want %q", got, c.want)
			}
		})
	}
}

func TestMessageIsRepliedTo(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Send("MESSAGE_CREATE", post(7, me+" soru"))
	call := w.Await("POST /channels/" + channel + "/messages")
	body := decode(t, call.Body)
	ref, _ := body["message_reference"].(map[string]any)
	if ref["message_id"] != fmt.Sprintf("5%017d", 7) || ref["fail_if_not_exists"] != false {
		t.Errorf("message_reference %v, want the asker's message, which may be gone", ref)
	}
	if body["nonce"] == "" || body["enforce_nonce"] != true {
		t.Errorf("nonce %v, enforce_nonce %v: want Discord to drop a second copy", body["nonce"], body["enforce_nonce"])
	}
}

func TestMentionWithoutAQuestionGetsHelp(t *testing.T) {
	w := open(t, asker(echo))
	w.Send("MESSAGE_CREATE", post(1, me))
	call := w.Await("POST /channels/" + channel + "/messages")
	if !strings.Contains(string(call.Body), "word for word") || !strings.Contains(string(call.Body), "sözcüğü sözcüğüne") {
		t.Errorf("said %s, want help in both languages", call.Body)
	}
}

func TestMessageIsEditedAfterTheModel(t *testing.T) {
	var w *world
	w = open(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
		early(answerTo(q))
		if n := w.Count("POST /channels/" + channel + "/messages"); n != 1 {
			t.Errorf("%d messages before the model, want 1", n)
		}
		return answerTo(bot.Question{Text: "başka"}), nil
	}))
	w.Send("MESSAGE_CREATE", post(1, me+" soru"))
	w.Await("PATCH /channels/" + channel + "/messages/*")
	w.stop()
	ms := w.Messages(channel)
	if len(ms) != 1 || ms[0].Edits != 1 || !strings.Contains(ms[0].Embeds[0].Description, "başka") {
		t.Errorf("messages %+v, want one, edited once to the model's choice", ms)
	}
}

func TestConversations(t *testing.T) {
	keys := make(chan string, 1)
	w := open(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		keys <- q.Conversation
		return answerTo(q), nil
	}))
	next := 0
	key := func(change func(map[string]any)) string {
		next++
		m := post(next, me+" soru")
		change(m)
		w.Send("MESSAGE_CREATE", m)
		defer w.door.Settle()
		return <-keys
	}
	lone := func(map[string]any) {}
	first := key(lone)
	if second := key(lone); first == "" || first == second {
		t.Errorf("two mentions are %q and %q, want a conversation each", first, second)
	}
	posted := w.Messages(channel)[0].ID
	reply := func(m map[string]any) {
		m["type"], m["referenced_message"] = 19, referenced(discordtest.Self, "x")
		m["message_reference"] = map[string]any{"message_id": posted}
	}
	if chained := key(reply); chained != first {
		t.Errorf("a reply to the first answer is %q, want the first conversation %q", chained, first)
	}
	direct := func(m map[string]any) { delete(m, "guild_id"); m["channel_id"] = "600000000000000009" }
	if a, b := key(direct), key(direct); a != b || a == "" {
		t.Errorf("two direct messages are %q and %q, want one conversation", a, b)
	}
	thread := func(m map[string]any) { m["position"] = next; m["channel_id"] = "600000000000000008" }
	if a, b := key(thread), key(thread); a != b || a == "" {
		t.Errorf("two messages in a thread are %q and %q, want one conversation", a, b)
	}
}

func TestThreadPerQuestion(t *testing.T) {
	keys := make(chan string, 1)
	w := open(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		keys <- q.Conversation
		return answerTo(q), nil
	}), func(o *discord.Options) { o.Config.Threads = true })
	w.Send("MESSAGE_CREATE", post(1, me+" "+strings.Repeat("uzun soru ", 50)))
	opened := w.Await("POST /channels/" + channel + "/messages/*")
	if name, _ := decode(t, opened.Body)["name"].(string); len([]rune(name)) != 100 {
		t.Errorf("the thread's name %q has %d code points, want the first 100 of the question", name, len([]rune(name)))
	}
	key := <-keys
	thread := strings.TrimPrefix(key, "discord:")
	sent := w.Await("POST /channels/" + thread + "/messages")
	if decode(t, sent.Body)["message_reference"] != nil {
		t.Errorf("%s: want no reference to a message of another channel", sent.Body)
	}
	// In the thread the conversation goes on, without a thread in it.
	inside := with(with(post(2, me+" peki?"), "channel_id", thread), "position", 3)
	w.Send("MESSAGE_CREATE", inside)
	if again := <-keys; again != key {
		t.Errorf("in the thread the conversation is %q, want %q", again, key)
	}
	w.Await("POST /channels/" + thread + "/messages")
	if n := w.Count("POST /channels/" + thread + "/messages/*"); n != 0 {
		t.Errorf("%d threads in the thread, want none", n)
	}
}

func TestThreadThatCannotBeOpened(t *testing.T) {
	w := open(t, earlyAsker(instant), func(o *discord.Options) { o.Config.Threads = true })
	w.Override("POST /channels/{channel}/messages/{message}/threads", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		io.WriteString(w, `{"code":50013,"message":"Missing Permissions"}`)
	})
	w.Send("MESSAGE_CREATE", post(1, me+" soru"))
	w.Await("POST /channels/" + channel + "/messages")
}
