package synonyms

import "alinti/retrieval/turkish"

// heads tell whether the beginning of a word may be a key, without looking it
// up: most are none. They are a Bloom filter of one hash; of the built-in
// lists' keys one beginning in twenty is taken for a key and is not.
type heads [1 << headBits / 64]uint64

const headBits = 17

// packed is the beginning of a word, up to as many bytes as a stem has letters,
// and zeros after it.
func packed(word string) (p uint64) {
	for i := range min(len(word), turkish.StemLength) {
		p |= uint64(word[i]) << (8 * (turkish.StemLength - 1 - i))
	}
	return p
}

// first cuts a packed word to n bytes.
func first(p uint64, n int) uint64 {
	return p &^ (1<<(8*(turkish.StemLength-n)) - 1)
}

// with puts a letter at n into a packed word of n bytes.
func with(p uint64, n int, letter byte) uint64 {
	return p | uint64(letter)<<(8*(turkish.StemLength-1-n))
}

func (h *heads) add(key string) {
	at := headHash(packed(key))
	h[at/64] |= 1 << (at % 64)
}

func (h *heads) may(p uint64) bool {
	at := headHash(p)
	return h[at/64]>>(at%64)&1 == 1
}

// headHash is Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).
func headHash(p uint64) uint64 { return p * 0x9E3779B97F4A7C15 >> (64 - headBits) }
