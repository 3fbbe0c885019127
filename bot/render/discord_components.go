package render

import (
	"strings"
	"unicode/utf8"
)

// What a message of components is filled with; the rest of its limits is for
// what the door puts under the quotes, and for the labels of buttons.
const (
	mostDisplayed = DiscordDisplayed - 400
	mostParts     = DiscordComponents - 12

	costOfQuote = 5 // a section, its text, its button, the line above, a link elsewhere
	costOfText  = 2 // the text and the line above
)

// containers is the reply as components v2: blocks of one colour in one
// container, parted by lines, the question above and the answer's id below.
func (d *discordWriter) containers() []DiscordMessage {
	p := &componentPacker{foot: "-# " + d.footer()}
	if q := d.question(); q != "" {
		p.head = "### " + fit(q, DiscordAuthor, EscapeMarkdown)
	}
	p.head = joinLines(p.head, d.lead())
	for _, b := range d.blocks {
		for _, part := range b.parts(mostDisplayed / 2) {
			p.add(b.color, part)
		}
	}
	return p.end()
}

// parts is a block as texts: the block quote with its place under it, and what
// helps to read it, apart if together they would have more than limit code
// points.
func (b *discordBlock) parts(limit int) []DiscordPart {
	main := b.text
	if b.marker == "" && b.title != "" {
		main = joinLines("**"+b.title+"**", main)
	}
	for _, s := range b.sides {
		main += "\n- **" + s.Name + ":** " + s.Value
	}
	if place := b.place(); place != "" {
		main += "\n-# " + place
	}
	var notes []string
	for _, n := range b.notes {
		notes = append(notes, "-# "+n.Name+": "+strings.ReplaceAll(n.Value, "\n", "; "))
	}
	small := strings.Join(notes, "\n")
	if utf8.RuneCountInString(main)+utf8.RuneCountInString(small) <= limit {
		return []DiscordPart{{Text: joinLines(main, small), Quote: b.quote}}
	}
	parts := []DiscordPart{{Text: main, Quote: b.quote}}
	if small != "" {
		parts = append(parts, DiscordPart{Text: small, Quote: -1})
	}
	return parts
}

// place is the marker of a quote and where it stands.
func (b *discordBlock) place() string {
	place := b.citation
	if b.marker != "" {
		place = "**" + b.marker + "**" + b.piece + " " + place
	}
	return strings.TrimSpace(place)
}

func joinLines(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// A componentPacker fills messages within the limits.
type componentPacker struct {
	head, foot string
	messages   []DiscordMessage
	displayed  int // code points in the last message
	cost       int // components in it
}

func (p *componentPacker) add(color int, part DiscordPart) {
	size, cost := utf8.RuneCountInString(part.Text), costOfText
	if part.Quote >= 0 {
		cost = costOfQuote
	}
	if len(p.messages) == 0 {
		p.open(color, p.head)
	} else if p.displayed+size > mostDisplayed || p.cost+cost+1 > mostParts {
		p.open(color, "")
	}
	m := &p.messages[len(p.messages)-1]
	if last := &m.Containers[len(m.Containers)-1]; last.Color != color {
		m.Containers = append(m.Containers, DiscordContainer{Color: color})
		p.cost++
	}
	c := &m.Containers[len(m.Containers)-1]
	part.Ruled = len(c.Parts) > 0
	c.Parts = append(c.Parts, part)
	p.displayed, p.cost = p.displayed+size, p.cost+cost
	if part.Quote >= 0 {
		m.Quotes = append(m.Quotes, part.Quote)
	}
}

// open begins a message.
func (p *componentPacker) open(color int, head string) {
	c := DiscordContainer{Color: color}
	if head != "" {
		c.Parts = []DiscordPart{{Text: head, Quote: -1}}
	}
	p.messages = append(p.messages, DiscordMessage{Containers: []DiscordContainer{c}})
	p.displayed, p.cost = utf8.RuneCountInString(head)+utf8.RuneCountInString(p.foot), costOfText*2
}

// end puts the foot under every message.
func (p *componentPacker) end() []DiscordMessage {
	for i := range p.messages {
		cs := p.messages[i].Containers
		last := &cs[len(cs)-1]
		last.Parts = append(last.Parts, DiscordPart{Text: p.foot, Quote: -1, Ruled: true})
	}
	return p.messages
}
