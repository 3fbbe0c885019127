package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A table holds the phrases of groups as one row of bytes, and is searched as it
// stands: the built-in one needs no reading at the start, and only those of its
// pages come into memory that a question touches. Its parts, one after the
// other, with all numbers of three bytes, the lowest first:
//
//	head     how many groups, the bits of a bucket's number, the lengths of the
//	         next three parts
//	buckets  of keys, by the highest bits of their hashes: a filter of eight
//	         bytes, and the number of the first entry; after the last, the
//	         number of all entries in the place of that of the first
//	entries  one a key, four bytes: the next eight bits of its hash, and where
//	         in the records its phrases begin
//	records  one a phrase, those of a key together in the order of the groups:
//	         a number made of its group and the fields below, and where in the
//	         words each of its words stands
//	words    each once: a byte of its length and vowel, and its letters
//
// The key of a phrase is the stem of its first word. It is not written down:
// the first word tells it. Most beginnings of words are no key, which the filter
// of a bucket tells nineteen times out of twenty: it has the bits set that the
// next six bits of its keys' hashes number.
type table struct {
	number uint8 // in its [Set]
	first  int   // the number of its first group there
	groups int
	shift  int // of a hash, to the number of its bucket

	buckets, entries, records, words string
}

// A record's number, from its lowest bit: the group, the sides of the group, one
// less than the words, and whether it is the key's last.
const (
	groupBits  = 18
	fromBit    = 1 << groupBits
	toBit      = fromBit << 1
	countShift = groupBits + 2
	lastBit    = 8 << countShift
)

// The sizes of a table's parts, in bytes.
const (
	numberSize = 3
	filterSize = 8
	bucketSize = filterSize + numberSize
	entrySize  = 1 + numberSize
	headSize   = 5 * numberSize
)

// A word's first byte holds its vowel in the low two bits, and its length above
// them; a long one's length is a number after that byte.
const longWord = 1<<6 - 1

// vowels are those of a verb's suffixes, by the low two bits.
const vowels = "\x00ea"

// number reads the number at an offset.
func number(s string, at int) int {
	s = s[at : at+numberSize]
	return int(s[0]) | int(s[1])<<8 | int(s[2])<<16
}

// open is the table in a row of bytes that [encode] made.
func open(data string) table {
	bits := number(data, numberSize)
	t := table{groups: number(data, 0), shift: 64 - bits}
	rest := data[headSize:]
	for i, part := range []*string{&t.buckets, &t.entries, &t.records} {
		size := number(data, (2+i)*numberSize)
		*part, rest = rest[:size], rest[size:]
	}
	t.words = rest
	return t
}

// A phrase is one phrase of one group, on either side, as it stands in a table.
type phrase struct {
	number int // of the record
	at     int // of its words' numbers, in the records
}

// phrase reads the record at an offset.
func (t *table) phrase(at int) phrase { return phrase{number(t.records, at), at + numberSize} }

func (p phrase) group() int { return p.number & (fromBit - 1) }
func (p phrase) from() bool { return p.number&fromBit != 0 }
func (p phrase) to() bool   { return p.number&toBit != 0 }
func (p phrase) len() int   { return p.number>>countShift&7 + 1 } // in words

// next is where the next phrase of the key stands, -1 after the last.
func (p phrase) next() int {
	if p.number&lastBit != 0 {
		return -1
	}
	return p.at + p.len()*numberSize
}

// word reads the n-th word of a phrase.
func (t *table) word(p phrase, n int) wanted { return t.read(t.wordAt(p, n)) }

// wordAt is where the n-th word of a phrase stands in the words.
func (t *table) wordAt(p phrase, n int) int { return number(t.records, p.at+n*numberSize) }

// read reads the word at an offset.
func (t *table) read(at int) wanted {
	head := t.words[at]
	size := int(head >> 2)
	at++
	if size == longWord {
		size = number(t.words, at)
		at += numberSize
	}
	return wanted{word: t.words[at : at+size], vowel: vowels[head&3]}
}

// may reports whether a key may have a hash, without looking it up.
func (t *table) may(h uint64) bool {
	at := int(h>>t.shift) * bucketSize
	filter := t.buckets[at : at+filterSize]
	bit := h >> (t.shift - 6) & 63
	return filter[bit/8]>>(bit%8)&1 == 1
}

// under is where the phrases under a key begin, or -1. The key is given by its
// hash, and in two pieces.
func (t *table) under(h uint64, stem, ending string) int {
	bucket, tag := int(h>>t.shift)*bucketSize+filterSize, byte(h>>(t.shift-8))
	end := number(t.buckets, bucket+bucketSize) * entrySize
	for at := number(t.buckets, bucket) * entrySize; at < end; at += entrySize {
		if t.entries[at] != tag {
			continue
		}
		record := number(t.entries, at+1)
		key := t.word(t.phrase(record), 0).key()
		if rest, ok := strings.CutPrefix(key, stem); ok && rest == ending {
			return record
		}
	}
	return -1
}

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

// hash is Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): its
// highest bits are those that tell keys apart.
func hash(p uint64) uint64 { return p * 0x9E3779B97F4A7C15 }
