package check

import (
	"slices"

	"alinti/retrieval/turkish"
)

// markPoles gives each term the ends of scales that begin with its words. A
// phrase belongs to its first word: satın aldı is to buy, and no taking.
func (r *reading) markPoles() {
	lex := opposites()[0]
	if r.english {
		lex = opposites()[1]
	}
	var words []turkish.Word
	var at []int // the term of each word
	for i, t := range r.terms {
		for _, w := range t.words {
			words, at = append(words, w), append(at, i)
		}
	}
	for i := 0; i < len(words); {
		senses, n := lex.match(words[i:])
		t := &r.terms[at[i]]
		t.poles = append(t.poles, senses...)
		t.wide = t.wide || n > len(t.words)
		i += n
	}
}

// A pole is an end of a scale as a text says it, a denial beside it reckoned in.
type pole struct {
	scale string
	sign  int8
	term  int
}

func (r reading) poles() []pole {
	var list []pole
	for i, t := range r.terms {
		for _, s := range t.poles {
			sign := s.sign
			if r.turned(i) {
				sign = -sign
			}
			list = append(list, pole{s.name, sign, i})
		}
	}
	return list
}

// turned reports whether a denial turns the word round: itself denied, right
// beside a denial, or a noun whose verb follows denied (can kaybı yaşanmadı).
func (r reading) turned(i int) bool {
	t := r.terms[i]
	if t.denied || r.deniedAt(i) && !(r.english && r.terms[i-1].isDeed()) {
		return true
	}
	if r.english {
		return i > 1 && r.terms[i-2].has(denial) && r.terms[i-1].only(filler, maybe)
	}
	for j := i + 1; j < min(len(r.terms), i+3) && !r.terms[j].after(",;."); j++ {
		if r.terms[j].denied || r.terms[j].fold() == "degil" || r.terms[j].fold() == "yok" {
			return !verbal.MatchString(t.last().Fold)
		}
	}
	return false
}

// isDeed reports whether a word that denies says what was done: cancelled because
// of snow denies nothing of because.
func (t term) isDeed() bool { return t.answered || len(t.stands) > 0 }

// Scales on which one side's end is the other's: X beats Y, Y loses to X.
var converse = []string{"win", "buy", "import"}

// checkOpposites returns the first word of the statement that says one end of a
// scale where the part of the quotes closest to it says the other, and the
// quotes nowhere say the same.
func checkOpposites(s reading, quotes []source) string {
	held := make(map[pole]bool)
	for _, q := range quotes {
		for _, p := range q.poles() {
			held[pole{scale: p.scale, sign: p.sign}] = true
		}
	}
	for _, part := range s.stretches() {
		near := make(map[pole]bool)
		for _, n := range part.closest(quotes) {
			for _, p := range (reading{terms: n}).poles() {
				near[pole{scale: p.scale, sign: p.sign}] = true
			}
		}
		if i := part.turnedPole(s.english, held, near); i >= 0 && !carried(part[i], quotes) && !(isConverse(part[i]) && otherDoer(s, quotes)) {
			return part[i].fold()
		}
	}
	return ""
}

// turnedPole is the first term of the stretch that no end of a scale keeps and
// one turns round; -1 when there is none.
func (s stretch) turnedPole(inEnglish bool, held, near map[pole]bool) int {
	kept, turned := make(map[int]bool), make(map[int]bool)
	for _, p := range (reading{terms: s, english: inEnglish}).poles() {
		same, other := pole{scale: p.scale, sign: p.sign}, pole{scale: p.scale, sign: -p.sign}
		switch {
		case near[same], held[same] && !near[other]:
			kept[p.term] = true
		case near[other]:
			turned[p.term] = true
		}
	}
	return slices.IndexFunc(reading{terms: s}.indices(), func(i int) bool { return turned[i] && !kept[i] })
}

// carried reports whether the lexicon finds the term's own idea in the quotes: a
// small number is few things, not a small one.
func carried(t term, quotes []source) bool {
	return !t.wide && slices.ContainsFunc(quotes, func(q source) bool {
		return slices.ContainsFunc(t.senses, func(s sense) bool {
			return s.kind == idea && s.sign != 0 && slices.Contains(ends(s.name, []source{q}), s.sign)
		})
	})
}

func isConverse(t term) bool {
	return slices.ContainsFunc(t.poles, func(s sense) bool { return slices.Contains(converse, s.name) })
}

// otherDoer reports whether the one who acts in the statement is known to the
// quotes, but does not act there.
func otherDoer(s reading, quotes []source) bool {
	var there []player
	for _, q := range quotes {
		there = append(there, q.players()...)
	}
	for _, p := range s.players() {
		if p.roles&doer != 0 {
			r := rolesOf(p.keys, there)
			return r != 0 && r&doer == 0
		}
	}
	return false
}

// answer marks the terms of two texts that say the same end of a scale: their
// words differ, and one that sounds like a denial (rejected) is none then.
func answer(s reading, quotes []source) {
	for _, q := range quotes {
		for i := range s.terms {
			for j := range q.terms {
				if samePole(s.terms[i], q.terms[j]) {
					s.terms[i].answered, q.terms[j].answered = true, true
				}
			}
		}
	}
}

func samePole(t, u term) bool {
	return slices.ContainsFunc(t.poles, func(a sense) bool {
		return slices.ContainsFunc(u.poles, func(b sense) bool { return a.name == b.name && a.sign == b.sign })
	})
}
