package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"alinti/bot"
)

// QuoteMarkdown is one quote with its citation as CommonMark, for copying: a
// block quote of one line, in which everything that Markdown would read as
// markup is escaped. Taking the backslashes and the bold marks of highlights
// away gives the article's bytes.
func QuoteMarkdown(q bot.Quote, language string) string {
	var b strings.Builder
	b.WriteString("> " + MarkdownQuote(q) + "\n\n")
	b.WriteString(EscapeMarkdown("— " + Citation(q, language)))
	for _, note := range DateNotes(q, language) {
		b.WriteString("  \n" + EscapeMarkdown(note))
	}
	for _, p := range q.Also {
		b.WriteString("  \n" + EscapeMarkdown(In(language).Also+" "+PlaceCitation(p, language)))
	}
	return b.String() + "\n"
}

// MarkdownQuote is a quote's bytes, escaped, with its highlights in bold where
// Markdown lets them be.
func MarkdownQuote(q bot.Quote) string {
	var b strings.Builder
	segments := Segments(q)
	at := 0
	for i, s := range segments {
		escaped := escapeSpan(q.Text, at, at+len(s.Text))
		if s.Marked && canBeBold(segments, i) {
			b.WriteString("**" + escapeStart(escaped) + "**") // Discord reads what is bold from its beginning again
		} else {
			b.WriteString(escaped)
		}
		at += len(s.Text)
	}
	return escapeStart(b.String())
}

// canBeBold reports whether CommonMark would read ** around segment i as bold
// (its "flanking" rule, section 6.2): what is bold begins and ends with
// neither white space nor, next to a letter, punctuation.
func canBeBold(segments []Segment, i int) bool {
	before, after := ' ', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(segments[i-1].Text)
	}
	if i+1 < len(segments) {
		after, _ = utf8.DecodeRuneInString(segments[i+1].Text)
	}
	first, _ := utf8.DecodeRuneInString(segments[i].Text)
	last, _ := utf8.DecodeLastRuneInString(segments[i].Text)
	return flanks(before, first) && flanks(after, last)
}

func flanks(outside, inside rune) bool {
	if unicode.IsSpace(inside) || isMarkPunct(outside) && outside == '*' {
		return false
	}
	return !isMarkPunct(inside) || unicode.IsSpace(outside) || isMarkPunct(outside)
}

func isMarkPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// EscapeMarkdown writes text so that a Markdown reader, GitHub's and Discord's
// too, shows exactly that text: no emphasis, link, mention, HTML, list or
// heading comes out of it. Only ASCII punctuation gets a backslash.
func EscapeMarkdown(s string) string { return escapeStart(escapeInline(s)) }

// escapeInline escapes what is markup wherever it stands.
func escapeInline(s string) string { return escapeSpan(s, 0, len(s)) }

// escapeSpan is s from one byte to another with what is markup in s escaped.
func escapeSpan(s string, from, to int) string {
	if !strings.ContainsAny(s[from:to], "\\`*_[]<>&~|$@:#.") {
		return s[from:to]
	}
	var b strings.Builder
	for i := from; i < to; i++ {
		if isMarkup(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isMarkup reports whether the byte at i could begin or end markup. A colon
// does before a letter or a slash (an emoji, an address), a full stop after
// www, a number sign before a word or a digit (a channel, an issue).
func isMarkup(s string, i int) bool {
	switch s[i] {
	case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '$', '@':
		return true
	case ':':
		return i+1 < len(s) && (s[i+1] == '/' || isASCIILetter(s[i+1]))
	case '.':
		return i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case '#':
		return i+1 < len(s) && s[i+1] != ' '
	default:
		return false
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// escapeStart escapes what is markup only at the beginning of a line: headings,
// lists, rules and the lines under headings. Inline escapes are already there.
func escapeStart(s string) string {
	if s == "" {
		return s
	}
	if strings.IndexByte("#+-=", s[0]) >= 0 {
		return `\` + s
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}
