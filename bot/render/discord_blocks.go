package render

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// A discordBlock is what a reply is made of in every form: a quote or a piece
// of one, statements, a refusal. All its texts are Markdown.
type discordBlock struct {
	color    int
	title    string         // what the text is: an article's title, whose words, what kind
	marker   string         // of a quote: "[1]"
	piece    string         // of a quote in several blocks: " (1/2)"
	text     string         // a block quote, or what is said instead
	facts    []DiscordField // where the quote stands
	citation string         // the same on one line, the title in it
	notes    []DiscordField // what helps to read it
	sides    []DiscordField // of a disagreement: which quote, of when; what it says
	quote    int            // index of the quote that begins here; -1 is none
}

// Code points of what a block is made of, escaped, so that with all that may
// stand around it (question, title, six fields, footer) it is below the limit
// of its form.
const longestField = 350

// longestText is for a quote, or a part of one; statements; a refusal.
var longestText = map[DiscordForm]int{FormEmbeds: 3000, FormComponents: 1800, FormText: 1400}

// A discordWriter makes blocks of an answer.
type discordWriter struct {
	answer  bot.Answer
	style   DiscordStyle
	words   *Words
	labels  *discordLabels
	longest int // code points of a block's text
	blocks  []discordBlock
}

func newDiscordWriter(a bot.Answer, s DiscordStyle) *discordWriter {
	return &discordWriter{answer: a, style: s, words: In(a.Language), labels: discordLabelsIn(a.Language), longest: longestText[s.Form]}
}

func (d *discordWriter) write() {
	if !d.answer.Answered {
		d.refusal()
		return
	}
	d.disagreement()
	d.statements()
	for i, q := range d.answer.Quotes {
		d.quote(i, q, "["+strconv.Itoa(q.N)+"]")
	}
}

// question is what stands above the first block, on one line; empty if nothing
// does.
func (d *discordWriter) question() string {
	if !d.style.Question {
		return ""
	}
	return Visible(strings.Join(strings.Fields(d.answer.Question), " "))
}

func (d *discordWriter) footer() string { return "alinti · " + d.answer.ID }

// lead is what stands above everything: how a follow-up was understood, what
// went less well than it should have, and the door's own line.
func (d *discordWriter) lead() string {
	var lines []string
	if d.answer.Resolved != "" {
		lines = append(lines, "-# "+fit(d.words.Resolved+" "+d.answer.Resolved, DiscordContent/5, EscapeMarkdown))
	}
	for _, code := range d.answer.Warnings {
		lines = append(lines, "-# ⚠ "+EscapeMarkdown(d.words.Warning(code)))
	}
	if d.style.Note != "" {
		lines = append(lines, "-# "+fit(d.style.Note, DiscordContent/5, EscapeMarkdown))
	}
	return strings.Join(lines, "\n")
}

// longestSide is for what one side of a disagreement says, in code points.
const longestSide = 100

// disagreement puts side by side what the quotes say differently, each with the
// day of its article.
func (d *discordWriter) disagreement() {
	if d.answer.Disagreement == nil {
		return
	}
	b := discordBlock{color: ColorDisagreement, title: strings.TrimSuffix(differLabel(d.answer), ":"), quote: -1}
	for _, s := range d.answer.Disagreement.Sides {
		name := fmt.Sprintf("[%d]", s.Quote)
		if s.Date != "" {
			name += " " + fit(d.words.Date(s.Date), longestSide/2, EscapeMarkdown)
		}
		b.sides = append(b.sides, DiscordField{name, fit(d.words.said(d.answer.Disagreement.About, s), longestSide, EscapeMarkdown), true})
	}
	d.blocks = append(d.blocks, b)
}

