package gazetteer_test

import (
	"fmt"
	"strings"
	"testing"

	"alinti/retrieval/gazetteer"
)

func TestLeaderAt(t *testing.T) {
	for words, want := range map[string]string{
		"putin":                "putin RU 1",
		"vladimir putin geldi": "putin RU 2",
		"putine sordu":         "putin RU 1 e",
		"erdoganin sozleri":    "erdogan TR 1 in",
		"erdoganen":            "", // no suffix
		"aliyeva":              "", // the harmony is wrong: another person
		"zelensky said":        "zelenski UA 1",
		"zelenskiy":            "zelenski UA 1",
		"recep tayyip erdogan": "erdogan TR 3",
		"xi jinping":           "si cinping CN 2",
		"si cinpingin":         "si cinping CN 2 in",
		"si":                   "",
		"xi":                   "",
		"kim":                  "kim KP 1",
		"kim jong unun":        "kim KP 3 un",
		"kime kimin":           "",
		"emmanuel":             "",
		"donald tusk":          "tusk PL 2",
		"donald trump":         "trump US 2",
		"lula da silva":        "lula BR 3",
		"modifikasyon":         "",
		"trumpet":              "",
		"":                     "",
		"vladimir":             "",
	} {
		l, n, suffix := gazetteer.LeaderAt(strings.Fields(words))
		got := ""
		if n > 0 {
			got = strings.TrimSpace(fmt.Sprint(l.Name, " ", l.Key, " ", n, " ", suffix))
		}
		if got != want {
			t.Errorf("LeaderAt(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestLeaderOf(t *testing.T) {
	for name, want := range map[string]string{
		"macron": "FR", "emmanuel macron": "FR", "lukashenko": "BY", "merz": "DE",
		"macrona": "", "macron geldi": "", "lavrov": "", "": "",
	} {
		if l, ok := gazetteer.LeaderOf(name); l.Key != want && ok || ok != (want != "") {
			t.Errorf("LeaderOf(%q) = %v, %v; want %q", name, l, ok, want)
		}
	}
}
