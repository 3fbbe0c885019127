package corpus

import "cmp"

// guess fills the title and date that neither a manifest nor the caller gave:
// as the text says, or else from the file's name.
func (d *Document) guess(title, date string) {
	d.Title = cmp.Or(d.Title, oneLine(title), nameTitle(d.File, d.Language))
	d.Date = cmp.Or(d.Date, date, nameDate(d.File))
}
