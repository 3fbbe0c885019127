package english

import _ "embed"

// list is the bilingual list. It is read in place; docs/data/translations.py
// writes it and describes the format. Numbers are little-endian.
//
//go:embed data/translations.bin
var list string

const (
	listMagic  = "alinti en-tr 01\n"
	slots      = 16384 // of the hash table, a power of two
	stemLength = 5     // bytes a stem; a shorter one is padded with zero bytes
	linkLength = 3     // bytes a link: the stem's number, the weight
	weightUnit = 1.0 / 250
)

// A table is where the parts of the list begin.
type table struct {
	stems, heads                      int // how many
	slot, end, span, stem, text, link int // offsets
}

func openList() table {
	at := len(listMagic)
	t := table{stems: u32(at), heads: u32(at + 4), slot: at + 16}
	t.end = t.slot + 2*slots
	t.span = t.end + 4*t.heads
	t.stem = t.span + 4*t.heads
	t.text = t.stem + stemLength*t.stems
	t.link = t.text + u32(at+8)
	return t
}

// find returns the number of an English word, or -1.
func (t *table) find(word string) int {
	for at := hash(word); ; at++ {
		n := u16(t.slot+2*int(at%slots)) - 1
		if n < 0 || t.head(n) == word {
			return n
		}
	}
}

// head is the n-th English word of the list.
func (t *table) head(n int) string {
	start := 0
	if n > 0 {
		start = u32(t.end + 4*(n-1))
	}
	return list[t.text+start : t.text+u32(t.end+4*n)]
}

// links returns the links of the n-th English word.
func (t *table) links(n int) string {
	span := u32(t.span + 4*n)
	start, count := span>>8, span&0xff
	return list[t.link+linkLength*start:][:linkLength*count]
}

// stemOf returns a stem by its number.
func (t *table) stemOf(n int) string {
	s := list[t.stem+stemLength*n:][:stemLength]
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}

// hash is 32-bit FNV-1a.
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

func u16(at int) int {
	s := list[at : at+2]
	return int(uint16(s[0]) | uint16(s[1])<<8)
}

func u32(at int) int {
	s := list[at : at+4]
	return int(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}
