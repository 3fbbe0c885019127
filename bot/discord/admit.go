package discord

import (
	"slices"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"golang.org/x/time/rate"
)

// A place is where an event comes from. guild is empty in a direct message.
type place struct{ user, channel, guild string }

func placeOf(i *discordgo.Interaction) place { return place{userOf(i), i.ChannelID, i.GuildID} }

func (m *message) place() place { return place{m.Author.ID, m.ChannelID, m.GuildID} }

// isAllowed holds a place against the lists of the settings. A list of guilds
// or channels that are allowed leaves direct messages alone.
func (c Config) isAllowed(p place) bool {
	switch {
	case slices.Contains(c.DenyUsers, p.user), slices.Contains(c.DenyChannels, p.channel), slices.Contains(c.DenyGuilds, p.guild):
		return false
	case len(c.AllowUsers) > 0 && !slices.Contains(c.AllowUsers, p.user):
		return false
	case p.guild == "":
		return true
	case len(c.AllowGuilds) > 0 && !slices.Contains(c.AllowGuilds, p.guild):
		return false
	default:
		return len(c.AllowChannels) == 0 || slices.Contains(c.AllowChannels, p.channel)
	}
}

// quotas are the questions a minute of each user, channel and guild.
type quotas struct {
	user, channel, guild *quota
}

func newQuotas(c Config, now func() time.Time) *quotas {
	return &quotas{newQuota(c.PerUser, now), newQuota(c.PerChannel, now), newQuota(c.PerGuild, now)}
}

// take counts a question. If there have been too many, ok is false, and tell
// is true the first time in a row, so that a flood of questions does not
// become a flood of excuses.
func (q *quotas) take(p place) (ok, tell bool) {
	for _, one := range []struct {
		*quota
		key string
	}{{q.user, p.user}, {q.channel, p.channel}, {q.guild, p.guild}} {
		if ok, tell := one.take(one.key); !ok {
			return false, tell
		}
	}
	return true, false
}

// A quota allows each key so many questions a minute, as many at once, and
// refills evenly. A nil quota allows everything.
type quota struct {
	perMinute int
	now       func() time.Time
	mu        sync.Mutex
	of        map[string]*counted
}

type counted struct {
	*rate.Limiter
	told bool // the last question was refused, and its asker knows
}

const maxCounted = 10_000 // keys that are counted at a time

func newQuota(perMinute int, now func() time.Time) *quota {
	if perMinute <= 0 {
		return nil
	}
	return &quota{perMinute: perMinute, now: now, of: map[string]*counted{}}
}

func (q *quota) take(key string) (ok, tell bool) {
	if q == nil || key == "" {
		return true, false
	}
	now := q.now()
	q.mu.Lock()
	defer q.mu.Unlock()
	c := q.of[key]
	if c == nil {
		q.forget(now)
		c = &counted{Limiter: rate.NewLimiter(rate.Limit(float64(q.perMinute)/60), q.perMinute)}
		q.of[key] = c
	}
	if c.AllowN(now, 1) {
		c.told = false
		return true, false
	}
	tell = !c.told
	c.told = true
	return false, tell
}

// forget drops the keys that have all their questions again, when there are
// many; and, when all of them ask without end, a quarter of them, whichever,
// so that it need not look through them again soon.
func (q *quota) forget(now time.Time) {
	if len(q.of) < maxCounted {
		return
	}
	for key, c := range q.of {
		if c.TokensAt(now) >= float64(q.perMinute) {
			delete(q.of, key)
		}
	}
	for key := range q.of {
		if len(q.of) < maxCounted*3/4 {
			return
		}
		delete(q.of, key)
	}
}
