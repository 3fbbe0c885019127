package corpus

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

// guess fills the title and date that neither a manifest nor the caller gave:
// from front matter, else the title from a heading at the top or the file's
// name, and the date from a line at the top that
// is or begins with one ("date 2025-09-19") or from the file's name.
func (d *Document) guess(matter map[string]string, blocks []block, headings []bool) {
	if d.Title == "" {
		d.Title = oneLine(matter["title"])
	}
	if d.Title == "" {
		d.Title = oneLine(d.headingTitle(blocks, headings))
	}
	if d.Title == "" {
		d.Title = d.File
	}
	if d.Date == "" {
		d.Date = isoDate(matter["date"])
	}
	if d.Date == "" {
		d.Date = topDate(d.Text)
	}
	if m := fileDate.FindString(d.File); d.Date == "" && m != "" {
		d.Date = isoDate(m)
	}
}

// headingTitle is a heading that stands before every paragraph but a date.
func (d *Document) headingTitle(blocks []block, headings []bool) string {
	for i, b := range blocks {
		text := d.Slice(unmark(d.Text, b.span()))
		if headings[i] {
			return text
		}
		if statedDate(text) == "" {
			break
		}
	}
	return ""
}

// maxTitle is the most code points of a guessed title.
const maxTitle = 200

// oneLine is s as a title: no line breaks or control characters, not too long.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if isBreak(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	if r := []rune(s); len(r) > maxTitle {
		s = strings.TrimSpace(string(r[:maxTitle-1])) + "…"
	}
	return s
}

var (
	fileDate  = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
	leadDate  = regexp.MustCompile(`(?i)^(?:date|tarih)\s*:?\s*(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+\pL+\s+\d{4})\b`)
	aloneDate = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+\pL+\s+\d{4})$`)
)

// topDate is the date of publication that one of the first lines states:
// after "date" or "tarih", or alone on its line. A date inside a sentence is
// not one: it may be what the sentence is about.
func topDate(text string) string {
	const top = 5
	seen := 0
	head := text[:min(len(text), 4096)]
	for _, l := range lines(head) {
		l = trim(head, l)
		if l.Len() == 0 {
			continue
		}
		if seen++; seen > top {
			break
		}
		if date := statedDate(head[l.Start:l.End]); date != "" {
			return date
		}
	}
	return ""
}

// statedDate is the date that a line begins with after "date" or "tarih", or
// consists of.
func statedDate(line string) string {
	for _, re := range []*regexp.Regexp{leadDate, aloneDate} {
		if m := re.FindStringSubmatch(line); m != nil {
			return isoDate(m[1])
		}
	}
	return ""
}

// months are the names that a date at the top of a file may use.
var months = [12][2]string{
	{"ocak", "january"}, {"şubat", "february"}, {"mart", "march"}, {"nisan", "april"},
	{"mayıs", "may"}, {"haziran", "june"}, {"temmuz", "july"}, {"ağustos", "august"},
	{"eylül", "september"}, {"ekim", "october"}, {"kasım", "november"}, {"aralık", "december"},
}

// isoDate reads 2025-09-19 (also with a time after it), 19.09.2025 and
// 19 Eylül 2025 or 19 September 2025, and is empty for anything else.
func isoDate(s string) string {
	if len(s) > len(time.DateOnly) && (s[len(time.DateOnly)] == 'T' || s[len(time.DateOnly)] == ' ') {
		s = s[:len(time.DateOnly)]
	}
	for _, layout := range []string{time.DateOnly, "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	day, rest, _ := strings.Cut(s, " ")
	name, year, _ := strings.Cut(strings.TrimSpace(rest), " ")
	for m, names := range months {
		if strings.ToLowerSpecial(unicode.TurkishCase, name) == names[0] || strings.ToLower(name) == names[1] {
			t, err := time.Parse("2 January 2006", day+" "+time.Month(m+1).String()+" "+strings.TrimSpace(year))
			if err != nil {
				return ""
			}
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
