package discord

import (
	"context"
)

// A Feedback keeps whether an answer helped. user is Discord's id of the one
// who says so; what keeps it must not keep that id itself.
type Feedback interface {
	Vote(ctx context.Context, answerID, user string, helped bool) error
}

// vote keeps a thumb; a second one by the same person replaces the first.
func (d *Door) vote(ctx context.Context, r *interactionReply, id customID, language string) {
	w := wordsIn(language)
	if d.feedback == nil || len(id.args) != 1 || !isAnswerID(id.args[0]) {
		d.failed(r.refuse(ctx, w.gone))
		return
	}
	if err := d.feedback.Vote(ctx, id.args[0], userOf(r.i), id.action == actionUp); err != nil {
		d.log.Error("discord: a vote was not kept", "cause", err)
		d.failed(r.refuse(ctx, w.failed))
		return
	}
	d.failed(r.refuse(ctx, w.thanks))
}

// isAnswerID reports whether s looks like the id of an answer: 16 bytes in hex.
func isAnswerID(s string) bool {
	if len(s) != 32 {
		return false
	}
	for _, c := range s {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
