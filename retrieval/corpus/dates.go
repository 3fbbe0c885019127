package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateForms are the ways to write a date that a file's head or foot uses, each
// anchored at its start: 2026-01-15, 15.01.2026, 15 Ocak 2026, Ocak 15, 2026
// and, of a month alone, Ocak 2026. What stands in the place of a month is looked
// up among their names: the classes of all letters would take longer to compile
// than the articles to read.
var dateForms = []struct {
	form             *regexp.Regexp
	year, month, day int // which group holds it; day 0 for none
}{
	{regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{1,2})[-./](\d{1,2})[-./](\d{4})`), 3, 2, 1},
	{regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[\s\p{Zs}]+([^\s\p{Zs}\d.,+-]+)[.,]?[\s\p{Zs}]+(\d{4})`), 3, 2, 1},
	{regexp.MustCompile(`^([^\s\p{Zs}\d.,+-]+)[.]?[\s\p{Zs}]+(\d{1,2})(?:st|nd|rd|th)?,[\s\p{Zs}]+(\d{4})`), 3, 1, 2},
	{regexp.MustCompile(`^([^\s\p{Zs}\d.,+-]+)[.,]?[\s\p{Zs}]+(\d{4})`), 2, 1, 0},
}

// longestDate is the most bytes of a date that is looked for.
const longestDate = 64

// dateAt reads the date that text begins with, as ISO 8601 (2026-01-15, or
// 2026-01 of a month), and says how many bytes it has: 0 when there is none. In
// English the order of 03/04/2026 cannot be told; such a date is empty.
func dateAt(text string, english bool) (iso string, n int) {
	text = text[:min(len(text), longestDate)]
	for _, f := range dateForms {
		m := f.form.FindStringSubmatch(text)
		if m == nil || !dateEnds(text[len(m[0]):]) {
			continue
		}
		day := ""
		if f.day > 0 {
			day = m[f.day]
		}
		slashed := strings.Count(m[0], "/") == 2 && f.day == 1
		if iso, ok := isoOf(m[f.year], m[f.month], day, english && slashed); ok {
			return iso, len(m[0])
		}
	}
	return "", 0
}

// dateEnds reports whether a date may end before rest.
func dateEnds(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if r == 'T' { // 2026-01-15T10:00
		r, _ = utf8.DecodeRuneInString(rest[n:])
		return unicode.IsDigit(r)
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// isoOf puts a date together. Either says that day and month may have changed
// places: then only a number above twelve tells them apart.
func isoOf(year, month, day string, either bool) (iso string, ok bool) {
	m, named := months[plain(month)]
	if !named {
		m, _ = strconv.Atoi(month)
	}
	if m == 0 || year < "1000" || year > "2999" {
		return "", false
	}
	if day == "" {
		return fmt.Sprintf("%s-%02d", year, m), named
	}
	d, _ := strconv.Atoi(day)
	if either && d > 0 && m <= 12 && d <= 12 && d != m {
		return "", true
	}
	if either && m > 12 {
		d, m = m, d
	}
	t, err := time.Parse("2006-1-2", fmt.Sprintf("%s-%d-%d", year, m, d))
	return t.Format(time.DateOnly), err == nil
}

// months are the names and short names of months as plain makes them, Turkish
// and English.
var months = monthNames(`ocak oca january jan; şubat şub february feb; mart mar march; nisan nis april apr; mayıs may;
	haziran haz june jun; temmuz tem july jul; ağustos ağu august aug; eylül eyl september sep sept;
	ekim eki october oct; kasım kas november nov; aralık ara december dec`)

func monthNames(list string) map[string]int {
	m := map[string]int{}
	for i, names := range strings.Split(list, ";") {
		for name := range strings.FieldsSeq(names) {
			m[plain(name)] = i + 1
		}
	}
	return m
}

// isoDate is the date that a value of front matter or a file's name begins
// with, empty for none.
func isoDate(s string) string {
	iso, _ := dateAt(strings.TrimSpace(s), false)
	return iso
}
