package english

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

func TestListIsWellFormed(t *testing.T) {
	if !strings.HasPrefix(list, listMagic) {
		t.Fatalf("the list begins with %q, want %q", list[:len(listMagic)], listMagic)
	}
	l := openList()
	if got, want := l.link+linkLength*u32(len(listMagic)+12), len(list); got != want {
		t.Fatalf("the parts end at byte %d of %d", got, want)
	}
	for n := range l.heads {
		head := l.head(n)
		if got := l.find(head); got != n {
			t.Errorf("find(%q) = %d, want %d", head, got, n)
		}
		if n > 0 && l.head(n-1) >= head {
			t.Errorf("head %q follows %q", head, l.head(n-1))
		}
		if strings.Trim(head, "abcdefghijklmnopqrstuvwxyz") != "" || len(head) > maxWord {
			t.Errorf("head %q is not a folded word of at most %d letters", head, maxWord)
		}
		links := l.links(n)
		if len(links) == 0 || len(links) > 32*linkLength {
			t.Errorf("head %q has %d links, want 1 to 32", head, len(links)/linkLength)
		}
		for ; len(links) > 0; links = links[linkLength:] {
			if id := int(links[0]) | int(links[1])<<8; id >= l.stems {
				t.Errorf("head %q has stem %d of %d", head, id, l.stems)
			}
			if w := float64(links[2]) * weightUnit; w <= 0 || w > 1 {
				t.Errorf("head %q has weight %v", head, w)
			}
		}
	}
	for n := 1; n < l.stems; n++ {
		if l.stemOf(n-1) >= l.stemOf(n) {
			t.Errorf("stem %q follows %q", l.stemOf(n), l.stemOf(n-1))
		}
	}
	if got, want := len(letterTable), letterBase*letterBase*letterBase; got != want {
		t.Errorf("the letter table has %d bytes, want %d", got, want)
	}
}

// TestListIsOfTheGlossary finds every line of the glossary that the list was
// built from, so that one is not changed without the other.
func TestListIsOfTheGlossary(t *testing.T) {
	file, err := os.Open("../../docs/data/glossary.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	l, lines := openList(), 0
	for in := bufio.NewScanner(file); in.Scan(); {
		head, first, ok := strings.Cut(in.Text(), " = ")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		lines++
		n := l.find(head)
		if n < 0 {
			t.Errorf("the list lacks %q", head)
			continue
		}
		first, _, _ = strings.Cut(first, ",")
		if stem := longStem(first); stem != "" && !leadsTo(l, n, stem) {
			t.Errorf("the list does not lead from %q to %q", head, stem)
		}
	}
	if lines < 6000 {
		t.Errorf("the glossary has %d lines, want at least 6000", lines)
	}
}

// longStem is the stem of a translation that is one word without special
// letters and long enough to keep its stem in every form, or "".
func longStem(word string) string {
	root := strings.TrimSuffix(strings.TrimSuffix(word, "mek"), "mak")
	if len(root) < stemLength+1 || strings.Trim(root, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return root[:stemLength]
}

func leadsTo(t table, n int, stem string) bool {
	for links := t.links(n); len(links) > 0; links = links[linkLength:] {
		if t.stemOf(int(links[0])|int(links[1])<<8) == stem {
			return true
		}
	}
	return false
}
