package synonyms

import (
	_ "embed"
	"strings"
)

// newsList holds the terms of the news desk with their everyday words,
// thesaurus the common words of the language.
//
//go:embed synonyms.tr.txt
var newsList string

//go:embed thesaurus.tr.txt
var thesaurus string

// Turkish returns the built-in lists. docs/data.md says where they come from
// and what they are worth.
func Turkish() []Group {
	groups, err := Parse(strings.NewReader(newsList + "\n" + thesaurus))
	if err != nil {
		panic("synonyms: the built-in list is broken: " + err.Error())
	}
	return groups
}
