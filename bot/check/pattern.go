package check

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first looked
// for: most runs of the program check no statement.
type pattern struct{ compiled func() *regexp.Regexp }

func newPattern(expr string) pattern {
	return pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}

// MatchString reports whether the pattern is found in s.
func (p pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }
