package corpus

import "strings"

// The keys of front matter that hold the title and the date, as plain makes
// them, the best first.
var (
	titleKeys = []string{"title", "baslik", "headline"}
	dateKeys  = []string{"date", "tarih", "published", "publishdate", "pubdate", "yayin tarihi", "created", "updated", "lastmod", "last_modified"}
)

// frontMatter reads the lines between two "---" (or "+++", with "=" in them) at
// the top of a file, as site generators put them there, and says where the text
// begins after them. Only the title and the date are looked at; the rest is not
// quoted either.
func frontMatter(text string) (title, date string, body int) {
	const most = 64 << 10
	head := strings.TrimPrefix(text, "\ufeff")
	skipped := len(text) - len(head)
	rule, sep := "---", ":"
	if strings.HasPrefix(head, "+++") {
		rule, sep = "+++", "="
	}
	if !strings.HasPrefix(head, rule+"\n") && !strings.HasPrefix(head, rule+"\r\n") {
		return "", "", 0
	}
	matter := map[string]string{}
	for _, l := range lines(head[:min(len(head), most)])[1:] {
		line := head[l.Start:l.End]
		key, value, ok := strings.Cut(line, sep)
		switch {
		case strings.TrimSpace(line) == rule:
			return valueOf(matter, titleKeys), isoDate(valueOf(matter, dateKeys)), skipped + l.End
		case ok:
			matter[plain(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
		case strings.TrimSpace(line) != "" && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "-"):
			return "", "", 0 // not front matter after all
		}
	}
	return "", "", 0
}

// valueOf is the value of the first key that has one.
func valueOf(matter map[string]string, keys []string) string {
	for _, k := range keys {
		if v := matter[k]; v != "" {
			return v
		}
	}
	return ""
}
