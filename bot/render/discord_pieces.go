package render

import (
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// block is a quote as a block quote, each line of it after a mark of its own.
func block(q bot.Quote) string {
	var b strings.Builder
	for rest := q.Text; ; {
		line, after, more := strings.Cut(rest, "\n")
		sub := q
		sub.Text = strings.TrimSuffix(line, "\r")
		sub.End = sub.Start + len(sub.Text)
		b.WriteString("> " + MarkdownQuote(sub))
		if !more {
			return b.String()
		}
		b.WriteByte('\n')
		q.Start += len(line) + 1
		rest = after
	}
}

// pieces cuts a quote into quotes whose Markdown has at most limit code
// points, at white space where there is some. Joined, they are the quote.
func pieces(q bot.Quote, limit int) []bot.Quote {
	var out []bot.Quote
	for {
		n := runesEnd(q.Text, limit)
		for utf8.RuneCountInString(block(head(q, n))) > limit {
			n = shorter(q.Text, n)
		}
		out = append(out, head(q, n))
		if n == len(q.Text) {
			return out
		}
		q.Start += n
		q.Text = q.Text[n:]
	}
}

// runesEnd is where the first n code points of s end.
func runesEnd(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// head is the quote's first n bytes.
func head(q bot.Quote, n int) bot.Quote {
	q.Text, q.End = q.Text[:n], q.Start+n
	return q
}

// shorter is a place to cut before n, after white space if there is some in
// the last hundred bytes, else between code points.
func shorter(s string, n int) int {
	from := max(n-100, 1)
	if i := strings.LastIndexByte(s[from:n-1], ' '); i >= 0 {
		return from + i + 1
	}
	for from > 1 && !utf8.RuneStart(s[from]) {
		from--
	}
	return from
}
