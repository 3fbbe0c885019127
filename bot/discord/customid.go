package discord

import (
	"strconv"
	"strings"

	"alinti/retrieval/corpus"
)

// A button's whole state is in its custom id, so that it works after a
// restart: "a1:context:6baa2ee8f170:4:1690:1888". Discord delivers only the
// ids that are on the message, and nothing in one is believed: an article, a
// paragraph and a span must be there, and what a button shows, anybody may
// read by /articles. An id begins with
// the version of this format.
type customID struct {
	action string // one of the action constants
	args   []string
}

const (
	idVersion     = "a1"
	actionContext = "context" // article, paragraph, start, end: the paragraph around a quote
	actionMore    = "more"    // further quotes for the question of the message
	actionUp      = "up"      // answer id: the answer helped
	actionDown    = "down"    // answer id: it did not
	actionRead    = "read"    // article, paragraph, piece: a page of /articles
	actionList    = "list"    // the first page of /articles
)

// maxCustomID is Discord's limit, in characters.
const maxCustomID = 100

func (c customID) String() string {
	return strings.Join(append([]string{idVersion, c.action}, c.args...), ":")
}

func parseCustomID(s string) (customID, bool) {
	if len(s) > maxCustomID {
		return customID{}, false
	}
	parts := strings.Split(s, ":")
	if len(parts) < 2 || parts[0] != idVersion {
		return customID{}, false
	}
	return customID{action: parts[1], args: parts[2:]}, true
}

// articleKey is how a custom id names an article: by the content, so that a
// button of an article that has changed since shows nothing rather than
// something else.
func articleKey(sha256 string) string { return sha256[:min(len(sha256), 12)] }

// article finds the article of a key.
func (d *Door) article(key string) *corpus.Document {
	for _, doc := range d.collection().Documents {
		if key != "" && articleKey(doc.SHA256) == key {
			return doc
		}
	}
	return nil
}

// number is a custom id's argument as a number from 0 to limit.
func number(args []string, i, limit int) (int, bool) {
	if i >= len(args) {
		return 0, false
	}
	n, err := strconv.Atoi(args[i])
	return n, err == nil && 0 <= n && n <= limit
}

// paragraph finds an article and the paragraph n in it, from 1.
func (d *Door) paragraph(args []string) (*corpus.Document, *corpus.Paragraph) {
	if len(args) == 0 {
		return nil, nil
	}
	doc := d.article(args[0])
	if doc == nil {
		return nil, nil
	}
	n, ok := number(args, 1, len(doc.Paragraphs))
	if !ok || n == 0 {
		return nil, nil
	}
	return doc, &doc.Paragraphs[n-1]
}
