package discord

import (
	"slices"
	"strings"
	"testing"

	"alinti/seeds"
)

// The articles may be anybody's: what the bot says of itself holds no example
// about the two inside the program.
func TestHelpSuitsAnyArticles(t *testing.T) {
	for language, questions := range seeds.Examples() {
		help := wordsIn(language).help
		if !strings.Contains(help, "/ask") || slices.ContainsFunc(questions, func(q string) bool { return strings.Contains(help, q) }) {
			t.Errorf("the help in %q is %q, want /ask and no question about the two articles", language, help)
		}
	}
}
