package quantity

// currency is the ISO 4217 code of a sign, or empty.
func currency(r rune) string {
	switch r {
	case '$':
		return "USD"
	case '€':
		return "EUR"
	case '₺':
		return "TRY"
	case '£':
		return "GBP"
	case '¥':
		return "JPY"
	case '₽':
		return "RUB"
	case '₩':
		return "KRW"
	}
	return ""
}

func (p *parser) currencySign(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == sign && currency(p.toks[i].r) != ""
}

// currencyAt reports whether token i is a sign or word of money.
func (p *parser) currencyAt(i int) bool {
	return p.currencySign(i) || p.unitAt(i).kind == Money
}

// currencyAfter reads the sign of 100$ and 9,8 milyar €.
func (p *parser) currencyAfter(a *amount) bool {
	i := a.to
	if !p.currencySign(i) || a.ending != (ending{}) || i+1 < len(p.toks) && p.toks[i+1].kind == digits && !p.toks[i+1].spaced {
		return false
	}
	a.kind, a.unit, a.end, a.year = Money, currency(p.toks[i].r), p.toks[i].end, false
	a.to++
	p.signEnding(a)
	return true
}
