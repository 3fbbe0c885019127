package discord

import (
	"context"
	"fmt"
	"strings"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/bot/store"
)

// A Keeper keeps what was asked and whether the answers helped; it must not
// keep anybody's id.
type Keeper interface {
	Asked(context.Context, store.Asked) error
	Vote(context.Context, store.Vote) error
}

// A Teller says what is kept, and deletes what is kept of a user.
type Teller interface {
	Report(ctx context.Context, guild string, limit int) (store.Report, error)
	Forget(ctx context.Context, user string) (int, error)
}

// keep keeps a question after it was answered; failing to is for the log.
func (d *Door) keep(ctx context.Context, p place, a bot.Answer) {
	if d.keeper == nil {
		return
	}
	if err := d.keeper.Asked(ctx, store.Asked{Door: "discord", User: p.user, Guild: p.guild, Answer: a}); err != nil {
		d.log.Error("discord: a question was not kept", "cause", err)
	}
}

// vote keeps a thumb; a second one by the same person replaces the first.
func (d *Door) vote(ctx context.Context, r *interactionReply, id customID, language string) {
	w := wordsIn(language)
	if d.keeper == nil || len(id.args) != 1 || !isAnswerID(id.args[0]) {
		d.failed(r.tell(ctx, w.gone))
		return
	}
	v := store.Vote{AnswerID: id.args[0], User: userOf(r.i), Guild: r.i.GuildID, Helped: id.action == actionUp}
	if err := d.keeper.Vote(ctx, v); err != nil {
		d.log.Error("discord: a vote was not kept", "cause", err)
		d.failed(r.tell(ctx, w.unkept))
		return
	}
	d.failed(r.tell(ctx, w.thanks))
}

// maxGroups is how many groups of unanswered questions /unanswered shows.
const maxGroups = 15

// unanswered tells a guild's admin what was asked there.
func (d *Door) unanswered(ctx context.Context, r *interactionReply, language string) {
	w := wordsIn(language)
	if d.teller == nil || r.i.GuildID == "" {
		d.failed(r.tell(ctx, w.notKept))
		return
	}
	got, err := d.teller.Report(ctx, r.i.GuildID, maxGroups)
	if err != nil {
		d.log.Error("discord: no report", "cause", err)
		d.failed(r.tell(ctx, w.failed))
		return
	}
	lines := []string{fmt.Sprintf(w.counts, got.Asked, got.Answered, got.Helped, got.NotHelped)}
	for _, g := range got.Unanswered {
		lines = append(lines, fmt.Sprintf("**%d×** %s", g.Count, render.EscapeMarkdown(cut(oneLine(g.Question), 200))))
	}
	d.failed(r.show(ctx, asEmbeds(oneEmbed(render.DiscordEmbed{
		Color: render.ColorGreeting, Title: w.unanswered, Description: strings.Join(lines, "\n"),
	}))))
}

// forget deletes what is kept of the one who asks for it.
func (d *Door) forget(ctx context.Context, r *interactionReply, language string) {
	w := wordsIn(language)
	if d.teller == nil {
		d.failed(r.tell(ctx, w.notKept))
		return
	}
	n, err := d.teller.Forget(ctx, userOf(r.i))
	if err != nil {
		d.log.Error("discord: a user was not forgotten", "cause", err)
		d.failed(r.tell(ctx, w.unkept))
		return
	}
	d.failed(r.tell(ctx, fmt.Sprintf(w.forgotten, n)))
}

// isAnswerID reports whether s looks like the id of an answer: 16 bytes in hex.
func isAnswerID(s string) bool {
	if len(s) != 32 {
		return false
	}
	for _, c := range s {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
