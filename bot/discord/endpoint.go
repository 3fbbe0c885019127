package discord

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	maxInteraction = 1 << 20         // bytes of one; those with a message in them have some thousand
	maxAge         = 5 * time.Minute // of a request, either way; a replay within it is caught by its id
	endpointTime   = 2800 * time.Millisecond
)

// InteractionsPath is where the program serves [Door.Interactions].
const InteractionsPath = "/discord/interactions"

// Interactions is the handler for what the developer portal calls the
// Interactions Endpoint URL: commands and buttons come as POST requests, and no
// gateway is needed. A request counts only with Discord's Ed25519 signature;
// nothing of it is parsed before. Discord tries wrong signatures on purpose
// and takes the address away from a bot that accepts one.
func (d *Door) Interactions() http.Handler {
	key, err := hex.DecodeString(d.config.PublicKey)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return http.NotFoundHandler() // Validate asks for a key where the endpoint is used
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { d.receive(w, r, key) })
}

func (d *Door) receive(w http.ResponseWriter, r *http.Request, key ed25519.PublicKey) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxInteraction))
	if err != nil {
		http.Error(w, "the body cannot be read, or has more than 1 MiB", http.StatusRequestEntityTooLarge)
		return
	}
	if !d.isSigned(key, r.Header, body) {
		d.metrics.events.WithLabelValues("forged").Inc()
		http.Error(w, "invalid request signature", http.StatusUnauthorized)
		return
	}
	var i discordgo.Interaction
	if err := lenient(body, &i); err != nil {
		d.log.Error("discord: a signed interaction cannot be read", "cause", err)
		http.Error(w, "this is no interaction", http.StatusBadRequest)
		return
	}
	if i.Type == discordgo.InteractionPing {
		writeResponse(w, &discordgo.InteractionResponse{Type: discordgo.InteractionResponsePong})
		return
	}
	d.answerRequest(w, r, &i)
}

// isSigned checks that Discord sent the body, not long ago.
func (d *Door) isSigned(key ed25519.PublicKey, h http.Header, body []byte) bool {
	timestamp := h.Get("X-Signature-Timestamp")
	sent, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil {
		return false
	}
	if age := d.now().Sub(time.Unix(sent, 0)); age > maxAge || age < -maxAge {
		return false
	}
	signature, err := hex.DecodeString(h.Get("X-Signature-Ed25519"))
	if err != nil || len(signature) != ed25519.SignatureSize {
		return false
	}
	return ed25519.Verify(key, append([]byte(timestamp), body...), signature)
}

// answerRequest answers the interaction in the reply to its request; what
// comes after the first reply goes over REST, as it does with the gateway.
func (d *Door) answerRequest(w http.ResponseWriter, r *http.Request, i *discordgo.Interaction) {
	ctx, cancel := context.WithTimeout(r.Context(), endpointTime)
	defer cancel()
	out := &requestReply{first: make(chan *discordgo.InteractionResponse), written: make(chan struct{}), over: ctx.Done()}
	if !d.interaction(i, out.respond) {
		http.Error(w, "answered already, or too much is under way", http.StatusConflict)
		return
	}
	select {
	case resp := <-out.first:
		writeResponse(w, resp)
		close(out.written)
	case <-ctx.Done():
		http.Error(w, "no answer in time", http.StatusServiceUnavailable)
	}
}

// A requestReply hands the first reply over to the goroutine that serves the
// request.
type requestReply struct {
	first   chan *discordgo.InteractionResponse
	written chan struct{}
	over    <-chan struct{} // nobody waits for the reply any more
}

var errRequestOver = errors.New("the request that brought the interaction is over")

func (r *requestReply) respond(ctx context.Context, _ *discordgo.Interaction, resp *discordgo.InteractionResponse) error {
	select {
	case r.first <- resp:
	case <-r.over:
		return errRequestOver
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case <-r.written:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func writeResponse(w http.ResponseWriter, resp *discordgo.InteractionResponse) {
	body, err := json.Marshal(resp)
	if err != nil {
		http.Error(w, "the answer cannot be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body) // an error means that Discord has gone; there is nobody to tell
	http.NewResponseController(w).Flush()
}
