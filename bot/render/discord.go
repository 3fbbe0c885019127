package render

import (
	"unicode/utf8"

	"alinti/bot"
)

// Discord's limits on a message, in Unicode code points or in number.
// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
// https://discord.com/developers/docs/components/reference
const (
	DiscordContent     = 2000 // a message's own text
	DiscordEmbeds      = 10   // embeds in a message
	DiscordTotal       = 6000 // titles, descriptions, fields, footers and authors of all embeds of a message together
	DiscordAuthor      = 256
	DiscordTitle       = 256
	DiscordDescription = 4096
	DiscordFields      = 25
	DiscordFieldName   = 256
	DiscordFieldValue  = 1024
	DiscordFooter      = 2048
	DiscordComponents  = 40   // components of a message, those inside others counted too
	DiscordDisplayed   = 4000 // texts of all components of a message together
)

// A DiscordForm is one of the ways in which Discord can show a reply.
type DiscordForm int

const (
	FormEmbeds     DiscordForm = iota // an embed for each quote
	FormComponents                    // components v2: each quote has its own button beside it
	FormText                          // content alone, where embeds may not be shown
)

// A DiscordMessage is one message; every text in it is within Discord's limits.
// Either Containers or the other two are there: Discord takes no message with
// both.
type DiscordMessage struct {
	Content    string
	Embeds     []DiscordEmbed
	Containers []DiscordContainer `json:",omitempty"`
	Quotes     []int              // indexes into Answer.Quotes of the quotes that begin in this message
}

// A DiscordEmbed is one block of a message. Discord reads Author and Footer as
// they are, and the other texts as Markdown.
type DiscordEmbed struct {
	Color       int
	Author      string
	Title       string
	Description string
	Fields      []DiscordField
	Footer      string
}

// A DiscordField is a label and its value.
type DiscordField struct {
	Name, Value string
	Beside      bool `json:",omitempty"` // stands beside the one before it, where there is room
}

// A DiscordContainer is a box with a coloured edge.
type DiscordContainer struct {
	Color int
	Parts []DiscordPart
}

// A DiscordPart is a text in a container. Quote is the index of the quote that
// begins in it, which is what a button beside it is for; -1 is none.
type DiscordPart struct {
	Text  string // Markdown
	Quote int
	Ruled bool // a line stands above it
}

// A DiscordStyle says how an answer is shown and what stands around the quotes.
type DiscordStyle struct {
	Form     DiscordForm
	Question bool   // show the question above the first quote
	Note     string // a line of the door's own above the quotes
}

// The edge of an embed or a container tells what kind of reply it is.
const (
	ColorAnswered     = 0x2E8B57 // green: the articles answer
	ColorDegraded     = 0xE0A030 // amber: they answer, but a part was away
	ColorRefused      = 0x8A8F98 // grey: they do not answer
	ColorContradicted = 0xC0504D // red: they say something else than the question claims
	ColorGreeting     = 0x5865F2 // blue: no question
	ColorStatement    = 0x7A6FB0 // violet: a model's words
	ColorDisagreement = 0xD9772B // orange: the quotes below say different things
)

// Discord writes an answer as messages. Each quote stands whole in a block
// quote, with what answers in bold and its place beside it, and the answer's
// id is at the end. A quote that is longer than a block goes on in the next
// one; nothing of it is left out. What is said is the same in every form.
func Discord(a bot.Answer, s DiscordStyle) []DiscordMessage {
	d := newDiscordWriter(a, s)
	d.write()
	switch s.Form {
	case FormComponents:
		return d.containers()
	case FormText:
		return d.texts()
	default:
		return d.embeds()
	}
}

// DiscordPassage writes a stretch of an article, which may have several lines,
// as messages of one embed each: its title, the text in a block quote with the
// highlights in bold, the place, and what the caller wants in the footer.
func DiscordPassage(q bot.Quote, language, footer string) []DiscordMessage {
	d := newDiscordWriter(bot.Answer{Language: language}, DiscordStyle{})
	d.quote(0, q, "")
	var out []DiscordMessage
	for _, b := range d.blocks {
		e := b.embed()
		e.Footer = fit(Visible(footer), DiscordFooter/2, keep)
		out = append(out, DiscordMessage{Embeds: []DiscordEmbed{e}})
	}
	return out
}

func keep(s string) string { return s }

// fit escapes s; if that has more than limit code points, s is cut before it
// is escaped, and an ellipsis says so.
func fit(s string, limit int, escape func(string) string) string {
	if out := escape(s); utf8.RuneCountInString(out) <= limit {
		return out
	}
	runes := []rune(s)
	n := min(len(runes), limit-1)
	for {
		out := escape(string(runes[:n])) + "…"
		if over := utf8.RuneCountInString(out) - limit; over > 0 {
			n -= max(over/2, 1)
			continue
		}
		return out
	}
}
