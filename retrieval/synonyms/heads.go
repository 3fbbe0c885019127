package synonyms

// heads are the first letters of the keys, as bits: most words of a text begin
// no phrase, and need not be looked up. Letters that fold to other than a to z
// may share a bit, which costs a look-up in vain.
type heads struct {
	twos   [1 << 10 / 64]uint64 // keys of two letters
	threes [1 << 15 / 64]uint64 // the first three letters of longer ones
}

func (h *heads) add(key string) {
	switch {
	case len(key) == 2:
		b := bits2(key)
		h.twos[b/64] |= 1 << (b % 64)
	case len(key) > 2:
		b := bits3(key)
		h.threes[b/64] |= 1 << (b % 64)
	}
}

// two reports whether the word's first two letters may be a key.
func (h *heads) two(word string) bool {
	if len(word) < 2 {
		return false
	}
	b := bits2(word)
	return h.twos[b/64]>>(b%64)&1 == 1
}

// three reports whether a key may begin with the word's first three letters.
func (h *heads) three(word string) bool {
	if len(word) < 3 {
		return false
	}
	b := bits3(word)
	return h.threes[b/64]>>(b%64)&1 == 1
}

func bits2(s string) uint { return uint(s[0]&31) | uint(s[1]&31)<<5 }

func bits3(s string) uint { return bits2(s) | uint(s[2]&31)<<10 }
