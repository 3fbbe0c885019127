package render

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// Discord's limits on a message, all in Unicode code points.
// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
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
)

// A DiscordMessage is one message; every text in it is within Discord's limits.
type DiscordMessage struct {
	Content string
	Embeds  []DiscordEmbed
	Quotes  []int // indexes into Answer.Quotes of the quotes that begin in this message
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
type DiscordField struct{ Name, Value string }

// A DiscordStyle says what stands around the quotes.
type DiscordStyle struct {
	Question bool   // show the question above the first embed
	Note     string // a line of the door's own above the embeds
}

// The edge of an embed tells what kind of reply it is.
const (
	ColorAnswered     = 0x2E8B57 // green: the articles answer
	ColorDegraded     = 0xE0A030 // amber: they answer, but a part was away
	ColorRefused      = 0x8A8F98 // grey: they do not answer
	ColorContradicted = 0xC0504D // red: they say something else than the question claims
	ColorGreeting     = 0x5865F2 // blue: no question
	ColorStatement    = 0x7A6FB0 // violet: a model's words
)

// Code points of what an embed is made of, escaped, so that every embed with
// all it may have (author, title, six fields, footer) is below DiscordTotal.
const (
	longestPiece = 3000 // a quote, or a part of one; statements; a refusal
	longestField = 350
)

// Discord writes an answer as messages: an embed for each quote, in which the
// quote stands whole in a block quote with what answers in bold, and its place
// beside it. The footer of every embed holds the answer's id. A quote that is
// longer than an embed goes on in the next one; nothing of it is left out.
func Discord(a bot.Answer, s DiscordStyle) []DiscordMessage {
	d := discordWriter{answer: a, words: In(a.Language), labels: discordLabelsIn(a.Language)}
	if a.Answered {
		d.statements()
		for i, q := range a.Quotes {
			d.quote(i, q)
		}
	} else {
		d.refusal()
	}
	if s.Question && len(d.embeds) > 0 {
		d.embeds[0].Author = fit(Visible(a.Question), DiscordAuthor, keep)
	}
	messages := pack(d.embeds)
	messages[0].Content = d.content(s.Note)
	return messages
}

type discordWriter struct {
	answer bot.Answer
	words  *Words
	labels *discordLabels
	embeds []numberedEmbed
}

// A numberedEmbed knows which quote begins in it; -1 is none.
type numberedEmbed struct {
	DiscordEmbed
	quote int
}

func (d *discordWriter) add(quote int, e DiscordEmbed) {
	e.Footer = "alinti · " + d.answer.ID
	d.embeds = append(d.embeds, numberedEmbed{e, quote})
}

func (d *discordWriter) content(note string) string {
	var lines []string
	if d.answer.Resolved != "" {
		lines = append(lines, "-# "+fit(d.words.Resolved+" "+d.answer.Resolved, DiscordContent/4, EscapeMarkdown))
	}
	for _, code := range d.answer.Warnings {
		lines = append(lines, "-# ⚠ "+EscapeMarkdown(d.words.Warning(code)))
	}
	if note != "" {
		lines = append(lines, "-# "+fit(note, DiscordContent/2, EscapeMarkdown))
	}
	return strings.Join(lines, "\n")
}

func (d *discordWriter) statements() {
	var lines []string
	size := 0
	flush := func() {
		if len(lines) > 0 {
			d.add(-1, DiscordEmbed{
				Color: ColorStatement, Title: strings.TrimSuffix(d.words.Statements, ":"), Description: strings.Join(lines, "\n"),
			})
		}
		lines, size = nil, 0
	}
	for _, s := range d.answer.Statements {
		line := "- " + fit(unquoted(s.Text)+markers(s.Quotes), longestPiece, EscapeMarkdown)
		if n := utf8.RuneCountInString(line) + 1; size+n > longestPiece {
			flush()
			size = n
		} else {
			size += n
		}
		lines = append(lines, line)
	}
	flush()
}

func (d *discordWriter) quote(i int, q bot.Quote) {
	color := ColorAnswered
	if len(d.answer.Warnings) > 0 {
		color = ColorDegraded
	}
	pieces := pieces(q, longestPiece)
	for p, piece := range pieces {
		e := DiscordEmbed{
			Color:       color,
			Title:       "[" + strconv.Itoa(q.N) + "] " + fit(unquoted(Title(q.Source)), DiscordTitle-20, EscapeMarkdown),
			Description: block(piece),
		}
		if len(pieces) > 1 {
			e.Title += fmt.Sprintf(" (%d/%d)", p+1, len(pieces))
		}
		if p == len(pieces)-1 {
			e.Fields = d.fields(q)
		}
		if p > 0 {
			d.add(-1, e)
		} else {
			d.add(i, e)
		}
	}
}

// fields say where the quote stands and what helps to read it.
func (d *discordWriter) fields(q bot.Quote) []DiscordField {
	var fs []DiscordField
	add := func(name, value string) {
		if strings.TrimSpace(value) != "" {
			fs = append(fs, DiscordField{name, fit(value, longestField, EscapeMarkdown)})
		}
	}
	if q.Source.Date != "" {
		add(d.labels.date, d.words.Date(q.Source.Date))
	}
	add(d.labels.paragraph, strconv.Itoa(q.Paragraph))
	add(d.labels.position, fmt.Sprintf(d.words.Bytes, q.Start, q.End)+", "+unquoted(q.Source.File))
	add(d.labels.heading, unquoted(q.Heading))
	add(d.labels.dates, strings.Join(DateNotes(q, d.answer.Language), "\n"))
	var also []string
	for _, p := range q.Also {
		also = append(also, PlaceCitation(p, d.answer.Language))
	}
	add(strings.TrimSuffix(d.words.Also, ":"), strings.Join(also, "\n"))
	return fs
}

func (d *discordWriter) refusal() {
	color := ColorRefused
	switch d.answer.Reason {
	case bot.ReasonContradicted:
		color = ColorContradicted
	case bot.ReasonGreeting:
		color = ColorGreeting
	}
	d.add(-1, DiscordEmbed{Color: color, Description: fit(unquoted(d.answer.Text), longestPiece, EscapeMarkdown)})
	for _, q := range d.answer.Closest {
		for _, piece := range pieces(q, longestPiece) {
			d.add(-1, DiscordEmbed{
				Color:       ColorRefused,
				Title:       strings.TrimSuffix(d.words.Closest, ":"),
				Description: block(piece),
				Fields:      []DiscordField{{d.labels.source, fit(Citation(q, d.answer.Language), longestField, EscapeMarkdown)}},
			})
		}
	}
}

// DiscordPassage writes a stretch of an article, which may have several lines,
// as messages of one embed each: its title, the text in a block quote with the
// highlights in bold, the place, and what the caller wants in the footer.
func DiscordPassage(q bot.Quote, language, footer string) []DiscordMessage {
	d := discordWriter{answer: bot.Answer{Language: language}, words: In(language), labels: discordLabelsIn(language)}
	var out []DiscordMessage
	pieces := pieces(q, longestPiece)
	for p, piece := range pieces {
		e := DiscordEmbed{
			Color:       ColorAnswered,
			Title:       fit(unquoted(Title(q.Source)), DiscordTitle-20, EscapeMarkdown),
			Description: block(piece),
			Footer:      fit(Visible(footer), DiscordFooter/2, keep),
		}
		if len(pieces) > 1 {
			e.Title += fmt.Sprintf(" (%d/%d)", p+1, len(pieces))
		}
		if p == len(pieces)-1 {
			e.Fields = d.fields(q)
		}
		out = append(out, DiscordMessage{Embeds: []DiscordEmbed{e}})
	}
	return out
}

// block is a quote as a block quote, each line of it after a mark of its own.
func block(q bot.Quote) string {
	var b strings.Builder
	for rest := q.Text; ; {
		line, after, more := strings.Cut(rest, "\n")
		sub := q
		sub.Text = strings.TrimSuffix(line, "\r")
		sub.End = sub.Start + len(sub.Text)
		b.WriteString("> " + MarkdownQuote(sub))
		if !more {
			return b.String()
		}
		b.WriteByte('\n')
		q.Start += len(line) + 1
		rest = after
	}
}

// pieces cuts a quote into quotes whose Markdown has at most limit code
// points, at white space where there is some. Joined, they are the quote.
func pieces(q bot.Quote, limit int) []bot.Quote {
	var out []bot.Quote
	for {
		n := runesEnd(q.Text, limit)
		for utf8.RuneCountInString(block(head(q, n))) > limit {
			n = shorter(q.Text, n)
		}
		out = append(out, head(q, n))
		if n == len(q.Text) {
			return out
		}
		q.Start += n
		q.Text = q.Text[n:]
	}
}

// runesEnd is where the first n code points of s end.
func runesEnd(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// head is the quote's first n bytes.
func head(q bot.Quote, n int) bot.Quote {
	q.Text, q.End = q.Text[:n], q.Start+n
	return q
}

// shorter is a place to cut before n, after white space if there is some in
// the last hundred bytes, else between code points.
func shorter(s string, n int) int {
	from := max(n-100, 1)
	if i := strings.LastIndexByte(s[from:n-1], ' '); i >= 0 {
		return from + i + 1
	}
	for from > 1 && !utf8.RuneStart(s[from]) {
		from--
	}
	return from
}

// pack puts embeds into as few messages as the limits allow, in their order.
func pack(embeds []numberedEmbed) []DiscordMessage {
	messages := []DiscordMessage{{}}
	total := 0
	for _, e := range embeds {
		size := e.size()
		m := &messages[len(messages)-1]
		if len(m.Embeds) == DiscordEmbeds || total+size > DiscordTotal {
			messages, total = append(messages, DiscordMessage{}), 0
			m = &messages[len(messages)-1]
		}
		total += size
		m.Embeds = append(m.Embeds, e.DiscordEmbed)
		if e.quote >= 0 {
			m.Quotes = append(m.Quotes, e.quote)
		}
	}
	return messages
}

// size is what counts against DiscordTotal.
func (e DiscordEmbed) size() int {
	n := utf8.RuneCountInString(e.Author + e.Title + e.Description + e.Footer)
	for _, f := range e.Fields {
		n += utf8.RuneCountInString(f.Name + f.Value)
	}
	return n
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

// discordLabels name the fields of an embed.
type discordLabels struct{ date, paragraph, position, heading, dates, source string }

func discordLabelsIn(language string) *discordLabels {
	if language == "en" {
		return &discordLabels{"Date", "Paragraph", "Position", "Under the heading", "Dates in it", "Source"}
	}
	return &discordLabels{"Tarih", "Paragraf", "Konum", "Başlık", "İçindeki tarihler", "Kaynak"}
}
