package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShelter is how many code points brackets or quotation marks may hold for
// the sentences in them to be left together with what stands around them:
// ("Kalk. Gidelim." dedi) is one sentence, a speech in quotation marks is not.
const maxShelter = 200

// brackets are the pairs that shelter.
var brackets = map[rune]rune{')': '(', ']': '[', '}': '{', '”': '“', '“': '„', '»': '«'}

// shelters are the ranges between matching brackets or quotation marks that
// are short enough, both marks included, overlapping ones joined, in order.
// Pairs of different kinds may cross; a mark without a partner counts for
// nothing.
func shelters(text string) []Span {
	if !strings.ContainsAny(text, "([{“„«\"") {
		return nil
	}
	var found []Span
	open := map[rune][]int{}
	closes := func(mark rune, end int) bool {
		stack := open[mark]
		if len(stack) == 0 {
			return false
		}
		s := Span{stack[len(stack)-1], end}
		open[mark] = stack[:len(stack)-1]
		if s.Len() <= utf8.UTFMax*maxShelter && utf8.RuneCountInString(text[s.Start:s.End]) <= maxShelter {
			found = append(found, s)
		}
		return true
	}
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		switch r {
		case '"':
			if opensQuote(text, i, len(open['"']) > 0) {
				open['"'] = []int{i}
			} else {
				closes('"', end)
			}
		case '(', '[', '{', '„', '«':
			open[r] = append(open[r], i)
		case '“':
			if !closes('„', end) {
				open[r] = append(open[r], i)
			}
		case ')', ']', '}', '”', '»':
			closes(brackets[r], end)
		}
	}
	slices.SortFunc(found, func(a, b Span) int { return a.Start - b.Start })
	joined := found[:0]
	for _, s := range found {
		if n := len(joined); n > 0 && s.Start < joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// opensQuote reports whether the straight quotation mark at i opens: by the
// white space around it, else because none is open.
func opensQuote(text string, i int, open bool) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	spaceBefore := i == 0 || isSpace(before) || isOpener(before)
	spaceAfter := i+1 == len(text) || isSpace(after) || unicode.IsPunct(after) && !isOpener(after)
	if spaceBefore != spaceAfter {
		return spaceBefore
	}
	return !open
}
