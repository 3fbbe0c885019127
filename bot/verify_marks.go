package bot

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// A markList holds the quotation marks of a chunk.
type markList struct {
	list []quoteMark
	ends map[rune][]int // for each opening mark, where marks that may close it stand
}

type quoteMark struct {
	at, size int
	opens    rune // the mark itself if it may open a quote, else 0
	partner  int  // index of the mark that closes it, or -1
}

// after is the index of the first mark behind the offset.
func (m markList) after(offset int) int {
	return sort.Search(len(m.list), func(i int) bool { return m.list[i].at > offset })
}

// quotationMarks finds the marks and pairs them, each kind for itself.
func quotationMarks(text string) markList {
	m := markList{ends: map[rune][]int{}}
	open := map[rune][]int{}
	for at, r := range text {
		n := quoteMark{at: at, size: utf8.RuneLen(r), partner: -1}
		var closes []rune
		switch r {
		case '«', '„':
			n.opens = r
		case '»':
			closes = []rune{'«'}
		case '”':
			closes = []rune{'“', '„'}
		case '“':
			n.opens, closes = r, []rune{'„'}
		case '"':
			opening, sure := opensStraight(text, at, len(open['"']) > 0)
			if opening || !sure {
				n.opens = r
			}
			m.ends['"'] = append(m.ends['"'], at)
			if !opening {
				m.pair(open, '"')
			} else {
				open['"'] = append(open['"'], len(m.list))
			}
		default:
			continue
		}
		closed := false
		for _, o := range closes {
			m.ends[o] = append(m.ends[o], at)
			closed = closed || m.pair(open, o)
		}
		switch {
		case closed:
			n.opens = 0
		case n.opens != 0 && r != '"':
			open[r] = append(open[r], len(m.list))
		}
		m.list = append(m.list, n)
	}
	return m
}

// pair makes the mark that comes next the partner of the last open one.
func (m *markList) pair(open map[rune][]int, o rune) bool {
	stack := open[o]
	if len(stack) == 0 {
		return false
	}
	m.list[stack[len(stack)-1]].partner = len(m.list)
	open[o] = stack[:len(stack)-1]
	return true
}

// opensStraight reports whether the straight mark at i opens, by the white
// space around it, and whether that is sure.
func opensStraight(text string, i int, open bool) (opens, sure bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	spaceBefore := i == 0 || isWhite(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '*' || before == '\\'
	spaceAfter := i+1 == len(text) || isWhite(after)
	if spaceBefore != spaceAfter {
		return spaceBefore, true
	}
	return !open, false
}
