package store

import (
	"context"
	"crypto/rand"
	"regexp"
	"sync"

	"alinti/bot"
)

// Asked is one question with what became of it. User and Guild are ids, of
// which only a hash is kept.
type Asked struct {
	Door        string // "discord", "webhook", …
	User, Guild string
	Answer      bot.Answer
}

const insertAsked = "INSERT INTO asked (at, door, who, guild, question, answer, answered, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

// row is a question as it is kept.
func (s *Store) row(a Asked) []any {
	return []any{
		s.now().Unix(), a.Door, s.hash("user", a.User), s.hash("guild", a.Guild),
		masked(a.Answer.Question), a.Answer.ID, a.Answer.Answered, a.Answer.Reason,
	}
}

// Asked keeps a question.
func (s *Store) Asked(ctx context.Context, a Asked) error {
	if _, err := s.db.ExecContext(ctx, insertAsked, s.row(a)...); err != nil {
		return failed("keep a question", err)
	}
	return s.prune(ctx)
}

// Vote keeps whether an answer helped; a second vote by the same user replaces
// the first.
func (s *Store) Vote(ctx context.Context, v Vote) error {
	if v.User == "" {
		v.User = rand.Text()
	}
	_, err := s.db.ExecContext(ctx,
		`INSERT INTO voted (at, answer, who, guild, helped) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (answer, who) DO UPDATE SET helped = excluded.helped, at = excluded.at`,
		s.now().Unix(), v.AnswerID, s.hash("user", v.User), s.hash("guild", v.Guild), v.Helped)
	if err != nil {
		return failed("keep a vote", err)
	}
	return s.prune(ctx)
}

// A Vote says whether an answer helped its reader. One without a user stands
// for itself.
type Vote struct {
	AnswerID    string
	User, Guild string
	Helped      bool
}

// Forget deletes everything that is kept of a user and says how much it was.
func (s *Store) Forget(ctx context.Context, user string) (int, error) {
	who := s.hash("user", user)
	total := 0
	for _, q := range []string{"DELETE FROM asked WHERE who = ?", "DELETE FROM voted WHERE who = ?"} {
		r, err := s.db.ExecContext(ctx, q, who)
		if err != nil {
			return total, failed("forget a user", err)
		}
		n, err := r.RowsAffected()
		if err != nil {
			return total, failed("forget a user", err)
		}
		total += int(n)
	}
	return total, nil
}

// personal matches what tells who somebody is rather than what they want to
// know: e-mail addresses, and seven digits or more, which spaces and hyphens
// may part. Full stops part dates and large amounts.
var personal = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\+?\d(?:[ ()-]?\d){6,}`)
})

// masked is a question without what is personal in it.
func masked(question string) string { return personal().ReplaceAllString(question, "[…]") }
