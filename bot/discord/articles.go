package discord

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
	"alinti/retrieval/corpus"
	"alinti/retrieval/turkish"
)

// maxListed is how many articles /articles offers to read, five buttons in a
// row and two rows kept free.
const maxListed = 15

// articles answers /articles: the list, or with article: the first paragraph
// of one. Pages turn by buttons, for the one who asked alone.
func (d *Door) articles(ctx context.Context, r reply, key string, language string) {
	if doc := d.articleNamed(key); doc != nil && len(doc.Paragraphs) > 0 {
		d.failed(r.show(ctx, asEmbeds(d.page(doc, &doc.Paragraphs[0], 0, language))))
		return
	}
	d.failed(r.show(ctx, asEmbeds(d.list(language))))
}

// articleNamed finds an article by key, id or title.
func (d *Door) articleNamed(name string) *corpus.Document {
	if doc := d.article(name); doc != nil {
		return doc
	}
	for _, doc := range d.collection().Documents {
		if name != "" && (doc.ID == name || doc.Title == name || doc.File == name) {
			return doc
		}
	}
	return nil
}

// turnPage answers a button under /articles by changing the message that it
// is on, which only its reader sees.
func (d *Door) turnPage(ctx context.Context, r *interactionReply, id customID, language string) {
	c := d.list(language)
	if id.action == actionRead {
		doc, p := d.paragraph(id.args)
		if doc == nil {
			d.failed(r.tell(ctx, wordsIn(language).gone))
			return
		}
		piece, _ := number(id.args, 2, len(doc.Text))
		c = d.page(doc, p, piece, language)
	}
	d.failed(r.update(ctx, asEmbeds(c)))
}

func (d *Door) list(language string) card {
	w := wordsIn(language)
	var lines []string
	var buttons []discordgo.MessageComponent
	size := 0
	docs := d.collection().Documents
	for n, doc := range docs {
		line := fmt.Sprintf("**%d.** %s", n+1, render.EscapeMarkdown(cut(title(doc), 150)))
		if doc.Date != "" {
			line += " · " + render.EscapeMarkdown(cut(render.In(language).Date(doc.Date), 40))
		}
		line += " · " + fmt.Sprintf(w.paragraphs, len(doc.Paragraphs))
		if size += len([]rune(line)) + 1; size > render.DiscordDescription-100 {
			lines = append(lines, fmt.Sprintf(w.andMore, len(docs)-n))
			break
		}
		lines = append(lines, line)
		if len(buttons) < maxListed && len(doc.Paragraphs) > 0 {
			buttons = append(buttons, button(strconv.Itoa(n+1), readID(doc, 1, 0), "📄"))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, w.noArticles)
	}
	return card{
		embeds: []*discordgo.MessageEmbed{embed(render.DiscordEmbed{
			Color: render.ColorGreeting, Title: w.articles, Description: strings.Join(lines, "\n"),
		})},
		rows: inRows(buttons),
	}
}

// page is one paragraph of an article, or a piece of one that is longer than a
// message, with the buttons to go on from it.
func (d *Door) page(doc *corpus.Document, p *corpus.Paragraph, piece int, language string) card {
	w := wordsIn(language)
	pieces := render.DiscordPassage(passage(doc, p), language, pageOf(doc, p, language))
	piece = min(piece, len(pieces)-1)
	back, on := button(w.back, readID(doc, p.N-1, 0), "◀️"), button(w.next, readID(doc, p.N+1, 0), "▶️")
	back.Disabled, on.Disabled = p.N == 1, p.N == len(doc.Paragraphs)
	if piece > 0 {
		back = button(w.back, readID(doc, p.N, piece-1), "◀️")
	}
	if piece+1 < len(pieces) {
		on = button(w.next, readID(doc, p.N, piece+1), "▶️")
	}
	c := cardOf(pieces[piece])
	c.rows = inRows([]discordgo.MessageComponent{back, on, button(w.list, customID{action: actionList}, "📚")})
	return c
}

func readID(doc *corpus.Document, paragraph, piece int) customID {
	return customID{action: actionRead, args: []string{articleKey(doc.SHA256), strconv.Itoa(paragraph), strconv.Itoa(piece)}}
}

func pageOf(doc *corpus.Document, p *corpus.Paragraph, language string) string {
	return fmt.Sprintf(wordsIn(language).page, p.N, len(doc.Paragraphs))
}

func title(doc *corpus.Document) string {
	if doc.Title != "" {
		return doc.Title
	}
	return doc.File
}

// holds reports whether every word typed begins a word of text.
func holds(text, typed string) bool { return fits(turkish.Words(text), turkish.Words(typed)) }

// cut is s with at most limit code points, an ellipsis for what is left out.
func cut(s string, limit int) string {
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return s
}
