package synonyms

import (
	_ "embed"
	"strings"
)

//go:embed synonyms.tr.txt
var turkishList string

// Turkish returns the built-in list for general Turkish news. docs/data.md says
// where it comes from and what it is worth.
func Turkish() []Group {
	groups, err := Parse(strings.NewReader(turkishList))
	if err != nil {
		panic("synonyms: the built-in list is broken: " + err.Error())
	}
	return groups
}
