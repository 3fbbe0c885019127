package main

import (
	"testing"

	"github.com/spf13/cobra"
)

// TestEveryCommandShowsAnExample walks through all commands.
func TestEveryCommandShowsAnExample(t *testing.T) {
	seen := 0
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		seen++
		if c.Short == "" || c.Example == "" {
			t.Errorf("%s has no short description or no example", c.CommandPath())
		}
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk((&program{}).root())
	if seen < 9 {
		t.Errorf("only %d commands seen", seen)
	}
}
