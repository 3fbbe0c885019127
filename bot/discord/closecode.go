package discord

import (
	"errors"
	"fmt"

	"github.com/gorilla/websocket"
)

// A FatalError is a close of the gateway after which Discord forbids coming
// back. Only the Discord door stops; the cure is in the text.
type FatalError struct {
	Code int    // close code: 4004, 4010 to 4014
	Cure string // what to do about it
}

func (e *FatalError) Error() string {
	return fmt.Sprintf("discord closed the gateway for good (code %d): %s", e.Code, e.Cure)
}

// Close codes of the gateway that matter here.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
const (
	closeNotAuthenticated = 4003
	closeAuthFailed       = 4004
	closeInvalidSequence  = 4007
	closeSessionTimedOut  = 4009
)

var cures = map[int]string{
	closeAuthFailed: "the token is wrong or was reset; copy it anew from the Bot page of the developer portal into discord.token",
	4010:            "an invalid shard was sent; this is a fault of alinti, please report it",
	4011:            "the bot is in too many guilds for one connection; alinti does not shard: set discord.interactions to endpoint",
	4012:            "the gateway's version is not valid any more; use a newer alinti",
	4013:            "an invalid intent was sent; this is a fault of alinti, please report it",
	4014:            "an intent is not allowed; switch on Message Content Intent on the Bot page of the developer portal, or set discord.message_content to false",
}

// fatalClose is the *FatalError behind a connection's end, or nil.
func fatalClose(err error) error {
	var closed *websocket.CloseError
	if !errors.As(err, &closed) {
		return nil
	}
	if cure, ok := cures[closed.Code]; ok {
		return &FatalError{Code: closed.Code, Cure: cure}
	}
	return nil
}

// endsSession reports whether the next connection has to identify anew.
func endsSession(err error) bool {
	if errors.Is(err, errInvalidSession) {
		return true
	}
	var closed *websocket.CloseError
	if !errors.As(err, &closed) {
		return false
	}
	switch closed.Code {
	case closeNotAuthenticated, closeInvalidSequence, closeSessionTimedOut:
		return true
	}
	return false
}
