package check

import (
	"slices"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// A term is one word or phrase of a text, with what it may stand for.
type term struct {
	words    []turkish.Word // one, or those of a phrase
	senses   []sense        // empty: a word the lexicon does not know
	denied   bool           // the word itself denies: göndermedi
	may      bool           // the word itself says that it may be so: artabilir
	gap      string         // what stands between it and the term before
	location bool           // it stands where a place does
	turkish  []string       // stems that an English term may stand for
	groups   []member       // groups of synonyms it belongs to
	stands   []string       // keys of the quotes' terms that it stands for
	open     bool           // all terms of the quotes that it stands for say that it may be so
	refused  bool           // all of them deny it
	verb     bool           // a term of the quotes that it stands for closes a clause
	poles    []sense        // the ends of scales that opposites.txt makes it
	wide     bool           // with words of the terms after it
	answered bool           // the other text says the same end of a scale
}

// A reading is a text as terms.
type reading struct {
	text    string
	english bool
	terms   []term
	numbers []quantity.Quantity
}

// read turns a text into terms.
func read(text string) reading {
	words := turkish.Words(text)
	r := reading{text: text, english: likelyEnglish(words)}
	lex := lexicons()[0]
	if r.english {
		lex = lexicons()[1]
	}
	end := 0
	for i := 0; i < len(words); {
		senses, n := lex.match(words[i:])
		if who, m := leaderAt(words[i:]); m >= n {
			senses, n = []sense{who}, m
		}
		t := term{words: words[i : i+n], senses: senses, gap: text[end:words[i].Start]}
		if !r.english && !t.first().Capital { // Sönmez and Bursa end as verbs do
			t.denied, t.may = verbDenies(t.last().Fold), verbMay(t.last().Fold)
		}
		end = t.last().Tail
		r.terms = append(r.terms, t)
		i += n
	}
	r.markNames()
	r.numbers = quantity.FindIn(text, r.language())
	return r
}

// leaderAt is the head of state or government whose name, with a capital, the
// words begin with, and how many words it has; 0 for none. The capital tells
// Kim from who.
func leaderAt(words []turkish.Word) (sense, int) {
	if !words[0].Capital {
		return sense{}, 0
	}
	l, n, _ := gazetteer.LeaderAt(foldsOf(words[:min(len(words), longestName)]))
	return sense{kind: name, name: l.Name}, n
}

// longestName is how many words a leader's name has at most.
const longestName = 5

// likelyEnglish tells the language by the words that are no names: the Kim of a
// name is Turkish for who. Of very few words it is enough that English has them.
func likelyEnglish(words []turkish.Word) bool {
	var folds, all []string
	known := true
	for i, w := range words {
		all = append(all, w.Fold)
		if w.Number || w.Capital && (i > 0 || len(words) == 1 || words[1].Capital) {
			continue
		}
		inEnglish := english.IsStop(w.Fold) || english.Knows(w.Fold)
		if w.Capital && !inEnglish {
			continue
		}
		folds = append(folds, w.Fold)
		known = known && inEnglish
	}
	switch {
	case len(folds) == 0:
		return english.Likely(all)
	case len(folds) <= 3 && known:
		return true
	}
	return english.Likely(folds)
}

func (t term) first() turkish.Word { return t.words[0] }
func (t term) last() turkish.Word  { return t.words[len(t.words)-1] }

// fold is the term in one string.
func (t term) fold() string { return strings.Join(t.folds(), " ") }

func (t term) folds() []string { return foldsOf(t.words) }

func foldsOf(words []turkish.Word) []string {
	folds := make([]string, len(words))
	for i, w := range words {
		folds[i] = w.Fold
	}
	return folds
}

// after reports whether one of the signs and a space stand before the term; a
// sign alone may be part of a number.
func (t term) after(signs string) bool { return len(t.gap) > 1 && strings.ContainsAny(t.gap, signs) }

// is reports whether the term may stand for the idea.
func (t term) is(ideas ...string) bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.kind == idea && slices.Contains(ideas, s.name) })
}

func (t term) has(k kind) bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.kind == k })
}

// only reports whether every sense of a known term is of one of the kinds.
func (t term) only(kinds ...kind) bool {
	return len(t.senses) > 0 && !slices.ContainsFunc(t.senses, func(s sense) bool { return !slices.Contains(kinds, s.kind) })
}

// known is the name that the term is, if it is a known one.
func (t term) known() (sense, bool) {
	i := slices.IndexFunc(t.senses, func(s sense) bool { return s.kind == name })
	if i < 0 {
		return sense{}, false
	}
	return t.senses[i], true
}

// suffix is what follows a name's stem, with an apostrophe or without.
func (t term) suffix() string {
	w := t.last()
	if w.Suffix != "" {
		return w.Suffix
	}
	folds := t.folds()
	if _, n, suffix := gazetteer.LeaderAt(folds); n == len(folds) {
		return suffix
	}
	for _, m := range gazetteer.Find(folds) {
		if m.Last == len(folds)-1 {
			stem := m.Name[strings.LastIndexByte(m.Name, ' ')+1:]
			if m.Kind == gazetteer.People { // Koreli is of Kore
				stem = strings.TrimSuffix(strings.TrimSuffix(stem, "li"), "lu")
			}
			return strings.TrimPrefix(w.Fold, stem)
		}
	}
	return ""
}

// markNames takes the sense of a name from words without a capital, and tells
// places by their suffix or preposition.
func (r *reading) markNames() {
	for i := range r.terms {
		t := &r.terms[i]
		if _, ok := t.known(); !ok {
			continue
		}
		if !t.first().Capital {
			t.senses = slices.DeleteFunc(slices.Clone(t.senses), func(s sense) bool { return s.kind == name })
			continue
		}
		if r.english {
			t.location = i > 0 && (r.terms[i-1].fold() == "in" || r.terms[i-1].fold() == "at") && t.last().Suffix == ""
		} else {
			t.location = turkish.CaseOf(t.suffix()) == turkish.Locative
		}
	}
}

// Turkish denies in the verb itself: -me- or -ma- before what tells time, person
// or the clause's place. An infinitive in -me (gönderme) does not deny, nor do
// nouns that end so by chance.
var (
	denying    = newPattern(`m[ae](d[iu]|m[iu]s|m[ae]kt|y[ae]c|y[ae]n|z$|zs|zl|dik|dig|y[ae]bil|yip|yis)|m[iu]yor|[ae]m[ae]z`)
	notDenying = newPattern(`^(anlasma|calisma|aciklama|savunma|konusma|destekleme|malzeme|silahsizlanma|modernlesme|gelisme|gorusme)(d[ae]|y[ae]|s[iu]|n|l[ae]|$)`)
	mayBe      = newPattern(`[ae]bil(ir|ec|di|m|iy)|[aeiu]rs[ae]$`)
)

func verbDenies(fold string) bool {
	return mayDeny(fold) && denying.MatchString(fold) && !notDenying.MatchString(fold)
}

// mayDeny tells most words from those that an expression has to look at: each
// of its branches has an m before a vowel, and something after that.
func mayDeny(fold string) bool {
	for i := 0; i+2 < len(fold); i++ {
		if fold[i] == 'm' && strings.IndexByte("aeiu", fold[i+1]) >= 0 {
			return true
		}
	}
	return false
}

func verbMay(fold string) bool {
	likely := strings.Contains(fold, "bil") || strings.HasSuffix(fold, "rsa") || strings.HasSuffix(fold, "rse")
	return likely && mayBe.MatchString(fold) && !strings.Contains(fold, "abilirlig")
}
