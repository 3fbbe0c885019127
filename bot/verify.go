package bot

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"alinti/retrieval/corpus"
)

// Limits of what is verified at once. The time it takes grows with the size of
// the input, not with its square.
const (
	MaxVerifyText    = 1 << 20  // bytes of a text
	MaxVerifyAnswers = 64 << 20 // bytes of answers' JSON
	MaxVerdicts      = 10_000   // quotes in one text
	maxPlaces        = 100      // places of one quote that are named
	maxNearest       = 20       // quotes that do not stand for which the nearest sentence is looked for
)

// ErrUnverifiable is matched by the error about what cannot be verified at
// all: too much of it, or no JSON.
var ErrUnverifiable = errors.New("cannot be verified")

// A Verification is what became of every quote that was found.
type Verification struct {
	Verdicts []Verdict `json:"quotes"`
}

// OK reports whether there was a quote and every one stands as it claims.
func (v Verification) OK() bool {
	for _, q := range v.Verdicts {
		if !q.OK {
			return false
		}
	}
	return len(v.Verdicts) > 0
}

// A Verdict is what was found out about one quote.
type Verdict struct {
	N        int       `json:"n"`                  // counts from 1 in the order of the input
	Text     string    `json:"text"`               // the quote as given, without its marks
	Where    string    `json:"where,omitempty"`    // where in the input: "line 3", "quotes[0]"
	OK       bool      `json:"ok"`                 // it stands in the articles as it claims
	Places   []Place   `json:"places,omitempty"`   // where it stands word for word, at most 100 places
	Problems []Problem `json:"problems,omitempty"` // of an answer's quote: what is not as it claims
	Nearest  *Nearest  `json:"nearest,omitempty"`  // where it stands almost, if nowhere word for word
}

// A Problem is one key of an answer's quote that does not hold.
type Problem struct {
	Key     string `json:"key"`               // "sha256", "start_rune", "highlights[0]"
	Claimed string `json:"claimed,omitempty"` // what the quote says; empty when it says nothing
	Actual  string `json:"actual,omitempty"`  // what is so, if that can be said
}

// Nearest is the sentence that a quote may have been meant to be, and the
// first word in which it differs.
type Nearest struct {
	Place
	Text   string `json:"text"`             // the sentence's bytes
	Word   int    `json:"word"`             // which word of the quote differs first, from 1; one past the last when words are missing at its end
	Said   string `json:"said,omitempty"`   // that word; empty when the quote leaves a word out
	Stands string `json:"stands,omitempty"` // the article's word; empty when the quote puts a word in
}

// A Verifier checks quotes against a collection. It knows the files' bytes and
// where their paragraphs are, and shares nothing with what makes quotes. It
// may be used by many goroutines at once.
type Verifier struct {
	collection *corpus.Collection
	finder     func() *finder // built when first needed
	neighbours func() *neighbours
	runes      func() []runeMarks
}

// NewVerifier makes a verifier; its indexes are built when first needed.
func NewVerifier(c *corpus.Collection) *Verifier {
	return &Verifier{
		collection: c,
		finder:     sync.OnceValue(func() *finder { return newFinder(c) }),
		neighbours: sync.OnceValue(func() *neighbours { return newNeighbours(c) }),
		runes:      sync.OnceValue(func() []runeMarks { return newRuneMarks(c) }),
	}
}

// Verify verifies data as answers if it is JSON, else as a text.
func (v *Verifier) Verify(data []byte) (Verification, error) {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	if len(start) == 0 || start[0] != '{' && start[0] != '[' {
		return v.Text(string(data))
	}
	got, err := v.Answer(data)
	if err != nil && start[0] == '[' && len(data) <= MaxVerifyText { // a text may begin with [1]
		return v.Text(string(data))
	}
	return got, err
}

// Quote verifies one quote without marks around it.
func (v *Verifier) Quote(quote string) Verdict {
	if len(quote) > MaxVerifyText {
		return Verdict{N: 1, Text: quote}
	}
	var looked int
	plain := v.verdict(1, readPlain(quote).String(), "", &looked)
	if plain.OK {
		return plain
	}
	if md := v.verdict(1, readMarkdown(quote).String(), "", &looked); md.OK {
		return md
	}
	return plain
}

// verdict says whether quote, its white space made single, stands word for
// word, else what is nearest. looked counts how often that was looked for.
func (v *Verifier) verdict(n int, quote, where string, looked *int) Verdict {
	d := Verdict{N: n, Text: quote, Where: where, Places: v.finder().places([]byte(quote))}
	d.OK = len(d.Places) > 0
	if !d.OK && *looked < maxNearest {
		*looked++
		d.Nearest = v.neighbours().nearest(quote)
	}
	return d
}

func tooMuch(what string, got, most int) error {
	return fmt.Errorf("%w: %d %s, at most %d at once", ErrUnverifiable, got, what, most)
}
