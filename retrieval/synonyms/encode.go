package synonyms

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// An entry is a phrase on its way into a table.
type entry struct {
	hash       uint64 // of its key
	first, end int32  // its words, in draft.words
	number     int    // of its record, but for the key's last
}

// A draft is a table's phrases before they are in order, and its parts as far as
// they are written.
type draft struct {
	entries []entry
	words   []wanted       // of all phrases, one after the other
	at      map[wanted]int // in parts.words

	parts struct{ buckets, entries, records, words []byte }
}

// encode makes the table of groups as [Parse] gives them. Equal groups give
// equal tables.
func encode(groups []Group) string {
	d := draft{at: make(map[wanted]int)}
	for i, g := range groups {
		if g.Mutual() {
			d.add(g.From, i|fromBit|toBit)
			continue
		}
		d.add(g.From, i|fromBit)
		d.add(g.To, i|toBit)
	}
	keys := d.sort()
	bits := max(0, bits.Len(uint(keys))-2) // two to four keys a bucket
	d.write(bits)

	p := &d.parts
	head := appendNumber(nil, len(groups))
	head = appendNumber(head, bits)
	for _, part := range [][]byte{p.buckets, p.entries, p.records} {
		head = appendNumber(head, len(part))
	}
	return string(slices.Concat(head, p.buckets, p.entries, p.records, p.words))
}

// add adds phrases of one group.
func (d *draft) add(texts []string, number int) {
	for _, text := range texts {
		first := len(d.words)
		d.appendWords(text)
		count := len(d.words) - first
		d.entries = append(d.entries, entry{
			hash(packed(d.words[first].key())), int32(first), int32(len(d.words)), number | (count-1)<<countShift,
		})
	}
}

// appendWords splits a phrase into the words to look for. A light verb after
// another word says nothing (hücum etmek), and its forms are many; after a word
// of up to three letters it is all there is to tell (yok etmek).
func (d *draft) appendWords(text string) {
	first := len(d.words)
	for word := range strings.SplitSeq(text, " ") {
		d.words = append(d.words, want(word))
	}
	if last := len(d.words) - 1; last > first && d.words[last].isLight() && (last > first+1 || len(d.words[first].word) > 3) {
		d.words = d.words[:last]
	}
}

// sort puts the phrases in order: by the hashes of their keys, by key, and those
// of a key as they were added. It marks the last of each key and counts the
// keys.
func (d *draft) sort() (keys int) {
	slices.SortFunc(d.entries, func(a, b entry) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Or(strings.Compare(d.key(a), d.key(b)), cmp.Compare(a.first, b.first))
	})
	for i := range d.entries {
		if e := &d.entries[i]; i+1 == len(d.entries) || d.key(d.entries[i+1]) != d.key(*e) {
			e.number |= lastBit
			keys++
		}
	}
	return keys
}

func (d *draft) key(e entry) string { return d.words[e.first].key() }

// write writes the parts of the table, into buckets whose numbers have so many
// bits.
func (d *draft) write(bits int) {
	p := &d.parts
	p.buckets = make([]byte, (1<<bits+1)*bucketSize)
	bucket, isFirst := -1, true
	for _, e := range d.entries {
		if isFirst {
			bucket = d.begin(bucket, int(e.hash>>(64-bits)))
			bit := e.hash >> (64 - bits - 6) & 63
			p.buckets[bucket*bucketSize+int(bit/8)] |= 1 << (bit % 8)
			p.entries = appendNumber(append(p.entries, byte(e.hash>>(64-bits-8))), len(p.records))
		}
		isFirst = e.number&lastBit != 0
		p.records = appendNumber(p.records, e.number)
		for _, w := range d.words[e.first:e.end] {
			p.records = appendNumber(p.records, d.put(w))
		}
	}
	d.begin(bucket, 1<<bits)
}

// begin begins the buckets after one, up to another, and returns that.
func (d *draft) begin(after, to int) int {
	p := &d.parts
	for b := after + 1; b <= to; b++ {
		appendNumber(p.buckets[:b*bucketSize+filterSize], len(p.entries)/entrySize)
	}
	return to
}

// put is where a word stands among the words, where it is put if it is new.
func (d *draft) put(w wanted) int {
	at, ok := d.at[w]
	if ok {
		return at
	}
	p := &d.parts
	at = len(p.words)
	d.at[w] = at
	vowel := byte(strings.IndexByte(vowels, w.vowel))
	if size := len(w.word); size < longWord {
		p.words = append(p.words, byte(size)<<2|vowel)
	} else {
		p.words = appendNumber(append(p.words, longWord<<2|vowel), size)
	}
	p.words = append(p.words, w.word...)
	return at
}

// appendNumber appends a number, which the limits of a list keep small enough.
func appendNumber(to []byte, n int) []byte {
	if n < 0 || n >= 1<<(8*numberSize) {
		panic("synonyms: a table has no room for so many groups")
	}
	return append(to, byte(n), byte(n>>8), byte(n>>16))
}
