package when

import (
	"slices"
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// A token is a word, or a quantity of one or more words.
type token struct {
	start, end int // bytes, endings included
	word       turkish.Word
	quantity   *quantity.Quantity // nil for a word
	meaning
}

// A finder reads dates out of a row of tokens.
type finder struct {
	text    string
	words   []turkish.Word
	toks    []token
	ref     Day
	english bool  // the text leans to English
	none    token // what stands beyond the row
}

// tokens puts the words and quantities of the text in one row. A quantity takes
// the place of its words.
func (f *finder) tokens() {
	f.words = turkish.AppendWords(f.words[:0], f.text)
	var (
		found  = quantity.Find(f.text)
		toks   = slices.Grow(f.toks[:0], len(f.words))
		member = 0
	)
	for i := range f.words {
		w := &f.words[i]
		for member < len(found) && found[member].End <= w.Start {
			member++
		}
		if member < len(found) && found[member].Start < w.Tail && w.Start < found[member].End {
			q := &found[member]
			if n := len(toks); n > 0 && toks[n-1].quantity == q {
				toks[n-1].word = *w
				toks[n-1].end = max(q.End, w.Tail)
				toks[n-1].ending = numberEnding(w)
				continue
			}
			t := token{start: min(q.Start, w.Start), end: max(q.End, w.Tail), word: *w, quantity: q}
			t.ending = numberEnding(w)
			if q.Kind == quantity.Fraction {
				t.meaning = meaningOf(w) // yarısı
			}
			toks = append(toks, t)
			continue
		}
		toks = append(toks, token{start: w.Start, end: w.Tail, word: *w, meaning: meaningOf(w)})
	}
	f.toks = toks
}

// numberEnding is what follows the digits of a number's last word: ten in
// 2023'ten and 2023ten; empty for number words.
func numberEnding(w *turkish.Word) string {
	if w.Suffix != "" || !w.Number {
		return w.Suffix
	}
	return strings.TrimLeft(w.Fold, "0123456789")
}

// at is token i; beyond the row it is an empty one.
func (f *finder) at(i int) *token {
	if i < 0 || i >= len(f.toks) {
		return &f.none
	}
	return &f.toks[i]
}

// gap is the text between token i and the one after it.
func (f *finder) gap(i int) string {
	if i < 0 || i+1 >= len(f.toks) {
		return ""
	}
	a, b := f.toks[i].end, f.toks[i+1].start
	if a > b {
		return ""
	}
	return f.text[a:b]
}

// adjoins reports whether nothing but white space, or one of the given signs,
// stands between token i and the one after it.
func (f *finder) adjoins(i int, signs string) bool {
	if i < 0 || i+1 >= len(f.toks) {
		return false
	}
	return strings.Trim(f.gap(i), " \t\r\n\u00a0\u202f"+signs) == ""
}

// whole is the number that token i says, when it is a plain whole one.
func (f *finder) whole(i int) (int, bool) {
	q := f.at(i).quantity
	if q == nil || q.IsRange() {
		return 0, false
	}
	switch q.Kind {
	case quantity.Plain, quantity.Year, quantity.Ordinal, quantity.Duration, quantity.Label:
	default:
		return 0, false
	}
	n, ok := q.Value.Int()
	return int(n), ok && 0 <= n && n <= 9999
}
