package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// rest makes the REST calls, by discordgo. Each call has a session of its own,
// because discordgo keeps a bucket for every address for ever (an interaction
// has its own) and sends all edits of interactions one after the other; the
// waiting is done by [limiter]. Nothing is ever sent twice unless Discord
// said, by a 429, that it did not take it.
type rest struct {
	client *http.Client
	token  string
}

// How long a call may take. Discord forgets an interaction that is not
// answered within three seconds.
const (
	callbackTimeout = 3 * time.Second
	callTimeout     = 15 * time.Second
)

func (r *rest) session() *discordgo.Session {
	authorization := ""
	if r.token != "" { // the endpoint answers without one
		authorization = "Bot " + r.token
	}
	return &discordgo.Session{
		Client:      r.client,
		Token:       authorization,
		UserAgent:   userAgent,
		Ratelimiter: discordgo.NewRatelimiter(),
		LogLevel:    -1, // errors come back as values; nothing goes to the standard logger
	}
}

// gateway asks where the gateway is. It is empty when the server answers, but
// does not say.
func (r *rest) gateway(ctx context.Context) (string, error) {
	var got struct {
		URL string `json:"url"`
	}
	for _, path := range []string{discordgo.EndpointGateway, discordgo.EndpointGatewayBot} {
		err := r.get(ctx, "GET gateway", path, &got)
		if got.URL != "" {
			return got.URL, nil
		}
		if err != nil && !isMissing(err) {
			return "", err
		}
	}
	return "", nil
}

// application asks for the id of the bot's application. It is empty when the
// server answers, but does not say.
func (r *rest) application(ctx context.Context) (string, error) {
	var got struct {
		ID string `json:"id"`
	}
	for _, path := range []string{discordgo.EndpointApplication("@me"), discordgo.EndpointOAuth2Application("@me")} {
		err := r.get(ctx, "asking for the application", path, &got)
		if got.ID != "" {
			return got.ID, nil
		}
		if err != nil && !isMissing(err) {
			return "", err
		}
	}
	return "", nil
}

// get reads what is at an address into into, as far as it can be read.
func (r *rest) get(ctx context.Context, doing, address string, into any) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	raw, err := r.session().RequestWithBucketID(http.MethodGet, address, nil, address, discordgo.WithContext(ctx))
	if err != nil {
		return withoutAddress(doing, err)
	}
	_ = lenient(raw, into) // what cannot be read was not said
	return nil
}

// isMissing reports whether the server does not have what was asked for.
func isMissing(err error) bool {
	switch refusal(err) {
	case http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented:
		return true
	}
	return false
}

func (r *rest) commands(ctx context.Context, app, guild string) ([]*discordgo.ApplicationCommand, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	cs, err := r.session().ApplicationCommands(app, guild, discordgo.WithContext(ctx))
	if err != nil {
		return nil, withoutAddress("listing the commands", err)
	}
	return cs, nil
}

// A registered command is discordgo's, but for its permissions: those are a
// number in Discord's description of the API, and a text in discordgo.
type registered struct {
	*discordgo.ApplicationCommand
	DefaultMemberPermissions *int64 `json:"default_member_permissions,omitempty"`
}

// setCommands makes cs all the commands that there are, in a guild or, without
// one, everywhere.
func (r *rest) setCommands(ctx context.Context, app, guild string, cs []*discordgo.ApplicationCommand) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	address := discordgo.EndpointApplicationGlobalCommands(app)
	if guild != "" {
		address = discordgo.EndpointApplicationGuildCommands(app, guild)
	}
	body := make([]registered, len(cs))
	for i, c := range cs {
		body[i] = registered{c, c.DefaultMemberPermissions}
	}
	if _, err := r.session().RequestWithBucketID(http.MethodPut, address, body, address, discordgo.WithContext(ctx)); err != nil {
		return withoutAddress("registering the commands", err)
	}
	return nil
}

// respond sends the first reply to an interaction.
func (r *rest) respond(ctx context.Context, i *discordgo.Interaction, resp *discordgo.InteractionResponse) error {
	ctx, cancel := context.WithTimeout(ctx, callbackTimeout)
	defer cancel()
	if err := r.session().InteractionRespond(i, resp, discordgo.WithContext(ctx)); err != nil {
		return withoutAddress("answering an interaction", err)
	}
	return nil
}

// editOriginal changes the first reply to an interaction.
func (r *rest) editOriginal(ctx context.Context, i *discordgo.Interaction, e edit) error {
	return r.patch(ctx, "editing the reply to an interaction", discordgo.EndpointWebhookMessage(i.AppID, i.Token, "@original"), e)
}

// edit changes a message of the bot.
func (r *rest) edit(ctx context.Context, channel, id string, e edit) error {
	return r.patch(ctx, "editing a message", discordgo.EndpointChannelMessage(channel, id), e)
}

func (r *rest) patch(ctx context.Context, doing, address string, e edit) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if _, err := r.session().RequestWithBucketID(http.MethodPatch, address, e, address, discordgo.WithContext(ctx)); err != nil {
		return withoutAddress(doing, err)
	}
	return nil
}

// followUp sends a further reply to an interaction.
func (r *rest) followUp(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	_, err := r.session().FollowupMessageCreate(i, true, p, discordgo.WithContext(ctx))
	if err != nil && !errors.Is(err, discordgo.ErrJSONUnmarshal) {
		return withoutAddress("following up on an interaction", err)
	}
	return nil
}

// A message to send, with what discordgo's type lacks: Discord posts only one
// of several messages with the same nonce.
type outgoing struct {
	*discordgo.MessageSend
	Nonce        string `json:"nonce,omitempty"`
	EnforceNonce bool   `json:"enforce_nonce,omitempty"`
}

// posted is what the server says of a message that it took. What is not there
// it did not say.
type posted struct {
	ID     string                  `json:"id"`
	Flags  *discordgo.MessageFlags `json:"flags"`
	Embeds *[]json.RawMessage      `json:"embeds"`
}

// maxNonce is Discord's limit, in characters.
const maxNonce = 25

// send posts a message. What is known of it is empty when Discord took the
// message but its reply cannot be read.
func (r *rest) send(ctx context.Context, channel, nonce string, m *discordgo.MessageSend) (posted, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	address := discordgo.EndpointChannelMessages(channel)
	out := outgoing{MessageSend: m, Nonce: nonce[max(0, len(nonce)-maxNonce):], EnforceNonce: nonce != ""}
	raw, err := r.session().RequestWithBucketID(http.MethodPost, address, out, address, discordgo.WithContext(ctx))
	if err != nil {
		return posted{}, withoutAddress("sending a message", err)
	}
	var sent posted
	if lenient(raw, &sent) != nil {
		return posted{}, nil
	}
	return sent, nil
}

// typing shows for ten seconds that the bot is writing.
func (r *rest) typing(ctx context.Context, channel string) error {
	ctx, cancel := context.WithTimeout(ctx, callbackTimeout)
	defer cancel()
	if err := r.session().ChannelTyping(channel, discordgo.WithContext(ctx)); err != nil {
		return withoutAddress("showing that the bot is typing", err)
	}
	return nil
}

const (
	maxThreadName = 100  // code points
	threadRests   = 1440 // minutes without a message after which Discord hides a thread
)

// startThread opens a thread under a message and returns its id.
func (r *rest) startThread(ctx context.Context, channel, message, name string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callbackTimeout)
	defer cancel()
	thread, err := r.session().MessageThreadStart(channel, message, name, threadRests, discordgo.WithContext(ctx))
	if err != nil {
		return "", withoutAddress("opening a thread", err)
	}
	return thread.ID, nil
}
