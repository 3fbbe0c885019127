package discord

import (
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"alinti/bot/render"
)

// forms chooses how replies are shown: as components v2 if they are wanted and
// not refused, else as embeds, and where embeds are not allowed as content.
// What Discord refuses it has not posted, so the next form may be tried; what
// it refused once is remembered.
type forms struct {
	components bool // are wanted
	now        func() time.Time

	taken   atomic.Bool // components were, once at least
	refused atomic.Bool // they were, before they ever were taken, or were left out

	mu    sync.Mutex
	plain map[string]time.Time // channels that allow no embeds, and until when that is believed
}

const (
	plainTime = 10 * time.Minute // after which a channel is asked again
	maxPlain  = 2048             // channels that are remembered
)

func newForms(c Config, now func() time.Time) *forms {
	return &forms{components: c.wantsComponents(), now: now, plain: map[string]time.Time{}}
}

// wantsComponents reports whether answers are shown as components v2. A server
// that does not know them may show an empty message and say nothing, so that
// only Discord's own gets them unasked.
func (c Config) wantsComponents() bool {
	return c.Components == ComponentsV2 || c.Components == ComponentsAuto && c.isDiscord()
}

// best is the form to try first in a channel.
func (f *forms) best(channel string, mayEmbed bool) render.DiscordForm {
	if f.components && !f.refused.Load() {
		return render.FormComponents
	}
	return f.withoutComponents(channel, mayEmbed)
}

func (f *forms) withoutComponents(channel string, mayEmbed bool) render.DiscordForm {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !mayEmbed || f.now().Before(f.plain[channel]) {
		return render.FormText
	}
	return render.FormEmbeds
}

// noEmbeds remembers that a channel allows none.
func (f *forms) noEmbeds(channel string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.plain) >= maxPlain {
		clear(f.plain)
	}
	f.plain[channel] = f.now().Add(plainTime)
}

// after is the form to try after err refused a card of some form; ok is false
// if there is none, or err says nothing about forms.
func (f *forms) after(err error, form render.DiscordForm, channel string) (next render.DiscordForm, ok bool) {
	status := refusal(err)
	switch {
	case err == nil:
		if form == render.FormComponents {
			f.taken.Store(true)
		}
		return 0, false
	case form == render.FormComponents && status == http.StatusBadRequest:
		if !f.taken.Load() {
			f.refused.Store(true)
		}
		return f.withoutComponents(channel, true), true
	case form == render.FormEmbeds && hasCode(err, codeMissingPermissions):
		f.noEmbeds(channel)
		return render.FormText, true
	case form == render.FormEmbeds && status == http.StatusBadRequest:
		return render.FormText, true
	}
	return 0, false
}

// refusal is the status with which Discord refused what it was sent, 0 if it
// did not or the reason is another one than what was sent.
func refusal(err error) int {
	var e *restError
	if errors.Is(err, errTaken) || !errors.As(err, &e) {
		return 0
	}
	return e.cause.Response.StatusCode
}
