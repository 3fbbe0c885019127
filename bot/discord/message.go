package discord

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
)

// A message is what the gateway says of one. discordgo's own type lacks
// position, which only messages in threads have.
type message struct {
	ID        string                `json:"id"`
	ChannelID string                `json:"channel_id"`
	GuildID   string                `json:"guild_id"`
	Content   string                `json:"content"`
	Type      discordgo.MessageType `json:"type"`
	WebhookID string                `json:"webhook_id"`
	Position  *int                  `json:"position"`
	Channel   *int                  `json:"channel_type"` // where the server says it
	Member    *json.RawMessage      `json:"member"`       // of the author, in guilds alone
	Author    struct {
		ID  string `json:"id"`
		Bot bool   `json:"bot"`
	} `json:"author"`
	Mentions []struct {
		ID string `json:"id"`
	} `json:"mentions"`
	Reference *struct {
		MessageID string `json:"message_id"`
	} `json:"message_reference"`
	Referenced *struct {
		Content string `json:"content"`
		Author  struct {
			ID string `json:"id"`
		} `json:"author"`
	} `json:"referenced_message"`
}

// message answers a message that speaks to the bot, once.
func (d *Door) message(m *message) {
	if !d.isForMe(m) || !d.config.isAllowed(m.place()) || !d.seen.first("message "+m.ID) {
		return
	}
	d.metrics.events.WithLabelValues("message").Inc()
	d.start(func(ctx context.Context) { d.answerMessage(ctx, m) })
}

// isForMe reports whether a person speaks to the bot: in a direct message, by
// mentioning it, by replying to it, or in a channel where every message is a
// question. Bots are not answered, so that two of them never talk for ever.
func (d *Door) isForMe(m *message) bool {
	if m.Author.Bot || m.WebhookID != "" || m.Author.ID == d.selfID() {
		return false
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return false
	}
	switch {
	case m.isDirect():
		return true
	case d.isMentioned(m):
		return true
	case d.repliesToMe(m):
		return m.Content != "" // without a ping, and without the privileged intent, there is nothing to read
	default:
		return m.Content != "" && m.Reference == nil && slices.Contains(d.config.Channels, m.ChannelID)
	}
}

// isDirect reports whether the message is a direct one: only others have a
// guild. A server may leave that out of them, and still give it away.
func (m *message) isDirect() bool {
	isGuilds := m.Channel != nil && discordgo.ChannelType(*m.Channel) != discordgo.ChannelTypeDM && discordgo.ChannelType(*m.Channel) != discordgo.ChannelTypeGroupDM
	return m.GuildID == "" && m.Member == nil && !isGuilds
}

// isMentioned looks for the mention in the text: a reply's ping is in the list
// of mentions too.
func (d *Door) isMentioned(m *message) bool {
	self := d.selfID()
	return self != "" && (strings.Contains(m.Content, "<@"+self+">") || strings.Contains(m.Content, "<@!"+self+">"))
}

func (d *Door) repliesToMe(m *message) bool {
	return m.Referenced != nil && m.Referenced.Author.ID == d.selfID()
}

func (d *Door) answerMessage(ctx context.Context, m *message) {
	r := &messageReply{rest: d.rest, forms: d.forms, channel: m.ChannelID, nonce: m.ID}
	may := false // reply also if the message is gone by now
	r.reference = &discordgo.MessageReference{MessageID: m.ID, ChannelID: m.ChannelID, GuildID: m.GuildID, FailIfNotExists: &may}
	text := questionIn(m.Content)
	if text == "" && m.Referenced != nil && !d.repliesToMe(m) {
		text = questionIn(m.Referenced.Content) // a mention under somebody's question
	}
	if text == "" {
		d.failed(r.tell(ctx, inTurkish.help+"\n\n"+inEnglish.help))
		return
	}
	if ok, tell := d.quotas.take(m.place()); !ok {
		d.metrics.replies.WithLabelValues("limited").Inc()
		if tell {
			d.failed(r.tell(ctx, inTurkish.slower+"\n\n"+inEnglish.slower))
		}
		return
	}
	conversation := d.conversation(m)
	if thread := d.thread(ctx, m, text); thread != "" {
		r.channel, r.reference, conversation = thread, nil, "discord:"+thread
	}
	d.ask(ctx, bot.Question{Text: text, Conversation: conversation}, r, m.place())
	d.chats.remember(r.id, conversation)
}

// thread opens a thread for a question in a guild's channel, if the settings
// want it, and returns its id. Where it cannot be opened, or the question is in
// a thread already, it is empty, and the answer goes where the question is.
func (d *Door) thread(ctx context.Context, m *message, question string) string {
	if !d.config.Threads || m.GuildID == "" || m.Position != nil || d.repliesToMe(m) {
		return ""
	}
	id, err := d.rest.startThread(ctx, m.ChannelID, m.ID, cut(oneLine(question), maxThreadName))
	if err != nil {
		d.log.Warn("discord: no thread for a question; is Create Public Threads granted?", "cause", err)
	}
	return id
}

// conversation is the key under which earlier questions are remembered: a
// direct message's channel and a thread are one conversation, elsewhere a chain
// of replies is.
func (d *Door) conversation(m *message) string {
	switch {
	case m.isDirect() || m.Position != nil:
		return "discord:" + m.ChannelID
	case d.repliesToMe(m) && m.Reference != nil:
		return d.chats.of(m.Reference.MessageID)
	default:
		return d.chats.of(m.ID)
	}
}

// mention matches how Discord writes users, roles, channels and emoji.
var mention = regexp.MustCompile(`<(?:@[!&]?|#|a?:\w+:)\d+>`)

// questionIn is a message's text without mentions.
func questionIn(content string) string {
	return strings.TrimSpace(mention.ReplaceAllString(content, " "))
}
