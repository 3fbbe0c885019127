package quantity

import "alinti/retrieval/turkish"

// stands reports whether a number counts though it may be a word of another
// meaning. Digits and numbers of several words always do.
func (p *parser) stands(a *amount) bool {
	t := &p.toks[a.from]
	if t.kind != word || a.joint {
		return true
	}
	if t.num.lang == englishText {
		return p.englishStands(a, t)
	}
	if c := t.num.class; c == hundred || c == scale {
		switch string(p.folded(a.from - 1)) {
		case "kac": // kaç bin?
			return false
		case "birkac":
			a.vague = true
			return true
		}
	}
	if a.ordinal || a.ending.ordinal || a.ending.vague || a.ending.each && !t.verbal() {
		return true
	}
	return p.turkishStands(a, t)
}

// verbal reports whether the -er form of the number word is that of a verb:
// yüzer (swims), biner (boards), onar (repair); or says no number (birer).
func (t *token) verbal() bool {
	return t.num.class == unit && t.num.n == 1 || t.num.class == hundred || t.num.class == scale && t.num.n == 3 || t.num.class == ten && t.num.n == 10
}

func (p *parser) turkishStands(a *amount, t *token) bool {
	e := a.ending
	switch t.num.class {
	case half:
		return p.halfStands(a, t)
	case quarter:
		if e.possessive {
			return !p.ordinalBefore(a.from)
		}
		return e == (ending{}) && p.unitAt(a.to).name != ""
	case plusHalf:
		return false
	case zero:
		return e.kase != turkish.Ablative // sıfırdan: from scratch
	case dozen:
		return p.is(a.from-1, "her")
	case hundred:
		return p.hundredStands(a)
	case scale:
		if t.num.n == 3 {
			return p.thousandStands(a, t)
		}
	case ten:
		if t.num.n == 10 {
			return p.tenStands(a, t)
		}
	case unit:
		return p.unitStands(a, t)
	}
	return true
}

// halfStands: yarısı is half, ikinci yarısı and gece yarısı are not; yarım
// needs a unit; yarı is semi-. Typed without ı, yarisi may be yarışı (its race)
// and needs an owner before it.
func (p *parser) halfStands(a *amount, t *token) bool {
	switch {
	case a.ending == (ending{}):
		return t.end-t.start >= len("yarim") && p.unitAt(a.to).name != ""
	case a.ending.kase == turkish.Ablative && !a.ending.possessive:
		return p.more(a.to) || p.is(a.to, "fazlasi") || p.is(a.to, "fazlasini")
	case a.ending.kase == turkish.Dative && !a.ending.possessive: // yarıya indi
		return !t.ascii
	}
	if !a.ending.possessive || p.ordinalBefore(a.from) || p.is(a.from-1, "gece") {
		return false
	}
	if !t.ascii {
		return true
	}
	before := p.folded(a.from - 1)
	return len(before) > 2 && before[len(before)-1] == 'n' || string(before) == "yaklasik" || string(before) == "neredeyse"
}

// ordinalBefore reports whether the word before token i is an ordinal.
func (p *parser) ordinalBefore(i int) bool {
	if i == 0 {
		return false
	}
	t := &p.toks[i-1]
	return t.num.ordinal || t.ending.ordinal || t.kind == sign && t.r == '.' || p.is(i-1, "son") || p.is(i-1, "diger") || p.is(i-1, "oteki")
}

// hundredStands: yüz is also a face, and swims.
func (p *parser) hundredStands(a *amount) bool {
	switch a.ending.kase {
	case turkish.Bare:
		return a.ending == (ending{}) && (p.unitAt(a.to).name != "" || p.countable(a.to) || p.numberWordBefore(a.from))
	case turkish.Ablative, turkish.Accusative, turkish.Dative:
		return p.after(a.to, a.ending.kase).qualifier != Unqualified
	}
	return false
}

// thousandStands: bin is also "get on", and "son of" in Arabic names.
func (p *parser) thousandStands(a *amount, t *token) bool {
	if a.ending.vague || a.ending.plural {
		return true
	}
	if a.ending != (ending{}) {
		return p.after(a.to, a.ending.kase).qualifier != Unqualified
	}
	i := a.to
	if i >= len(p.toks) || p.toks[i].kind != word {
		return false
	}
	inCapitals := p.text[t.start+1] == 'I' || t.end-t.start > 3
	return !p.toks[i].capital || inCapitals || p.unitAt(i).name != ""
}

// tenStands: onu, ona, ondan and onlar are pronouns.
func (p *parser) tenStands(a *amount, t *token) bool {
	e, i := a.ending, a.to
	switch {
	case e == ending{}:
		return i < len(p.toks) && p.toks[i].kind == word && (!p.toks[i].capital || t.capital && t.start > 0) || i < len(p.toks) && p.toks[i].kind == sign && p.toks[i].r == '-'
	case e.possessive && e.kase != turkish.Bare && e.kase != turkish.Accusative, e.made, e.is:
		return true
	}
	return false
}

// unitStands reads bir to dokuz.
func (p *parser) unitStands(a *amount, t *token) bool {
	e, i := a.ending, a.to
	switch t.num.n {
	case 1:
		return p.oneStands(a)
	case 3, 5:
		// Typed without marks, üçü and beşin are ucu (its tip) and besin (food).
		if t.bare && (e.kase == turkish.Accusative || e.kase == turkish.Genitive || e.plural || t.num.n == 5 && e.kase == turkish.Locative || e.kase == turkish.Dative) {
			return e.possessive && e.kase != turkish.Accusative
		}
	case 6:
		if e.kase == turkish.Genitive || e == (ending{}) && p.under(a.from) {
			return false // altının; yer altı, masanın altı
		}
		return e != (ending{}) || i < len(p.toks) && p.toks[i].kind == word
	case 7:
		// 5 gol yedi: it ate.
		return e != (ending{}) || p.content(i)
	}
	return true
}

// under reports whether altı at token i says below, by what stands before it.
func (p *parser) under(i int) bool {
	if i == 0 || p.toks[i-1].kind != word {
		return false
	}
	switch string(p.folded(i - 1)) {
	case "deniz", "yer", "su", "yas", "bilinc", "ayak", "masa", "toprak", "cati", "kayit", "emir", "koltuk", "ust", "ses", "sinir", "goz":
		return true
	}
	b := p.folded(i - 1)
	return len(b) > 4 && b[len(b)-1] == 'n' && (b[len(b)-2] == 'i' || b[len(b)-2] == 'u')
}

// oneStands: bir is an article unless it is stressed, or counts a unit.
func (p *parser) oneStands(a *amount) bool {
	if a.ending != (ending{}) {
		return a.ending.kase == turkish.Ablative && (p.is(a.to, "fazla") || p.is(a.to, "cok"))
	}
	switch string(p.folded(a.from - 1)) {
	case "tek", "yalnizca", "sadece", "yalniz":
		return true
	case "hic", "herhangi", "baska", "boyle", "oyle", "soyle", "her":
		return false
	}
	u := p.unitAt(a.to)
	switch u.name {
	case "":
		return p.is(a.to, "tane") || p.is(a.to, "adet")
	case "day": // bir gün: some day
		return p.is(u.to, "once") || p.is(u.to, "sonra") || p.is(u.to, "boyunca") || p.is(u.to, "icinde")
	case "times": // bir kez daha
		return !p.is(u.to, "daha")
	}
	return true
}

func (p *parser) numberWordBefore(i int) bool {
	return i > 0 && p.toks[i-1].num.class != none && p.toks[i-1].num.n != 1
}
