package related

import _ "embed"

// data is the table; docs/data/related.py writes it and describes the format.
// Numbers are little-endian.
//
//go:embed related.bin
var data string

const (
	magic      = "alinti related 2"
	stemLength = 5 // bytes a stem; a shorter one is padded with zero bytes
	spanLength = 3 // bytes a span: where a stem's links begin, and how many it has
	linkLength = 3 // bytes a link: the stem's number, the weight
	formBit    = 128
	weightUnit = 1.0 / 125
)

// A table is where the parts of the data begin.
type table struct{ stems, span, link int }

const stemAt = len(magic) + 8

func openTable() table {
	n := u32(len(magic))
	span := stemAt + stemLength*n
	return table{stems: n, span: span, link: span + spanLength*n}
}

// find returns the number of a stem, or -1.
func (t *table) find(stem string) int {
	if len(stem) > stemLength {
		return -1
	}
	var room [stemLength]byte
	copy(room[:], stem)
	want := packed(string(room[:]))
	low, high := 0, t.stems
	for low < high {
		if mid := int(uint(low+high) >> 1); packed(data[stemAt+stemLength*mid:]) < want {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == t.stems || packed(data[stemAt+stemLength*low:]) != want {
		return -1
	}
	return low
}

// packed is a stem, padded, as a number of the same order.
func packed(s string) uint64 {
	_ = s[stemLength-1]
	return uint64(s[0])<<32 | uint64(s[1])<<24 | uint64(s[2])<<16 | uint64(s[3])<<8 | uint64(s[4])
}

// stem returns a stem by its number.
func (t *table) stem(n int) string {
	s := data[stemAt+stemLength*n:][:stemLength]
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}

// links returns the links of the n-th stem.
func (t *table) links(n int) string {
	s := data[t.span+spanLength*n:][:spanLength]
	span := int(s[0]) | int(s[1])<<8 | int(s[2])<<16
	return data[t.link+linkLength*(span>>5):][:linkLength*(span&31)]
}

func u32(at int) int {
	s := data[at : at+4]
	return int(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}
