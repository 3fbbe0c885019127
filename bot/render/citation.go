package render

import (
	"fmt"
	"strconv"
	"strings"

	"alinti/bot"
)

// Citation says on one line where a quote stands: title, date, paragraph, file
// and byte offsets.
func Citation(q bot.Quote, language string) string {
	w := In(language)
	place := fmt.Sprintf(w.Bytes, q.Start, q.End)
	return sourceAndParagraph(q.Source, q.Paragraph, w) + " (" + unquoted(q.Source.File) + ", " + place + ")"
}

// PlaceCitation says on one line where else the fact of a quote is told.
func PlaceCitation(p bot.Place, language string) string {
	return sourceAndParagraph(p.Source, p.Paragraph, In(language))
}

func sourceAndParagraph(s bot.QuoteSource, paragraph int, w *Words) string {
	parts := []string{unquoted(Title(s))}
	if s.Date != "" {
		parts = append(parts, w.Date(s.Date))
	}
	parts = append(parts, fmt.Sprintf(w.Paragraph, paragraph))
	return strings.Join(parts, ", ")
}

// Title is what to call a source: its title, else its file's name.
func Title(s bot.QuoteSource) string {
	if s.Title != "" {
		return s.Title
	}
	return s.File
}

// DateNotes explain the dates of a quote which do not name their own year, one
// note a date: "geçtiğimiz yılın haziran ayında = Haziran 2024". They are for
// showing beside the quote.
func DateNotes(q bot.Quote, language string) []string {
	w := In(language)
	var notes []string
	for _, d := range q.Dates {
		if !namesItsYears(d) {
			notes = append(notes, unquoted(d.Text)+" = "+w.Date(d.Resolved))
		}
	}
	return notes
}

func namesItsYears(d bot.Date) bool {
	for _, end := range strings.Split(d.Resolved, "/") {
		year, _, _ := strings.Cut(end, "-")
		if !strings.Contains(d.Text, year) {
			return false
		}
	}
	return true
}

// Date writes an ISO 8601 date, month, year or interval in words: "19 Eylül
// 2025", "Haziran 2024", "2024–2025". What is none of these comes back as it is.
func (w *Words) Date(iso string) string {
	from, to, isInterval := strings.Cut(iso, "/")
	if isInterval {
		return w.Date(from) + "–" + w.Date(to)
	}
	parts := strings.Split(iso, "-")
	if len(parts) < 2 || len(parts) > 3 {
		return iso
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return iso
	}
	words := w.months[month-1] + " " + parts[0]
	if len(parts) == 2 {
		return words
	}
	day, err := strconv.Atoi(parts[2])
	if err != nil || day < 1 || day > 31 {
		return iso
	}
	return strconv.Itoa(day) + " " + words
}

// StatementText is a model's statement fit to stand among quotes: without
// quotation marks, on one line, with what is hidden shown.
func StatementText(s bot.Statement) string { return unquoted(s.Text) }

// unquoted takes the quotation marks from words that are not a quote (a title,
// a model's statement), so that nobody, no program either, takes them for one.
// Line breaks become spaces, since a line that begins with ">" is a quote too,
// and what is hidden is shown, since no promise of bytes holds here.
func unquoted(s string) string { return Visible(toUnquoted.Replace(s)) }

var toUnquoted = strings.NewReplacer(
	"«", "'", "»", "'", "“", "'", "”", "'", "„", "'", `"`, "'", "‹", "'", "›", "'",
	"\r\n", " ", "\n", " ", "\r", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")
