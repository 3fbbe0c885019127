package discord

import (
	"fmt"
	"testing"
	"time"
)

func TestAllowAndDenyLists(t *testing.T) {
	p := place{user: "u", channel: "c", guild: "g"}
	direct := place{user: "u", channel: "d"}
	for _, c := range []struct {
		name   string
		config Config
		place  place
		want   bool
	}{
		{"nothing set", Config{}, p, true},
		{"guild allowed", Config{AllowGuilds: []string{"g"}}, p, true},
		{"another guild allowed", Config{AllowGuilds: []string{"h"}}, p, false},
		{"another guild allowed, direct message", Config{AllowGuilds: []string{"h"}}, direct, true},
		{"channel allowed", Config{AllowChannels: []string{"c"}}, p, true},
		{"another channel allowed", Config{AllowChannels: []string{"x"}}, p, false},
		{"user allowed", Config{AllowUsers: []string{"u"}}, direct, true},
		{"another user allowed", Config{AllowUsers: []string{"x"}}, direct, false},
		{"guild denied", Config{DenyGuilds: []string{"g"}}, p, false},
		{"channel denied, guild allowed", Config{AllowGuilds: []string{"g"}, DenyChannels: []string{"c"}}, p, false},
		{"user denied and allowed", Config{AllowUsers: []string{"u"}, DenyUsers: []string{"u"}}, p, false},
	} {
		if got := c.config.isAllowed(c.place); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestQuotas(t *testing.T) {
	now := time.Unix(0, 0)
	q := newQuotas(Config{PerUser: 2, PerGuild: 3}, func() time.Time { return now })
	for n, c := range []struct {
		place    place
		ok, tell bool
		then     time.Duration
	}{
		{place{"a", "c", "g"}, true, false, 0},
		{place{"a", "c", "g"}, true, false, 0},
		{place{"a", "c", "g"}, false, true, 0},  // the user's third
		{place{"a", "c", "g"}, false, false, 0}, // told already
		{place{"b", "c", "g"}, true, false, 0},
		{place{"b", "c", "g"}, false, true, 0}, // the guild's fourth
		{place{"b", "d", ""}, false, true, 30 * time.Second},
		{place{"a", "c", "g"}, true, false, 0}, // one in half a minute
		{place{"a", "c", "g"}, false, true, 0}, // told again after a success
	} {
		ok, tell := q.take(c.place)
		if ok != c.ok || tell != c.tell {
			t.Errorf("question %d of %v: %v, tell %v; want %v, %v", n, c.place, ok, tell, c.ok, c.tell)
		}
		now = now.Add(c.then)
	}
}

func TestQuotaForgets(t *testing.T) {
	now := time.Unix(0, 0)
	q := newQuota(1, func() time.Time { return now })
	for n := range 2 * maxCounted {
		q.take(fmt.Sprint(n))
	}
	if len(q.of) > maxCounted {
		t.Errorf("%d keys counted, want at most %d", len(q.of), maxCounted)
	}
	for n := 0; len(q.of) < maxCounted; n++ {
		q.take(fmt.Sprint("more", n))
	}
	now = now.Add(time.Hour)
	q.take("new")
	if len(q.of) != 1 {
		t.Errorf("%d keys after an hour, want the new one", len(q.of))
	}
}

func TestNoQuotaAllowsEverything(t *testing.T) {
	q := newQuotas(Config{}, time.Now)
	for range 1000 {
		if ok, _ := q.take(place{"a", "b", "c"}); !ok {
			t.Fatal("refused without a limit")
		}
	}
}
