package config

import (
	"reflect"
	"slices"
)

// Hidden stands in place of every secret that is set.
const Hidden = "(hidden)"

// Settings are a checked Config with every secret hidden, so that they can be
// printed, logged and encoded in any way.
type Settings struct {
	Config
	File string // the settings file that was read, may be empty

	origins map[string]Origin
	named   map[string]bool // secrets that were read from a file of their own
	real    func() Config   // a closure, because no printer looks into one
}

// Revealed is the Config with its secrets, for the parts that need them. It
// must not be printed.
func (s *Settings) Revealed() Config { return s.real() }

// hide puts Hidden in place of every secret.
func (s *Settings) hide() {
	real := s.Config
	s.real = func() Config { return real }
	c := reflect.ValueOf(&s.Config).Elem()
	for _, f := range fields() {
		if !slices.Contains(secretKeys, f.key) {
			continue
		}
		switch to := f.in(c); to.Kind() {
		case reflect.String:
			if to.String() != "" {
				to.SetString(Hidden)
			}
		case reflect.Slice:
			if to.Len() > 0 {
				to.Set(reflect.ValueOf(slices.Repeat([]string{Hidden}, to.Len())))
			}
		}
	}
}

// HasSecrets reports whether the settings file itself holds a secret.
func (s *Settings) HasSecrets() bool {
	return slices.ContainsFunc(s.List(), func(v Setting) bool {
		return v.Origin.Layer == LayerFile && slices.Contains(secretKeys, v.Key) && !s.named[v.Key]
	})
}

// A Setting is one key with its value and the place it came from.
type Setting struct {
	Key    string
	Value  any // hidden if it is a secret
	Origin Origin
}

// List is every setting in the order of [Config].
func (s *Settings) List() []Setting {
	c := reflect.ValueOf(s.Config)
	var list []Setting
	for _, f := range fields() {
		list = append(list, Setting{f.key, f.in(c).Interface(), s.origins[f.key]})
	}
	return list
}
