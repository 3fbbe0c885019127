package corpus

import "strings"

// frontMatter reads the lines between two "---" at the top of a file, as site
// generators put them there, and says where the text begins after them. Only
// "title: …" and "date: …" are looked at; the rest is not quoted either.
func frontMatter(text string) (matter map[string]string, body int) {
	const most = 64 << 10
	head := strings.TrimPrefix(text, "\ufeff")
	skipped := len(text) - len(head)
	if !strings.HasPrefix(head, "---\n") && !strings.HasPrefix(head, "---\r\n") {
		return nil, 0
	}
	matter = map[string]string{}
	for _, l := range lines(head[:min(len(head), most)])[1:] {
		line := head[l.Start:l.End]
		key, value, ok := strings.Cut(line, ":")
		switch {
		case strings.TrimSpace(line) == "---":
			return matter, skipped + l.End
		case ok:
			matter[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
		case strings.TrimSpace(line) != "" && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "-"):
			return nil, 0 // not front matter after all
		}
	}
	return nil, 0
}
