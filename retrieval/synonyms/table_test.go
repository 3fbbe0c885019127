package synonyms

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A table made of the built-in lists, as TestBuiltinTable says the built-in one
// is, holds under each key what they say, in their order, and under no other key
// anything.
func TestTableHoldsTheLists(t *testing.T) {
	want := map[string][]string{}
	groups := builtinGroups(t)
	for i, g := range groups {
		for _, text := range g.From {
			add(want, i, text, true, g.Mutual())
		}
		for _, text := range g.To {
			if !g.Mutual() {
				add(want, i, text, false, true)
			}
		}
	}
	set := New(groups)
	tab := &set.tables[0]
	if set.Len() != len(groups) || len(tab.entries)/entrySize != len(want) {
		t.Errorf("the table has %d groups and %d keys, the lists %d and %d", set.Len(), len(tab.entries)/entrySize, len(groups), len(want))
	}
	for key, phrases := range want {
		if got := under(tab, key); !slices.Equal(got, phrases) {
			t.Errorf("under %q stands %q, want %q", key, got, phrases)
		}
	}
	for key := range want {
		for i := range len(key) {
			for _, other := range []string{key[:i], key[:i] + "q" + key[i:], key + key[:i]} {
				if _, ok := want[other]; !ok && under(tab, other) != nil {
					t.Errorf("under %q stands %q, want nothing", other, under(tab, other))
				}
			}
		}
	}
}

func add(to map[string][]string, group int, text string, from, told bool) {
	var d draft
	d.appendWords(text)
	key := d.words[0].key()
	to[key] = append(to[key], fmt.Sprint(group, d.words, from, told))
}

// under shows what stands under a key, as add does.
func under(tab *table, key string) (phrases []string) {
	for cut := range len(key) + 1 { // a key in two pieces is the key
		phrases = nil
		for at := tab.under(hash(packed(key)), key[:cut], key[cut:]); at >= 0; {
			p := tab.phrase(at)
			var words []wanted
			for n := range p.len() {
				words = append(words, tab.word(p, n))
			}
			phrases = append(phrases, fmt.Sprint(p.group(), words, p.from(), p.to()))
			at = p.next()
		}
	}
	return phrases
}

// A collection's list is found as the built-in ones are, beside them and alone:
// what is said in both leads to groups of both.
func TestWith(t *testing.T) {
	own, err := Parse(strings.NewReader("mühimmat, bırtık\n" + strings.Repeat("çok uzun bir öbek daha var hem de, "+strings.Repeat("ağaç", 30)+", щедрость, щедрый\n", 1)))
	if err != nil {
		t.Fatal(err)
	}
	builtin, alone := Turkish(), New(own)
	both := builtin.With(own)
	if both.Len() != builtin.Len()+len(own) || builtin.Len() != Turkish().Len() || new(Set).Len() != 0 {
		t.Fatalf("with %d groups %d become %d", len(own), builtin.Len(), both.Len())
	}
	for _, text := range []string{
		"muhimmati", "birtiklar", "cok uzun bir obek daha var hem de", strings.Repeat("agac", 30) + "lar",
		"щедрость", "щедрый", "щедр", "cephane", "yok",
	} {
		words := strings.Fields(text)
		want := builtin.Find(words)
		for _, m := range alone.Find(words) {
			m.Group += builtin.Len()
			want = append(want, m)
		}
		want = keepLongest(want, 0, longest(want))
		if got := both.Find(words); !slices.Equal(got, want) || text == "muhimmati" && len(got) < 2 {
			t.Errorf("Find(%q) = %v, want %v", text, got, want)
		}
	}
	if got := new(Set).Find([]string{"savas"}); got != nil {
		t.Errorf("an empty set finds %v", got)
	}
}

func longest(matches []Match) (n int) {
	for _, m := range matches {
		n = max(n, m.Last-m.First+1)
	}
	return n
}