func (d *discordWriter) statements() {
	var lines []string
	size := 0
	flush := func() {
		if len(lines) > 0 {
			d.blocks = append(d.blocks, discordBlock{
				color: ColorStatement, title: strings.TrimSuffix(d.words.Statements, ":"), text: strings.Join(lines, "\n"), quote: -1,
			})
		}
		lines, size = nil, 0
	}
	for _, s := range d.answer.Statements {
		line := "- " + fit(unquoted(s.Text)+markers(s.Quotes), d.longest-2, EscapeMarkdown)
		n := utf8.RuneCountInString(line) + 1
		if size+n > d.longest {
			flush()
		}
		size += n
		lines = append(lines, line)
	}
	flush()
}

// quote adds the pieces of a quote. The last one says where it stands.
func (d *discordWriter) quote(i int, q bot.Quote, marker string) {
	color := ColorAnswered
	if len(d.answer.Warnings) > 0 {
		color = ColorDegraded
	}
	title := fit(unquoted(Title(q.Source)), DiscordTitle-20, EscapeMarkdown)
	pieces := pieces(q, d.longest)
	for p, piece := range pieces {
		b := discordBlock{color: color, title: title, marker: marker, text: block(piece), quote: -1}
		if len(pieces) > 1 {
			b.piece = fmt.Sprintf(" (%d/%d)", p+1, len(pieces))
		}
		if p == len(pieces)-1 {
			b.facts, b.notes, b.citation = d.facts(q), d.notes(q), fit(Citation(q, d.answer.Language), longestField, EscapeMarkdown)
		}
		if p == 0 {
			b.quote = i
		}
		d.blocks = append(d.blocks, b)
	}
}

// facts say where a quote stands.
func (d *discordWriter) facts(q bot.Quote) []DiscordField {
	var fs []DiscordField
	if q.Source.Date != "" {
		fs = d.add(fs, d.labels.date, d.words.Date(q.Source.Date))
	}
	fs = d.add(fs, d.labels.paragraph, strconv.Itoa(q.Paragraph))
	return d.add(fs, d.labels.position, fmt.Sprintf(d.words.Bytes, q.Start, q.End)+", "+unquoted(q.Source.File))
}

// notes help to read a quote.
func (d *discordWriter) notes(q bot.Quote) []DiscordField {
	var also []string
	for _, p := range q.Also {
		also = append(also, PlaceCitation(p, d.answer.Language))
	}
	fs := d.add(nil, d.labels.heading, unquoted(q.Heading))
	fs = d.add(fs, d.labels.dates, strings.Join(DateNotes(q, d.answer.Language), "\n"))
	return d.add(fs, strings.TrimSuffix(d.words.Also, ":"), strings.Join(also, "\n"))
}

func (d *discordWriter) add(fs []DiscordField, name, value string) []DiscordField {
	if strings.TrimSpace(value) == "" {
		return fs
	}
	return append(fs, DiscordField{Name: name, Value: fit(value, longestField, EscapeMarkdown)})
}

func (d *discordWriter) refusal() {
	color := ColorRefused
	switch d.answer.Reason {
	case bot.ReasonContradicted:
		color = ColorContradicted
	case bot.ReasonGreeting:
		color = ColorGreeting
	}
	d.blocks = append(d.blocks, discordBlock{color: color, text: fit(unquoted(d.answer.Text), d.longest, EscapeMarkdown), quote: -1})
	for _, q := range d.answer.Closest {
		citation := fit(Citation(q, d.answer.Language), longestField, EscapeMarkdown)
		for _, piece := range pieces(q, d.longest) {
			d.blocks = append(d.blocks, discordBlock{
				color: ColorRefused, title: strings.TrimSuffix(d.words.Closest, ":"), text: block(piece),
				facts: []DiscordField{{Name: d.labels.source, Value: citation}}, citation: citation, quote: -1,
			})
		}
	}
}

// discordLabels name the fields of a block.
type discordLabels struct{ date, paragraph, position, heading, dates, source string }

func discordLabelsIn(language string) *discordLabels {
	if language == "en" {
		return &discordLabels{"Date", "Paragraph", "Position", "Under the heading", "Dates in it", "Source"}
	}
	return &discordLabels{"Tarih", "Paragraf", "Konum", "Başlık", "İçindeki tarihler", "Kaynak"}
}
