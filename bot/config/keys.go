package config

import (
	"reflect"
	"slices"
	"strings"
)

// A field is one setting: its key and where its value lies in a Config.
type field struct {
	key   string
	index []int
}

// in is the field's value inside c, which must be addressable to be set.
func (f field) in(c reflect.Value) reflect.Value { return c.FieldByIndex(f.index) }

// fields lists the settings of a Config in the order of its declaration. A
// struct with a tag is a section, unless it reads itself from text.
func fields() []field { return walk(nil, reflect.TypeFor[Config](), "", nil) }

func walk(to []field, t reflect.Type, prefix string, index []int) []field {
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("mapstructure")
		if name == "" || name == "-" {
			continue
		}
		at := append(append([]int(nil), index...), i)
		if f.Type.Kind() == reflect.Struct {
			to = walk(to, f.Type, prefix+name+".", at)
			continue
		}
		to = append(to, field{key: prefix + name, index: at})
	}
	return to
}

// secretKeys are the settings that are never shown and that may come from a file.
var secretKeys = []string{"llm.api_key", "discord.token", "webhook.token", "webhook.admin_token", "webhook.secrets", "callbacks.endpoints"}

// allKeys are the keys that may be set: those of the fields, and those that
// name the file of a secret.
func allKeys() []string {
	var keys []string
	for _, f := range fields() {
		keys = append(keys, f.key)
		if slices.Contains(secretKeys, f.key) {
			keys = append(keys, f.key+fileSuffix)
		}
	}
	return keys
}

// pathKeys are the settings that name a file or folder. In the settings file
// such a path is relative to that file's own folder.
var pathKeys = []string{"articles.dir", "articles.synonyms", "store.path"}

// fileSuffix makes the key which names the file that a secret is read from.
const fileSuffix = "_file"

// envName is the environment variable of a key.
func envName(key string) string {
	return envPrefix + "_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// envPrefix begins the name of every environment variable of the program.
const envPrefix = "ALINTI"
