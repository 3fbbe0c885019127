package corpus

import (
	"cmp"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// desks are lines over a title that only say where it comes from or what it
// is, as plain makes them.
var desks = linesOf("haber merkezi", "dış haberler", "dış haberler servisi", "ekonomi servisi", "spor servisi", "gündem", "son dakika",
	"ekonomi", "dünya", "türkiye", "siyaset", "spor", "sağlık", "kültür sanat", "manşet", "haber", "haberler", "duyuru", "duyurular",
	"basın bülteni", "basın açıklaması", "basın duyurusu", "t.c.", "press release", "news", "breaking news", "announcement")

func linesOf(lines ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		m[plain(l)] = true
	}
	return m
}

// headingTitle is a heading that stands before every paragraph, lines about
// the file such as "Kaynak: AA" put aside, and a desk's name if there is more.
func (d *Document) headingTitle(blocks []block, headings []bool) string {
	desk := ""
	for i, b := range blocks {
		if headings[i] && b.mark != markHeading && strings.HasSuffix(d.Slice(b.span()), "?") && d.questions(blocks, headings) > 1 {
			break // the first of a list of questions
		}
		if headings[i] && i+1 < len(blocks) && !listLead(d.Text, b, blocks[i+1]) {
			title := d.Slice(unmark(d.Text, b.span()))
			if !desks[plain(title)] {
				return title
			}
			desk = cmp.Or(desk, title)
			continue
		}
		if d.value(b) == "" {
			break
		}
	}
	return desk
}

// questions is how many headings ask something.
func (d *Document) questions(blocks []block, headings []bool) int {
	n := 0
	for i, b := range blocks {
		if headings[i] && strings.HasSuffix(d.Slice(b.span()), "?") {
			n++
		}
	}
	return n
}

// titleNames are the labels of a line at the head of a file that names its title.
var titleNames = plainSet(`başlık konu manşet title subject headline`)

// takeTitle makes a heading of the first line at the head of a file that says
// "Başlık: …", its label put aside, and returns it.
func takeTitle(text string, chunks [][]line) (title string) {
	n := 0
	for _, c := range chunks {
		for i := range c {
			if n++; n > headLines {
				return ""
			}
			name, _, ok := strings.Cut(text[c[i].text.Start:c[i].text.End], ":")
			if !ok || c[i].mark != markNone || !short(text, c[i].text) || !labelled(titleNames, strings.Trim(name, " *_")) {
				continue
			}
			rest := trim(text, Span{c[i].text.Start + len(name) + 1, c[i].text.End})
			for rest.Start < rest.End && strings.IndexByte("*_", text[rest.Start]) >= 0 { // **Başlık:** …
				rest = trim(text, Span{rest.Start + 1, rest.End})
			}
			if readable(text[rest.Start:rest.End]) {
				c[i].text, c[i].mark, c[i].level = rest, markHeading, 1
				return text[rest.Start:rest.End]
			}
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

// fileDate matches a date in a file's name.
var fileDate = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2}[-._]?[01]\d[-._]?[0-3]\d|[0-3]\d[-._][01]\d[-._](?:19|20)\d{2})(?:\D|$)`)

// nameDate is the date in a file's name, empty for none.
func nameDate(file string) string {
	m := fileDate.FindStringSubmatch(file)
	if m == nil {
		return ""
	}
	s := strings.NewReplacer("_", "-", ".", "-").Replace(m[1])
	if !strings.Contains(s, "-") {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return isoDate(s)
}

// nameTitle makes a title of a file's name: words instead of hyphens and
// underscores, without the date or the numbers that files are put in order by
// ("02_meclis-karari.txt" becomes "Meclis karari"). A name without words, as a
// digest is, stays as it is.
func nameTitle(file, language string) string {
	name := norm.NFC.String(strings.TrimSuffix(file, path.Ext(file)))
	if m := fileDate.FindStringSubmatchIndex(name); m != nil {
		name = name[:m[2]] + " " + name[m[3]:]
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || r == '.' || isSpace(r) })
	for len(words) > 1 && strings.Trim(words[0], "0123456789") == "" {
		words = words[1:]
	}
	const least = 3 // letters of a word
	for _, w := range words {
		if letters(w) < least || digest(w) {
			continue
		}
		title := strings.Join(words, " ")
		r, n := utf8.DecodeRuneInString(title)
		if language == "tr" {
			return string(unicode.TurkishCase.ToTitle(r)) + title[n:]
		}
		return string(unicode.ToTitle(r)) + title[n:]
	}
	return file
}

// digest reports whether a word looks like one in hexadecimal digits.
func digest(w string) bool {
	const least = 8
	return len(w) >= least && strings.Trim(w, "0123456789abcdefABCDEF") == "" && strings.ContainsAny(w, "0123456789")
}
