package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFile bounds the settings file and the files of secrets, in bytes.
const maxFile = 1 << 20

// maxEntries bounds how much of a file that is no settings file is looked at.
const maxEntries = 500

// An entry is one value of the settings file, with where it stands.
type entry struct {
	key  string
	node *yaml.Node
}

// value is what viper carries for an entry: the YAML node itself, so that the
// type as written and the line are still known when the value is read.
type value struct{ *yaml.Node }

// readBounded reads a file of at most maxFile bytes.
func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, maxFile)
	}
	return data, nil
}

// parseFile turns the text of a settings file into its entries in file order.
// name is for the problems alone; keys are those that take a value.
func parseFile(name string, data []byte, keys []string) ([]entry, error) {
	whole := &Problem{Source: name}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, whole.because("is not YAML: "+syntax(err), "")
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, whole.because("holds more than one YAML document", "leave only one")
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil, nil
	}
	if root.Kind != yaml.MappingNode {
		return nil, whole.because("is not a list of settings", "write one setting a line, like listen: 127.0.0.1:8080")
	}
	p := parser{name: name, keys: keys, seen: make(map[string]int)}
	p.mapping("", root)
	return p.entries, errors.Join(p.problems...)
}

// syntax is what the YAML reader has to say, without the name of an alias,
// which may be a secret that begins with a star.
func syntax(err error) string {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if strings.Contains(text, "anchor") {
		return "a value begins with * and must be put in quotes"
	}
	return text
}

// A parser collects the entries of one file, and what is wrong with its form.
type parser struct {
	name     string
	keys     []string
	entries  []entry
	seen     map[string]int // key to line
	problems []error
}

func (p *parser) problem(key string, n *yaml.Node, message, cure string) {
	p.problems = append(p.problems, &Problem{Key: key, Source: at(p.name, n), Message: message, Cure: cure})
}

// mapping reads the keys of one section. Keys are case-blind, as viper's are.
func (p *parser) mapping(prefix string, n *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, v := n.Content[i], n.Content[i+1]
		key := prefix + strings.ToLower(name.Value)
		switch {
		case len(p.entries)+len(p.problems) == maxEntries:
			return
		case name.Kind != yaml.ScalarNode || !plain(name) || !plain(v):
			p.problem(key, name, "uses a YAML alias, tag or key that is not text", "write the setting out")
		case v.Kind == yaml.MappingNode && !slices.Contains(p.keys, key):
			p.mapping(key+".", v)
		case v.Tag == "!!null" && p.known(key): // a key without a value: the default holds
		case p.seen[key] != 0:
			p.problem(key, name, fmt.Sprintf("is set twice, first on line %d", p.seen[key]), "leave only one")
		default:
			p.seen[key] = name.Line
			p.entries = append(p.entries, entry{key, v})
		}
	}
}

// known reports whether a key is a setting or a section of settings.
func (p *parser) known(key string) bool {
	return slices.ContainsFunc(p.keys, func(k string) bool { return k == key || strings.HasPrefix(k, key+".") })
}

// plain reports whether a node is neither an alias nor of a type of its own.
func plain(n *yaml.Node) bool {
	return n.Kind != yaml.AliasNode && strings.HasPrefix(n.Tag, "!!") && n.Tag != "!!merge"
}

// at is the place of a node, as editors and compilers write it.
func at(name string, n *yaml.Node) string { return fmt.Sprintf("%s:%d", name, n.Line) }
