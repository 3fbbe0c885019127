package retrieval

// alikeShare is the share of their words, weighed by how rare they are, that
// two sentences have in common when they say the same thing.
const alikeShare = 0.6

// Alike reports whether two hits of this index say the same: most of what the
// shorter sentence says stands in the other as well, and what both count they
// count alike.
func (x *Index) Alike(a, b *Hit) bool {
	share := func(a, b int32) float32 {
		var all, shared float32
		for _, stem := range x.sentences[a].stems {
			idf := x.stems.idf[stem][ofSentences]
			all += idf
			if x.stems.holds(b, stem) {
				shared += idf
			}
		}
		return shared / max(all, 1)
	}
	return max(share(a.at, b.at), share(b.at, a.at)) > alikeShare && !x.countOtherwise(a, b)
}

// countOtherwise reports whether both hits count some thing, and have no number
// of it in common.
func (x *Index) countOtherwise(a, b *Hit) bool {
	otherwise := false
	for _, m := range x.amounts(a, nil) {
		for _, n := range x.amounts(b, nil) {
			if m.unit == "" || m.unit != n.unit {
				continue
			}
			if m.agrees(n) {
				return false
			}
			otherwise = true
		}
	}
	return otherwise
}
