package synonyms

import _ "embed"

// newsList holds the terms of the news desk with their everyday words,
// thesaurus the common words of the language, verbs its verbs with the phrases
// that say the same, and its adjectives and adverbs.
//
//go:embed synonyms.tr.txt
var newsList string

//go:embed thesaurus.tr.txt
var thesaurus string

//go:embed verbs.tr.txt
var verbs string

// Turkish returns the built-in lists. docs/data.md says where they come from
// and what they are worth.
func Turkish() []Group {
	groups, err := parse(newsList + "\n" + thesaurus + "\n" + verbs)
	if err != nil {
		panic("synonyms: the built-in list is broken: " + err.Error())
	}
	return groups
}
