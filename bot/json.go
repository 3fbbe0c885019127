package bot

// AppendJSON appends the answer as encoding/json writes it, with <, > and &
// left as they are, in a fraction of its time. A score that is no number
// is an error.
func (a *Answer) AppendJSON(b []byte) ([]byte, error) {
	o := object{b: append(b, '{')}
	o.text(`"id":`, a.ID)
	o.text(`"question":`, a.Question)
	o.textIf(`"resolved":`, a.Resolved)
	o.text(`"language":`, a.Language)
	o.boolean(`"answered":`, a.Answered)
	o.text(`"mode":`, a.Mode)
	o.textIf(`"text":`, a.Text)
	o.quotes(`"quotes":`, a.Quotes)
	if a.Disagreement != nil {
		o.other(`"disagreement":`, a.Disagreement)
	}
	if len(a.Statements) > 0 {
		o.other(`"statements":`, a.Statements)
	}
	o.quotes(`"closest":`, a.Closest)
	o.textIf(`"reason":`, a.Reason)
	if len(a.Warnings) > 0 {
		o.other(`"warnings":`, a.Warnings)
	}
	o.number(`"took_us":`, int(a.TookUS))
	return append(o.b, '}'), o.err
}

func (o *object) quotes(key string, quotes []Quote) {
	if len(quotes) == 0 {
		return
	}
	o.key(key)
	for i := range quotes {
		o.element(i)
		o.quote(&quotes[i])
	}
	o.b = append(o.b, ']')
}

func (o *object) quote(q *Quote) {
	o.open()
	o.number(`"n":`, q.N)
	o.text(`"text":`, q.Text)
	o.key(`"source":`)
	o.source(&q.Source)
	o.textIf(`"heading":`, q.Heading)
	o.number(`"paragraph":`, q.Paragraph)
	o.number(`"start":`, q.Start)
	o.number(`"end":`, q.End)
	o.number(`"start_rune":`, q.StartRune)
	o.number(`"end_rune":`, q.EndRune)
	o.textIf(`"prefix":`, q.Prefix)
	o.textIf(`"suffix":`, q.Suffix)
	o.float(`"score":`, q.Score)
	if len(q.Highlights) > 0 {
		o.key(`"highlights":`)
		for i, r := range q.Highlights {
			o.element(i)
			o.open()
			o.number(`"start":`, r.Start)
			o.number(`"end":`, r.End)
			o.close()
		}
		o.b = append(o.b, ']')
	}
	o.dates(q.Dates)
	if len(q.Also) > 0 {
		o.other(`"also":`, q.Also)
	}
	o.close()
}

func (o *object) dates(dates []Date) {
	if len(dates) == 0 {
		return
	}
	o.key(`"dates":`)
	for i := range dates {
		d := &dates[i]
		o.element(i)
		o.open()
		o.text(`"text":`, d.Text)
		o.number(`"start":`, d.Start)
		o.number(`"end":`, d.End)
		o.text(`"resolved":`, d.Resolved)
		o.close()
	}
	o.b = append(o.b, ']')
}

func (o *object) source(s *QuoteSource) {
	o.open()
	o.text(`"id":`, s.ID)
	o.text(`"file":`, s.File)
	o.textIf(`"title":`, s.Title)
	o.textIf(`"date":`, s.Date)
	o.text(`"sha256":`, s.SHA256)
	o.close()
}
