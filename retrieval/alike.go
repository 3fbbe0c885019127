package retrieval

import "alinti/retrieval/turkish"

// alikeShare is the share of their rarer words that two sentences have in
// common when they say the same thing.
const alikeShare = 0.5

// Alike reports whether two sentences say the same: most of the content stems
// of the shorter one stand in the other as well.
func Alike(a, b Hit) bool {
	x, y := contentStems(a), contentStems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for stem := range x {
		if y[stem] {
			shared++
		}
	}
	return float64(shared) > alikeShare*float64(len(x))
}

func contentStems(h Hit) map[string]bool {
	stems := make(map[string]bool)
	for _, w := range turkish.Words(h.Document.Slice(h.Sentence.Span)) {
		if !turkish.IsStop(w.Fold) {
			stems[turkish.Stem(w.Fold)] = true
		}
	}
	return stems
}
