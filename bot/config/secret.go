package config

import (
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strings"
)

// fromFile sets a secret from the file that its _file key names. It reports
// false when no file is named or the secret itself is set on a higher layer.
func (l *loader) fromFile(f field, to reflect.Value) bool {
	key := f.key + fileSuffix
	origin, own := l.origin(key), l.origin(f.key)
	var path string
	if message, cure := read(l.v.Get(key), reflect.ValueOf(&path).Elem()); message != "" {
		l.problem(l.about(key, message, cure))
		return true
	}
	if path == "" {
		return false
	}
	if l.filled(f.key) && own.Layer >= origin.Layer {
		if own.Layer == origin.Layer {
			l.problem(l.about(key, "is set beside "+f.key, "leave only one of them"))
		}
		return own.Layer == origin.Layer
	}
	lines, err := secretLines(l.resolve(path, origin))
	switch {
	case err != nil:
		l.problem(l.about(key, "the file cannot be read: "+cause(err), "check the path and its permissions"))
	case len(lines) == 0:
		l.problem(l.about(key, "the file is empty", "put the secret in it"))
	case to.Kind() == reflect.Slice:
		to.Set(reflect.ValueOf(lines))
	case len(lines) > 1:
		l.problem(l.about(key, "the file holds more than one line", "put the secret alone in it"))
	default:
		to.SetString(lines[0])
	}
	l.set.origins[f.key], l.set.named[f.key] = origin, true
	return true
}

// filled reports whether any place gives the key a value that is not empty.
func (l *loader) filled(key string) bool {
	switch raw := l.v.Get(key).(type) {
	case value:
		return raw.Value != "" || len(raw.Content) > 0
	case string:
		return raw != ""
	}
	return false
}

// secretLines are the lines of a file of secrets that are not blank.
func secretLines(path string) ([]string, error) {
	data, err := readBounded(path)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// cause is an error without the path that the problem already names.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// scrub puts Hidden in place of every secret that a section's check has quoted.
func (l *loader) scrub(text string) string {
	c := reflect.ValueOf(l.config)
	for _, f := range fields() {
		if !slices.Contains(secretKeys, f.key) {
			continue
		}
		secrets, isList := f.in(c).Interface().([]string)
		if !isList {
			secrets = []string{f.in(c).String()}
		}
		for _, secret := range secrets {
			if len(secret) > 3 { // a shorter one is found in any sentence
				text = strings.ReplaceAll(text, secret, Hidden)
			}
		}
	}
	return text
}
