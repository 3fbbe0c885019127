package config

import (
	"fmt"
	"strconv"
	"strings"
)

// A Problem is one thing that is wrong with the settings. It never holds the
// value of a secret.
type Problem struct {
	Key     string // the setting, empty when it is about a whole file
	Value   string // what stands there, as shown: quoted, or hidden
	Source  string // where it stands: "settings.yaml:12", "environment ALINTI_LISTEN", "--listen"
	Message string // what is wrong
	Cure    string // what to do about it, may be empty
}

// Error puts the problem on one line.
func (p *Problem) Error() string {
	var parts []string
	for _, s := range []string{p.Source, p.Key} {
		if s != "" {
			parts = append(parts, printable(s))
		}
	}
	text := strings.Join(parts, ": ")
	if p.Value != "" {
		text += " = " + p.Value
	}
	text += ": " + p.Message
	if p.Cure != "" {
		text += "; " + p.Cure
	}
	return text
}

// because is a copy of p with what is wrong.
func (p *Problem) because(message, cure string) *Problem {
	q := *p
	q.Message, q.Cure = message, cure
	return &q
}

// Problems takes an error that was joined apart, one for each thing that is
// wrong.
func Problems(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	var texts []string
	for _, e := range joined.Unwrap() {
		all = append(all, Problems(e)...)
		texts = append(texts, e.Error())
	}
	if strings.Join(texts, "\n") != err.Error() { // an error that wraps two, not a list of them
		return []error{err}
	}
	return all
}

// printable is a name from outside, quoted if it would not print as itself.
func printable(name string) string {
	if q := strconv.QuoteToGraphic(name); q[1:len(q)-1] != name || len(name) > 100 {
		return shown(name)
	}
	return name
}

// shown is how a value appears in a problem: quoted and cut when long.
func shown(v any) string {
	const most = 60
	r := []rune(fmt.Sprint(v))
	if len(r) > most {
		return fmt.Sprintf("%q…", string(r[:most]))
	}
	return fmt.Sprintf("%q", string(r))
}
