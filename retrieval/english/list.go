package english

import _ "embed"

// list is the bilingual list. It is read in place; docs/data/translations.py
// writes it and describes the format. Numbers are little-endian.
//
//go:embed data/translations.bin
var list string

const (
	listMagic    = "alinti en-tr 02\n"
	stemLength   = 5 // bytes a stem; a shorter one is padded with zero bytes
	linkLength   = 3 // bytes a link: the stem's number, the weight
	numberLength = 3 // bytes of a head's end, and of its span
	weightUnit   = 1.0 / 250
)

// A table is where the parts of the list begin.
type table struct {
	stems, heads                int // how many
	end, span, stem, text, link int // offsets
}

func openList() table {
	at := len(listMagic)
	t := table{stems: u32(at), heads: u32(at + 4), end: at + 16}
	t.span = t.end + numberLength*t.heads
	t.stem = t.span + numberLength*t.heads
	t.text = t.stem + stemLength*t.stems
	t.link = t.text + u32(at+8)
	return t
}

// find returns the number of an English word, or -1.
func (t *table) find(word string) int {
	low, high := 0, t.heads
	for low < high {
		mid := (low + high) / 2
		switch head := t.head(mid); {
		case head == word:
			return mid
		case head < word:
			low = mid + 1
		default:
			high = mid
		}
	}
	return -1
}

// head is the n-th English word of the list.
func (t *table) head(n int) string {
	start := 0
	if n > 0 {
		start = u24(t.end + numberLength*(n-1))
	}
	return list[t.text+start : t.text+u24(t.end+numberLength*n)]
}

// links returns the links of the n-th English word.
func (t *table) links(n int) string {
	span := u24(t.span + numberLength*n)
	start, count := span>>5, span&31+1
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

func u24(at int) int {
	s := list[at : at+3]
	return int(s[0]) | int(s[1])<<8 | int(s[2])<<16
}

func u32(at int) int {
	s := list[at : at+4]
	return int(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}
