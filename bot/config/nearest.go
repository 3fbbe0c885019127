package config

import (
	"os"
	"regexp"
	"slices"
	"strings"
)

// unknownKey is the problem of a key that no setting has. Its value is not
// shown, for it may be a secret under a mistyped name.
func unknownKey(key, source string, keys []string) *Problem {
	p := &Problem{Key: key, Source: source, Message: "there is no such setting", Cure: "see config.example.yaml for all of them"}
	var below []string
	for _, k := range keys {
		if strings.HasPrefix(k, key+".") {
			below = append(below, k)
		}
	}
	switch near := nearest(key, keys); {
	case len(below) > 0:
		p.Message = "is a section and takes no value of its own"
		p.Cure = "write its settings below it: " + strings.Join(below, ", ")
	case near != "":
		p.Cure = "did you mean " + near + "?"
	}
	return p
}

// serviceEnv matches the variables that Kubernetes sets for each service, which
// carry our prefix when a service is called alinti.
var serviceEnv = regexp.MustCompile(`_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)$`)

// environment looks for misspelt variables: those that begin like a section or
// are nearly the name of a setting. Others that happen to share the prefix are
// someone else's.
func (l *loader) environment() {
	const prefix = envPrefix + "_"
	known := []string{"CONFIG"}
	for _, key := range l.keys {
		known = append(known, strings.TrimPrefix(envName(key), prefix))
	}
	for _, pair := range os.Environ() {
		variable, _, _ := strings.Cut(pair, "=")
		name, ours := strings.CutPrefix(variable, prefix)
		if !ours || slices.Contains(known, name) || serviceEnv.MatchString(variable) {
			continue
		}
		near := nearest(name, known)
		if near == "" && !l.inSection(variable) {
			continue
		}
		p := &Problem{Source: "environment", Key: variable, Message: "there is no such setting", Cure: "see config.example.yaml for all of them"}
		if near != "" {
			p.Cure = "did you mean " + prefix + near + "?"
		}
		l.problem(p)
	}
}

// inSection reports whether a variable's name begins with that of a section.
func (l *loader) inSection(name string) bool {
	for _, key := range l.keys {
		if section, _, nested := strings.Cut(key, "."); nested && strings.HasPrefix(name, envName(section)+"_") {
			return true
		}
	}
	return false
}

// nearest is the known name with the fewest edits to the given one, or none
// when even that has more than about a third of its letters changed. A name
// without its section, or without its last words, is near the one that has
// them; within a section only what follows it counts.
func nearest(name string, known []string) string {
	best, fewest := "", len(name)
	for _, k := range known {
		a, b := name, k
		if section, rest, nested := strings.Cut(name, "."); nested && strings.HasPrefix(k, section+".") {
			a, b = rest, k[len(section)+1:]
		}
		d := edits(a, b)
		if strings.HasSuffix(k, "."+name) || strings.HasPrefix(k, name+"_") {
			d = 1
		}
		if d <= max(2, len(a)/3) && d < fewest {
			best, fewest = k, d
		}
	}
	return best
}

// edits counts the insertions, deletions, changes and swaps of neighbours that
// turn a into b (optimal string alignment).
func edits(a, b string) int {
	if len(a) > 100 || len(b) > 100 {
		return max(len(a), len(b))
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
