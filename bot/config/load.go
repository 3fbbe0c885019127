package config

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/viper"
)

// A Source says where the settings of one run are read from, beside the
// environment and the defaults.
type Source struct {
	File  string // the settings file; empty: none is read
	Flags []Flag // the flags that were given
}

// A Flag is a value from the command line.
type Flag struct {
	Name  string // as the user wrote it: "--listen"
	Key   string // the setting that it sets
	Value string
}

// Load reads and checks the settings. Its error joins a [Problem] for each
// thing that is wrong; then no settings are returned.
func Load(src Source) (*Settings, error) {
	l := newLoader(src)
	l.file()
	return l.finish()
}

// A loader is one Load under way.
type loader struct {
	src      Source
	keys     []string // every key that may be set
	v        *viper.Viper
	config   Config
	set      *Settings
	lines    map[string]string // key to its place in the settings file
	problems []error
}

func newLoader(src Source) *loader {
	l := &loader{
		src:    src,
		keys:   allKeys(),
		v:      viper.New(),
		config: Default(),
		set:    &Settings{File: src.File, origins: make(map[string]Origin), named: make(map[string]bool)},
		lines:  make(map[string]string),
	}
	for _, key := range l.keys {
		l.v.SetDefault(key, "")
		l.v.MustBindEnv(key, envName(key)) // each by name: AutomaticEnv lets ALINTI_LLM hide all of llm
	}
	for _, f := range src.Flags {
		l.v.Set(f.Key, f.Value)
	}
	return l
}

// finish reads the layers that viper holds into the Config, and checks it.
func (l *loader) finish() (*Settings, error) {
	l.environment()
	l.fields()
	if len(l.problems) == 0 {
		l.validate()
	}
	if len(l.problems) > 0 {
		return nil, errors.Join(l.problems...)
	}
	return l.settings(), nil
}

func (l *loader) settings() *Settings {
	l.set.Config = l.config
	l.set.hide()
	return l.set
}

func (l *loader) problem(p *Problem) { l.problems = append(l.problems, p) }

// file reads the settings file into viper, each value as its YAML node.
func (l *loader) file() {
	if l.src.File == "" {
		return
	}
	data, err := readBounded(l.src.File)
	if err == nil {
		l.merge(data)
	} else {
		l.problem(&Problem{Source: l.src.File, Message: "the settings file cannot be read: " + cause(err), Cure: "check --config and " + envPrefix + "_CONFIG"})
	}
}

// merge takes over the entries of the settings file's text.
func (l *loader) merge(data []byte) {
	entries, err := parseFile(l.src.File, data, l.keys)
	if err != nil {
		l.problems = append(l.problems, Problems(err)...)
	}
	tree := make(map[string]any)
	for _, e := range entries {
		if !slices.Contains(l.keys, e.key) {
			l.problem(unknownKey(e.key, at(l.src.File, e.node), l.keys))
			continue
		}
		l.lines[e.key] = at(l.src.File, e.node)
		put(tree, e.key, value{e.node})
	}
	if err := l.v.MergeConfigMap(tree); err != nil {
		l.problem(&Problem{Source: l.src.File, Message: cause(err)})
	}
}

// put sets a dotted key in a tree of maps.
func put(tree map[string]any, key string, v any) {
	for {
		section, rest, found := strings.Cut(key, ".")
		if !found {
			tree[key] = v
			return
		}
		below, ok := tree[section].(map[string]any)
		if !ok {
			below = make(map[string]any)
			tree[section] = below
		}
		tree, key = below, rest
	}
}

// fields sets every field that some place above the default has a value for.
func (l *loader) fields() {
	c := reflect.ValueOf(&l.config).Elem()
	for _, f := range fields() {
		to := f.in(c)
		origin := l.origin(f.key)
		l.set.origins[f.key] = origin
		if slices.Contains(secretKeys, f.key) && l.fromFile(f, to) {
			continue
		}
		if origin.Layer == LayerDefault {
			continue
		}
		if message, cure := read(l.v.Get(f.key), to); message != "" {
			l.problem(l.about(f.key, message, cure))
			continue
		}
		if slices.Contains(pathKeys, f.key) {
			to.SetString(l.resolve(to.String(), origin))
		}
	}
}

// resolve makes a path of the settings file relative to that file's folder.
func (l *loader) resolve(path string, from Origin) string {
	if from.Layer != LayerFile || path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(l.src.File), path)
}
