package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"alinti/bot/dialogue"
	"alinti/prompts"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

// Options are what a [Bot] is made of. Only the collection is needed.
type Options struct {
	Collection *corpus.Collection // what is quoted from
	Model      Model              // chooses among the sentences found; nil: retrieval alone
	Index      retrieval.Options  // how the collection is indexed
	Strictness float64            // probability below which a sentence does not answer, over 0 to under 1; 0 means [DefaultStrictness]
	Logger     *slog.Logger       // nil: none
	Now        func() time.Time   // nil: time.Now; measures took_us and how old a conversation is
}

// A Bot answers questions about one collection. It remembers the latest turns
// of conversations, never changes otherwise once made, and may be asked by any
// number of goroutines at once.
type Bot struct {
	index      *retrieval.Index
	model      Model
	strictness float64
	log        *slog.Logger
	now        func() time.Time
	memory     *dialogue.Memory
	read       readings
}

// New indexes the collection.
func New(o Options) (*Bot, error) {
	if o.Collection == nil || len(o.Collection.Documents) == 0 {
		return nil, errors.New("bot: no documents to quote from")
	}
	b := &Bot{index: retrieval.NewWith(o.Collection, o.Index), model: o.Model, strictness: o.Strictness, log: o.Logger, now: o.Now}
	if b.strictness == 0 {
		b.strictness = DefaultStrictness
	}
	if b.strictness < 0 || b.strictness >= 1 {
		return nil, errors.New("bot: strictness must be between 0 and 1")
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if b.now == nil {
		b.now = time.Now
	}
	b.memory = dialogue.NewMemory(b.now)
	return b, nil
}

// Collection is what the bot quotes from.
func (b *Bot) Collection() *corpus.Collection { return b.index.Collection() }

// Ask answers a question. Its error is an [*InputError] or the context's.
func (b *Bot) Ask(ctx context.Context, q Question) (Answer, error) { return b.AskEarly(ctx, q, nil) }

// AskEarly is Ask, and hands out the retrieval answer before a model is asked.
// Whatever becomes of the model, the answer is never less than that.
func (b *Bot) AskEarly(ctx context.Context, q Question, early func(Answer)) (Answer, error) {
	start := b.now()
	q, err := checked(q)
	if err != nil {
		return Answer{}, err
	}
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	asked := q.Text
	history := b.recall(q)
	var leans bool
	q.Text, leans = dialogue.Resolve(history, q.Text)
	a, found := b.retrieve(q)
	defer func() { found.Release() }()
	a.understand(asked, q.Text)
	if b.model == nil || q.Mode == ModeRetrieval || a.Reason == ReasonGreeting || !leans && len(offer(b.Collection(), found.Hits)) == 0 {
		b.remember(asked, q)
		b.finish(&a, start)
		return a, nil
	}
	if early != nil {
		first := a
		b.finish(&first, start)
		early(first)
	}
	modelCtx, cancel := b.modelTime(ctx)
	defer cancel()
	if leans {
		var better string
		if better, err = b.rewritten(modelCtx, history, asked, q); err == nil && better != q.Text {
			found.Release()
			q.Text = better
			a, found = b.retrieve(q)
			a.understand(asked, q.Text)
		}
	}
	b.remember(asked, q)
	a = b.consult(modelCtx, q, a, found, err)
	if err := ctx.Err(); err != nil && errors.Is(err, context.Canceled) {
		return Answer{}, err
	}
	b.finish(&a, start)
	return a, nil
}

// retrieve answers without a model.
func (b *Bot) retrieve(q Question) (Answer, retrieval.Result) {
	found := b.index.Search(q.Text, searchDepth)
	a := Answer{Question: q.Text, Language: language(q, found), Mode: ModeRetrieval}
	if greets(found.Folds) {
		a.Reason = ReasonGreeting
		if said := greetsIn(found.Folds); said != "" && q.Language == "" {
			a.Language = said
		}
		found.Release()
		return a, found
	}
	a.Quotes, a.Disagreement = b.answering(found, q.Text, q.Quotes)
	if len(a.Quotes) == 0 {
		b.refuse(&a, found)
	}
	return a, found
}

// finish numbers the quotes and fills in what follows from the rest.
func (b *Bot) finish(a *Answer, start time.Time) {
	for i := range a.Quotes {
		a.Quotes[i].N = i + 1
	}
	for i := range a.Closest {
		a.Closest[i].N = i + 1
	}
	a.Answered = len(a.Quotes) > 0
	a.Text = text(a, b.Collection())
	a.ID = AnswerID(a, b.Collection(), prompts.Version())
	a.TookUS = b.now().Sub(start).Microseconds()
}
