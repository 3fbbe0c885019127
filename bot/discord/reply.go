package discord

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// A reply is the place where one event is answered. show may be called again:
// what it showed first is then changed. Its methods may be called at the same
// time; none sends anything twice, also not when it cannot know whether
// Discord took it.
type reply interface {
	wait(ctx context.Context) error               // say that an answer is on its way
	show(ctx context.Context, cards []card) error // show the first card, and the others after it
	refuse(ctx context.Context, text string) error
}

// A responder sends the first reply to an interaction, over REST or as the
// reply to Discord's own HTTP request.
type responder func(context.Context, *discordgo.Interaction, *discordgo.InteractionResponse) error

// errTaken says that somebody else has answered the interaction.
var errTaken = errors.New("the interaction is already answered")

// JSON error codes of Discord.
const (
	codeUnknownMessage      = 10008
	codeUnknownWebhook      = 10015 // there is no first reply to change
	codeUnknownInteraction  = 10062 // it came too late
	codeAlreadyAcknowledged = 40060
)

// An interactionReply answers a command or a button.
type interactionReply struct {
	rest    *rest
	i       *discordgo.Interaction
	respond responder
	private bool // only the asker sees it

	mu       sync.Mutex
	answered bool // a first reply was sent, or may have been
	more     bool // the cards after the first were sent
	taken    bool
}

func (r *interactionReply) flags() discordgo.MessageFlags {
	if r.private {
		return discordgo.MessageFlagsEphemeral
	}
	return 0
}

func (r *interactionReply) wait(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answered {
		return nil
	}
	return r.first(ctx, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Flags: r.flags()},
	})
}

// first sends the first reply. One that timed out may have arrived: it counts
// as sent, and what follows is an edit.
func (r *interactionReply) first(ctx context.Context, resp *discordgo.InteractionResponse) error {
	if r.taken {
		return errTaken
	}
	r.answered = true
	err := r.respond(ctx, r.i, resp)
	switch {
	case hasCode(err, codeAlreadyAcknowledged), hasCode(err, codeUnknownInteraction):
		r.taken = true
		return fmt.Errorf("%w: %w", errTaken, err)
	case isTimeout(err):
		return nil
	}
	return err
}

func (r *interactionReply) show(ctx context.Context, cards []card) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.taken {
		return errTaken
	}
	if !r.answered {
		if err := r.first(ctx, cards[0].response(r.flags())); err != nil {
			return err
		}
	} else if err := r.change(ctx, cards[0]); err != nil {
		return err
	}
	if r.more {
		return nil
	}
	for _, c := range cards[1:] {
		r.more = true
		if err := r.rest.followUp(ctx, r.i, c.followUp(r.flags())); err != nil {
			return err
		}
	}
	return nil
}

// settling is how long Discord may take to know a first reply that it was
// given as the reply to its own request.
const settling = 500 * time.Millisecond

// change edits the first reply. Discord may not know it yet: then once more, a
// moment later; an edit does no harm twice.
func (r *interactionReply) change(ctx context.Context, c card) error {
	err := r.rest.editOriginal(ctx, r.i, c.webhookEdit())
	if !hasCode(err, codeUnknownWebhook) && !hasCode(err, codeUnknownMessage) {
		return err
	}
	if wait(ctx, settling) != nil {
		return err
	}
	return r.rest.editOriginal(ctx, r.i, c.webhookEdit())
}

// update changes the message that the pressed button is on.
func (r *interactionReply) update(ctx context.Context, c card) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	resp := c.response(0)
	resp.Type = discordgo.InteractionResponseUpdateMessage
	return r.first(ctx, resp)
}

// refuse tells the asker alone, if nobody was told anything yet.
func (r *interactionReply) refuse(ctx context.Context, text string) error {
	r.mu.Lock()
	if !r.answered {
		r.private = true
	}
	r.mu.Unlock()
	return r.show(ctx, say(text))
}

// A messageReply answers a message in its channel.
type messageReply struct {
	rest      *rest
	channel   string
	reference *discordgo.MessageReference // the message it replies to; nil: none
	nonce     string                      // the event's id: the same reply is not posted twice

	mu   sync.Mutex
	sent bool   // the first card was sent, or may have been
	id   string // of the first card; empty if it is not known
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

func (r *messageReply) show(ctx context.Context, cards []card) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.first(ctx, cards[0]); err != nil {
		return err
	}
	if r.more {
		return nil
	}
	for n, c := range cards[1:] {
		r.more = true
		if _, err := r.rest.send(ctx, r.channel, fmt.Sprintf("%s-%d", r.nonce, n+1), c.send()); err != nil {
			return err
		}
	}
	return nil
}

func (r *messageReply) first(ctx context.Context, c card) error {
	if !r.sent {
		r.sent = true
		m := c.send()
		m.Reference = r.reference
		id, err := r.rest.send(ctx, r.channel, r.nonce, m)
		r.id = id
		if isTimeout(err) {
			return nil
		}
		return err
	}
	if r.id == "" {
		return errors.New("the message to change is not known")
	}
	return r.rest.edit(ctx, c.edit(r.channel, r.id))
}

func (r *messageReply) refuse(ctx context.Context, text string) error {
	return r.show(ctx, say(text))
}
