package check

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"alinti/retrieval/turkish"
)

var (
	//go:embed lexicon.txt
	lexiconText string
	//go:embed opposites.txt
	oppositesText string
)

// A kind says what part a term plays in the checks.
type kind uint8

const (
	idea    kind = iota // a word for something
	filler              // a word that adds nothing to check
	denial              // a word that denies
	claimed             // the text does not vouch for it
	maybe               // it may be so
	chance              // a noun for that: risk, potential
	name                // a known name
)

// A sense is one thing that a form may stand for.
type sense struct {
	kind kind
	name string // of the idea or the name: "soldier", "RU"
	sign int8   // +1 or -1 for the ends of a scale, else 0
	hard bool   // so definite that it was added where the quotes lack it
	city bool   // of a name: the capital, which may stand for its country
}

// A form is a word or phrase of the lexicon.
type form struct {
	parts   []string // folded; a part ending in * matches what begins with it
	senses  []sense
	turkish bool // a part without * matches its noun forms too
}

// A lexicon holds the forms of one language by the first letters of their
// first word.
type lexicon map[string][]*form

// lexicons are read at the first use: Turkish, English.
var lexicons = sync.OnceValue(func() [2]lexicon { return parseLexicon(lexiconText) })

// opposites are the ends of scales, read at the first use: Turkish, English.
var opposites = sync.OnceValue(func() [2]lexicon { return parseLexicon(oppositesText) })

// parseLexicon panics on a broken line: the file is part of the program.
func parseLexicon(text string) [2]lexicon {
	both := [2]lexicon{{}, {}}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, forms, ok := strings.Cut(line, ":")
		tr, en, ok2 := strings.Cut(forms, "|")
		if !ok || !ok2 {
			panic(fmt.Sprintf("check: lexicon line %d: want name: forms | forms", n+1))
		}
		s := parseSense(head)
		for i, list := range []string{tr, en} {
			for _, f := range strings.Fields(list) {
				both[i].add(f, s, i == 0)
			}
		}
	}
	return both
}

func parseSense(head string) sense {
	switch {
	case head == "~":
		return sense{kind: filler}
	case head == "!":
		return sense{kind: denial}
	case head == "?claim":
		return sense{kind: claimed}
	case head == "?may":
		return sense{kind: maybe}
	case head == "?chance":
		return sense{kind: chance}
	case head[0] == '@':
		country, city, _ := strings.Cut(head[1:], ".")
		return sense{kind: name, name: country, city: city != ""}
	case strings.HasSuffix(head, "+"):
		return sense{name: head[:len(head)-1], sign: 1}
	case strings.HasSuffix(head, "!"):
		return sense{name: head[:len(head)-1], hard: true}
	case strings.HasSuffix(head, "-"):
		return sense{name: head[:len(head)-1], sign: -1}
	}
	return sense{name: head}
}

func (l lexicon) add(text string, s sense, turkish bool) {
	parts := strings.Split(text, "_")
	if slices.Contains(parts, "") || slices.Contains(parts, "*") {
		panic(fmt.Sprintf("check: lexicon form %q has an empty part", text))
	}
	turkish = turkish && s.kind == idea && s.sign == 0
	key := lexiconKey(parts[0])
	for _, f := range l[key] {
		if strings.Join(f.parts, "_") == text {
			f.senses = append(f.senses, s)
			return
		}
	}
	l[key] = append(l[key], &form{parts, []sense{s}, turkish})
}

// lexiconKey is the first two letters of a part, or all of a shorter one; a
// starred part of one letter would match too much and is not used.
func lexiconKey(part string) string {
	part = strings.TrimSuffix(part, "*")
	return part[:min(2, len(part))]
}

// match finds the senses of the longest form that the words begin with: the one
// of most words, then of most letters. Forms that are equally long all count.
func (l lexicon) match(words []turkish.Word) ([]sense, int) {
	var senses []sense
	most, n := 0, 1
	fold := words[0].Fold
	for i := 1; i <= min(2, len(fold)); i++ {
		for _, f := range l[fold[:i]] {
			w, ok := f.fits(words)
			if !ok || w < most {
				continue
			}
			if w > most {
				senses, most, n = nil, w, len(f.parts)
			}
			senses = append(senses, f.senses...)
		}
	}
	return senses, n
}

// fits reports whether the words begin with the form, and how much of them it
// covers.
func (f *form) fits(words []turkish.Word) (weight int, ok bool) {
	if len(words) < len(f.parts) {
		return 0, false
	}
	for i, p := range f.parts {
		stem, open := strings.CutSuffix(p, "*")
		if words[i].Fold != stem && !(open && strings.HasPrefix(words[i].Fold, stem)) && !(f.turkish && !open && inflects(words[i].Fold, stem)) {
			return 0, false
		}
		weight += 1000 + len(stem)
	}
	return weight, true
}

// inflects reports whether a folded Turkish word is a noun of at least three
// letters with a usual ending: yolu, yollarında of yol.
func inflects(fold, noun string) bool {
	rest, ok := strings.CutPrefix(fold, noun)
	return ok && len(noun) >= 3 && nounEnding.MatchString(rest)
}

// nounEnding is plural, possessive of the third person and case, each at will.
var nounEnding = newPattern(`^(l[ae]r)?(s?[iu])?(n?[iu]n|[ny]?[iu]|[ny]?[ae]|n?[dt][ae]n?|y?l[ae])?$`)
