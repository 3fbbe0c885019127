package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
)

// component answers a button, to the one who pressed it alone.
func (d *Door) component(ctx context.Context, i *discordgo.Interaction, respond responder) {
	r := &interactionReply{rest: d.rest, forms: d.forms, i: i, respond: respond, private: true}
	language := languageOf(i.Locale)
	id, ok := parseCustomID(i.MessageComponentData().CustomID)
	if !ok {
		d.failed(r.tell(ctx, wordsIn(language).gone))
		return
	}
	if excuse := d.excuse(i, id.action == actionMore); excuse != "" {
		d.failed(r.tell(ctx, excuse))
		return
	}
	switch id.action {
	case actionContext:
		d.context(ctx, r, id, language)
	case actionMore:
		d.more(ctx, r, i.Message, language)
	case actionUp, actionDown:
		d.vote(ctx, r, id, language)
	case actionRead, actionList:
		d.turnPage(ctx, r, id, language)
	default:
		d.failed(r.tell(ctx, wordsIn(language).gone))
	}
}

// context shows the paragraph around a quote, the quote in bold.
func (d *Door) context(ctx context.Context, r reply, id customID, language string) {
	doc, p := d.paragraph(id.args)
	if doc == nil {
		d.failed(r.tell(ctx, wordsIn(language).gone))
		return
	}
	q := passage(doc, p)
	start, ok1 := number(id.args, 2, len(doc.Text))
	end, ok2 := number(id.args, 3, len(doc.Text))
	if ok1 && ok2 && start < end {
		q.Highlights = []bot.Range{{Start: start, End: end}}
	}
	d.failed(r.show(ctx, asEmbeds(cardsOf(render.DiscordPassage(q, language, pageOf(doc, p, language)))...)))
}

// more shows the quotes that the message under the button does not have. The
// question is asked again, of retrieval alone.
func (d *Door) more(ctx context.Context, r reply, m *discordgo.Message, language string) {
	question := questionOn(m)
	if question == "" {
		d.failed(r.tell(ctx, wordsIn(language).gone))
		return
	}
	stop := d.waitLater(ctx, r)
	a, err := d.quiet.Ask(ctx, bot.Question{Text: question, Quotes: bot.MaxQuotes, Mode: bot.ModeRetrieval, Fallback: language})
	stop()
	if err != nil {
		d.log.Warn("discord: further quotes were not found", "cause", err)
		d.failed(r.tell(d.afterwards(ctx), sorry(err, language)))
		return
	}
	shown := quotesOn(m)
	var rest []bot.Quote
	for _, q := range a.Quotes {
		if !shown[contextID(q).String()] {
			rest = append(rest, q)
		}
	}
	if len(rest) == 0 {
		d.failed(r.tell(ctx, wordsIn(language).noMore))
		return
	}
	a.Quotes = rest
	d.failed(r.show(ctx, d.answer(a, render.DiscordStyle{}, true)))
}

// passage is a whole paragraph in the form of a quote.
func passage(doc *corpus.Document, p *corpus.Paragraph) bot.Quote {
	q := bot.Quote{
		Text: doc.Slice(p.Span), Paragraph: p.N, Start: p.Span.Start, End: p.Span.End,
		Source: bot.QuoteSource{ID: doc.ID, File: doc.File, Title: doc.Title, Date: doc.Date, SHA256: doc.SHA256},
	}
	if p.Heading >= 0 {
		q.Heading = doc.Slice(doc.Sentences[p.Heading].Span)
	}
	return q
}

func cardsOf(ms []render.DiscordMessage) []card {
	var out []card
	for _, m := range ms {
		out = append(out, cardOf(m))
	}
	return out
}
