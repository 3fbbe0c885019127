package synonyms

import _ "embed"

// builtin is the table of the built-in lists: synonyms.tr.txt, the terms of the
// news desk with their everyday words; thesaurus.tr.txt, the common words of the
// language; verbs.tr.txt, its verbs with the phrases that say the same, and its
// adjectives and adverbs. docs/data.md says where they come from and what they
// are worth. After a change to a list:
//
//	go generate ./retrieval/synonyms
//
//go:generate go test -run ^TestBuiltinTable$ . -update
//go:embed builtin.bin
var builtin string

// Turkish returns the set of the built-in lists. It costs next to nothing.
func Turkish() *Set { return &Set{tables: []table{open(builtin)}} }
