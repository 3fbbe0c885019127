package discord

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
)

// A verifier keeps the indexes that checking quotes needs for as long as the
// articles stay the same.
type verifier struct {
	mu sync.Mutex
	of *corpus.Collection
	v  *bot.Verifier
}

func (v *verifier) text(c *corpus.Collection, s string) (bot.Verification, error) {
	v.mu.Lock()
	if v.of != c {
		v.of, v.v = c, bot.NewVerifier(c)
	}
	verify := v.v
	v.mu.Unlock()
	return verify.Text(s)
}

// verify says of each quote in a text whether it stands in the articles, word
// for word, and where, to the one who asked alone.
func (d *Door) verify(ctx context.Context, r reply, text, language string) {
	got, err := d.verifier.text(d.collection(), text)
	if err != nil {
		d.log.Warn("discord: a text was not verified", "cause", err)
		d.failed(r.tell(ctx, wordsIn(language).failed))
		return
	}
	d.failed(r.show(ctx, asEmbeds(oneEmbed(verdicts(got, language)))))
}

// longestVerdict is how much of a quote is repeated beside its verdict.
const longestVerdict = 300

func verdicts(got bot.Verification, language string) render.DiscordEmbed {
	w := wordsIn(language)
	if len(got.Verdicts) == 0 {
		return render.DiscordEmbed{Color: render.ColorRefused, Title: w.noQuotes, Description: w.whatIsAQuote}
	}
	right, size := 0, 0
	var lines []string
	left := 0
	for _, v := range got.Verdicts {
		if v.OK {
			right++
		}
		line := verdict(v, language)
		if size += len([]rune(line)) + 2; size > render.DiscordDescription-100 {
			left++
			continue
		}
		lines = append(lines, line)
	}
	if left > 0 {
		lines = append(lines, fmt.Sprintf(w.quotesMore, left))
	}
	e := render.DiscordEmbed{Color: render.ColorContradicted, Description: strings.Join(lines, "\n\n")}
	if right == len(got.Verdicts) {
		e.Color = render.ColorAnswered
	}
	e.Title = fmt.Sprintf(w.verified, right, len(got.Verdicts))
	return e
}

func verdict(v bot.Verdict, language string) string {
	w := wordsIn(language)
	quote := render.EscapeMarkdown(cut(oneLine(v.Text), longestVerdict))
	switch {
	case v.OK:
		var places []string
		for _, p := range v.Places[:min(len(v.Places), 3)] {
			places = append(places, render.PlaceCitation(p, language))
		}
		return "✅ " + quote + "\n-# " + render.EscapeMarkdown(strings.Join(places, "; "))
	case v.Nearest != nil:
		n := v.Nearest
		return "❌ " + quote + "\n-# " + render.EscapeMarkdown(difference(n, w)+" "+render.PlaceCitation(n.Place, language)) +
			"\n-# " + render.EscapeMarkdown(cut(oneLine(n.Text), longestVerdict))
	default:
		return "❌ " + quote + "\n-# " + render.EscapeMarkdown(w.nowhere)
	}
}

func difference(n *bot.Nearest, w *words) string {
	switch {
	case n.Said == "" && n.Stands == "":
		return w.nearest
	case n.Said == "":
		return fmt.Sprintf(w.leavesOut, n.Stands)
	case n.Stands == "":
		return fmt.Sprintf(w.putsIn, n.Said)
	default:
		return fmt.Sprintf(w.saysInstead, n.Said, n.Stands)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// target is the message that a message command was used on.
func target(data discordgo.ApplicationCommandInteractionData) *discordgo.Message {
	if data.Resolved == nil || data.Resolved.Messages[data.TargetID] == nil {
		return &discordgo.Message{}
	}
	return data.Resolved.Messages[data.TargetID]
}
