package config

import (
	"os"
	"reflect"
	"testing"

	"go.yaml.in/yaml/v3"
)

const exampleFile = "../../config.example.yaml"

func TestExampleEqualsTheDefaults(t *testing.T) {
	s, err := Load(Source{File: exampleFile})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s.Config, Default()) {
		t.Errorf("config.example.yaml = %+v\nwant the defaults %+v", s.Config, Default())
	}
}

// TestExampleDocumentsEveryKey wants each key to stand in the example, with a
// comment above or beside it, and nothing else to stand there.
func TestExampleDocumentsEveryKey(t *testing.T) {
	data, err := os.ReadFile(exampleFile)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	got := make(map[string]bool)
	documented(t, "", doc.Content[0], got)
	for _, key := range allKeys() {
		if !got[key] {
			t.Errorf("config.example.yaml lacks %s", key)
		}
		delete(got, key)
	}
	for key := range got {
		t.Errorf("config.example.yaml has %s, which no setting is called", key)
	}
}

func documented(t *testing.T, prefix string, n *yaml.Node, keys map[string]bool) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, v := n.Content[i], n.Content[i+1]
		key := prefix + name.Value
		if v.Kind == yaml.MappingNode {
			documented(t, key+".", v, keys)
			continue
		}
		keys[key] = true
		if name.HeadComment+v.LineComment == "" {
			t.Errorf("config.example.yaml: %s has no comment", key)
		}
	}
}
