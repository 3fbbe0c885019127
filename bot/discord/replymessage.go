package discord

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// A messageReply answers a message in its channel.
type messageReply struct {
	rest      *rest
	forms     *forms
	channel   string
	reference *discordgo.MessageReference // the message it replies to; nil: none
	nonce     string                      // the event's id: the same reply is not posted twice

	mu   sync.Mutex
	sent bool               // the first card was sent, or may have been
	form render.DiscordForm // in this form, which it keeps
	id   string             // of the first card; empty if it is not known
	more bool
}

func (r *messageReply) wait(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sent {
		return nil
	}
	return r.rest.typing(ctx, r.channel)
}

func (r *messageReply) show(ctx context.Context, c content) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.put(ctx, c, r.forms.best(r.channel, true))
}

func (r *messageReply) tell(ctx context.Context, text string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.put(ctx, say(text), render.FormText)
}

// put shows the first card, in the form that the message has already or else
// in the first one that Discord takes, and sends the others after it.
func (r *messageReply) put(ctx context.Context, c content, form render.DiscordForm) error {
	if r.sent {
		cards := c(r.form)
		if r.id == "" {
			return errors.New("the message to change is not known")
		}
		if err := r.rest.edit(ctx, r.channel, r.id, cards[0].edit()); err != nil {
			return err
		}
		return r.followUp(ctx, cards[1:])
	}
	for {
		cards := c(form)
		got, err := r.first(ctx, cards[0])
		if next, ok := r.forms.after(err, cards[0].form, r.channel); ok {
			form = next
			continue
		}
		r.sent, r.form, r.id = true, cards[0].form, got.ID
		if isTimeout(err) {
			return nil
		}
		if err != nil {
			return err
		}
		if lesser, ok := r.lost(got, cards[0]); ok {
			r.form = lesser
			return r.put(ctx, c, lesser)
		}
		return r.followUp(ctx, cards[1:])
	}
}

// first posts the first card. Where the bot may not read earlier messages, it
// may not reply to one either, but it may post.
func (r *messageReply) first(ctx context.Context, c card) (posted, error) {
	m := c.send()
	m.Reference = r.reference
	got, err := r.rest.send(ctx, r.channel, r.nonce, m)
	if hasCode(err, codeNoHistory) && r.reference != nil {
		r.reference = nil
		return r.first(ctx, c)
	}
	return got, err
}

// lost reports whether the server took the message and left out what it was
// made of, and in which form to show it instead. What it does not say counts
// as there.
func (r *messageReply) lost(got posted, c card) (render.DiscordForm, bool) {
	switch {
	case got.ID == "":
	case c.form == render.FormComponents && got.Flags != nil && *got.Flags&discordgo.MessageFlagsIsComponentsV2 == 0:
		r.forms.refused.Store(true)
		return render.FormEmbeds, true
	case len(c.embeds) > 0 && got.Embeds != nil && len(*got.Embeds) == 0:
		r.forms.noEmbeds(r.channel)
		return render.FormText, true
	}
	return 0, false
}

func (r *messageReply) followUp(ctx context.Context, cards []card) error {
	if r.more {
		return nil
	}
	for n, c := range cards {
		r.more = true
		if _, err := r.rest.send(ctx, r.channel, fmt.Sprintf("%s-%d", r.nonce, n+1), c.send()); err != nil {
			return err
		}
	}
	return nil
}
