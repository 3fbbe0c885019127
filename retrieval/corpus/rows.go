package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxItem is the most code points of a table's row or of a line like "E6:
// Manyetik müdahale. Kod yalnızca…" for it to be one quotable unit: each of its
// sentences says little without the rest.
const maxItem = 300

// coded matches a line that explains a code.
var coded = regexp.MustCompile(`^(?:(?i:hata|ar[ıI]za|uyar[ıI]|hata kodu|kod|error|code|error code)[\s\p{Zs}#]+[A-Z]{0,4}-?\d[\dA-Fa-fx]{0,8}|[A-ZÇĞİÖŞÜ]{1,5}[-_]?\d{1,4}[A-Z]?|0x[0-9A-Fa-f]{1,8})[\s\p{Zs}]*(?:[:=]|[–—-][\s\p{Zs}])`)

// whole reports whether a line of the given mark is quoted as one unit.
func wholeLine(text string, l Span, m mark) bool {
	if m != markRow && !coded.MatchString(text[l.Start:l.End]) {
		return false
	}
	return l.Len() <= utf8.UTFMax*maxItem && utf8.RuneCountInString(text[l.Start:l.End]) <= maxItem
}

// takeRows marks the rows of tables: lines in a row that tabs, or bars with
// white space around them, part into as many cells.
func takeRows(text string, chunks [][]line) {
	for _, c := range chunks {
		before := 1
		for i := range c {
			now := 1
			if c[i].mark == markNone {
				now = cells(text[c[i].text.Start:c[i].text.End])
			}
			if now > 1 && now == before {
				c[i-1].mark, c[i].mark = markRow, markRow
				if i < 2 || c[i-2].mark != markRow {
					c[i-1].head = names(text, c[i-1].text) && !names(text, c[i].text)
				}
			}
			before = now
		}
	}
}

// cells counts the cells of a line.
func cells(t string) int {
	return 1 + max(strings.Count(t, "\t"), strings.Count(t, " | "))
}

// names reports whether a row holds no figure, as the names of columns do.
func names(text string, s Span) bool { return !strings.ContainsAny(text[s.Start:s.End], "0123456789") }

// tableRule reports whether a line only parts a table's head from its rows.
func tableRule(t string) bool {
	return strings.Contains(t, "-") && strings.Contains(t, "|") && strings.Trim(t, "|-:+ \t") == ""
}
