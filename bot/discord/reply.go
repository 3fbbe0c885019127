package discord

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// A reply is the place where one event is answered. show may be called again:
// what it showed first is then changed. Its methods may be called at the same
// time; none sends anything twice, also not when it cannot know whether
// Discord took it.
type reply interface {
	wait(ctx context.Context) error              // say that an answer is on its way
	show(ctx context.Context, c content) error   // show the first card, and the others after it
	tell(ctx context.Context, text string) error // say a sentence, to the asker alone if nobody was told anything yet
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
	codeMissingPermissions  = 50013  // to send embeds, or anything
	codeNoHistory           = 160002 // the bot may not reply where it may not read earlier messages
)

// An interactionReply answers a command or a button.
type interactionReply struct {
	rest    *rest
	forms   *forms
	i       *discordgo.Interaction
	respond responder
	private bool // only the asker sees it

	mu       sync.Mutex
	answered bool               // a first reply was sent, or may have been
	shown    bool               // it shows something
	form     render.DiscordForm // in this form, which it keeps
	more     bool               // the cards after the first were sent
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
// as sent, and what follows is an edit. One that was refused was not.
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
	case refusal(err) != 0:
		r.answered = false
	}
	return err
}

func (r *interactionReply) show(ctx context.Context, c content) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.put(ctx, c, r.best())
}

// best is the form to try first. Discord lets an interaction's reply have
// embeds whatever the channel allows; another server may say otherwise.
func (r *interactionReply) best() render.DiscordForm {
	p := r.i.AppPermissions
	return r.forms.best(r.i.ChannelID, p == 0 || p&permissionEmbedLinks != 0)
}

// put shows the first card, in the form that the message has already or else
// in the first one that Discord takes, and sends the others after it.
func (r *interactionReply) put(ctx context.Context, c content, form render.DiscordForm) error {
	if r.shown {
		form = r.form
	}
	for {
		cards := c(form)
		err := r.send(ctx, cards[0])
		if next, ok := r.forms.after(err, cards[0].form, r.i.ChannelID); ok && !r.shown {
			form = next
			continue
		}
		if err != nil {
			return err
		}
		r.shown, r.form = true, cards[0].form
		return r.followUp(ctx, cards[1:])
	}
}

func (r *interactionReply) send(ctx context.Context, c card) error {
	switch {
	case r.taken:
		return errTaken
	case r.answered:
		return r.change(ctx, c)
	default:
		return r.first(ctx, c.response(r.flags()))
	}
}

func (r *interactionReply) followUp(ctx context.Context, cards []card) error {
	if r.more {
		return nil
	}
	for _, c := range cards {
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
	err := r.rest.editOriginal(ctx, r.i, c.edit())
	if !hasCode(err, codeUnknownWebhook) && !hasCode(err, codeUnknownMessage) {
		return err
	}
	if wait(ctx, settling) != nil {
		return err
	}
	return r.rest.editOriginal(ctx, r.i, c.edit())
}

// update changes the message that the pressed button is on, which has embeds
// or content.
func (r *interactionReply) update(ctx context.Context, c content) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	resp := c(r.best())[0].response(0)
	resp.Type = discordgo.InteractionResponseUpdateMessage
	return r.first(ctx, resp)
}

// tell tells the asker alone, if nobody was told anything yet.
func (r *interactionReply) tell(ctx context.Context, text string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.answered {
		r.private = true
	}
	return r.put(ctx, say(text), render.FormText)
}
