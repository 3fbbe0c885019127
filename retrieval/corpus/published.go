package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// How many lines with text at the head and at the foot of a file may be stamps.
const (
	headLines = 6
	footLines = 3
)

// takeStamps finds the stamps of a file and marks the lines that say nothing
// else as such; these are not quoted. At the head and the foot a line may be a
// stamp; elsewhere it is a heading of a diary or a list of changes, and then a
// date alone at the head is one too.
func takeStamps(text string, chunks [][]line, english bool) []stamp {
	var all []*line
	for _, c := range chunks {
		for i := range c {
			if c[i].mark == markNone || c[i].mark == markItem {
				all = append(all, &c[i])
			}
		}
	}
	diary := entries(text, all, english) > 1
	var found []stamp
	running := false // running text has begun
	for i, l := range all[:min(len(all), headLines)] {
		t := text[l.text.Start:l.text.End]
		s := readStamps(t, english)
		switch {
		case s.whole() && (s.found[0].rank != rankAlone || !diary && !running):
			found = append(found, s.found...)
			l.mark = markStamp
			continue
		case len(found) == 0 && !running && !diary:
			found = append(found, leading(t, s)...)
		}
		running = running || ended(t) || !short(text, l.text) || i > 0 && l.mark == markItem
	}
	for i := len(all) - 1; i >= max(headLines, len(all)-footLines) || i > 0 && i == len(all)-1; i-- {
		s := readStamps(text[all[i].text.Start:all[i].text.End], english)
		if all[i].mark != markNone || !s.whole() || diary && s.found[0].rank == rankAlone {
			break
		}
		found = append(found, s.found...)
		all[i].mark = markStamp
	}
	return found
}

// entries is how many days lines are headed with: "15 Ocak 2026" alone or
// before a dash or a colon.
func entries(text string, all []*line, english bool) int {
	days := map[string]bool{}
	for _, l := range all {
		t := text[l.text.Start:l.text.End]
		if iso, n := dateAt(t, english); n > 0 && heads(t[n:]) {
			days[iso] = true
		}
	}
	return len(days)
}

// heads reports whether a date before rest may head an entry.
func heads(rest string) bool {
	rest = strings.TrimLeftFunc(rest, isSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || r == ':' || isDash(r)
}

var (
	byline    = regexp.MustCompile(`(?:[|·•\t]|[\s\p{Zs}]{2,})[\s\p{Zs}]*(\d[^|·•\t]*)$`)
	published = regexp.MustCompile(`^(?:['’]?[dt][ae]|[\s\p{Zs}]+tarihinde)[\s\p{Zs}]+(?:yayi[mn]la|duyurul|aciklan|hazirlan|paylasil|kaleme)`)
)

// leading are the stamps that a line of running text begins with, or that end
// a line with the names of the writers.
func leading(t string, s *stampReader) []stamp {
	after := strings.TrimLeftFunc(t[s.end:], isSpace)
	r, _ := utf8.DecodeRuneInString(after)
	switch n := len(s.found); {
	case n > 0 && !s.verb && s.found[n-1].rank != rankAlone, n > 0 && (isDash(r) || r == ')' || r == ']'):
		return s.found
	}
	if date, n := dateAt(t, s.english); n > 0 && published.MatchString(plain(t[n:min(len(t), n+longestDate)])) {
		return []stamp{{date, rankTold}}
	}
	if m := byline.FindStringSubmatch(t); m != nil && !ended(t) {
		if b := readStamps(m[1], s.english); b.whole() {
			return []stamp{{b.found[0].date, rankByline}}
		}
	}
	return nil
}

// dateOf is the date of publication among the stamps: of the first of the best
// rank that could be read.
func dateOf(stamps []stamp) string {
	best := stamp{rank: rankNone}
	for _, s := range stamps {
		if s.rank < best.rank && s.date != "" {
			best = s
		}
	}
	return best.date
}
