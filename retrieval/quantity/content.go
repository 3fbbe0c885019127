package quantity

import "alinti/retrieval/turkish"

// countable reports whether token i is a noun that is often counted.
func (p *parser) countable(i int) bool {
	switch string(p.folded(i)) {
	case "kisi", "kisilik", "kisiden", "asker", "adam", "insan", "tane", "adet", "tank", "ucak", "fuze", "top", "parca", "sayfa", "ulke", "uye", "ogrenci", "ev", "arac", "gemi", "kez", "kat",
		"people", "soldiers", "men", "troops", "women", "children", "students", "members", "workers", "persons", "civilians", "prisoners":
		return true
	}
	return false
}

// content reports whether token i is a word that means something by itself.
func (p *parser) content(i int) bool {
	if i >= len(p.toks) || p.toks[i].kind != word {
		return false
	}
	if p.countable(i) || p.unitAt(i).name != "" {
		return true
	}
	b := p.folded(i)
	return functionWord(b) == 0 && !turkish.IsStop(string(b))
}
