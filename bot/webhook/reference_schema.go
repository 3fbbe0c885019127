package webhook

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

type schemaView struct {
	Name, Description string
	Fields            []fieldView
	typeView
}

// A typeView is a schema in a few words: the name of another, or its type,
// values and limits.
type typeView struct {
	Ref    string // the schema on the page that it is, if it has one there
	List   bool   // a list of such
	Type   string // its name, or JSON's name of the type
	Values []string
	Limits string
}

// schemaJSON is what the page shows of a schema.
type schemaJSON struct {
	Ref         string          `json:"$ref"`
	Description string          `json:"description"`
	Type        string          `json:"type"`
	Format      string          `json:"format"`
	Enum        []string        `json:"enum"`
	Minimum     *int            `json:"minimum"`
	Maximum     *int            `json:"maximum"`
	MaxLength   *int            `json:"maxLength"`
	Default     any             `json:"default"`
	Items       *schemaJSON     `json:"items"`
	Required    []string        `json:"required"`
	Properties  json.RawMessage `json:"properties"`
	AllOf       []schemaJSON    `json:"allOf"`
}

func readSchemas(raw json.RawMessage) ([]schemaView, error) {
	named, err := members(raw)
	if err != nil {
		return nil, err
	}
	var all []schemaView
	for _, n := range named {
		var s schemaJSON
		if err := json.Unmarshal(n.raw, &s); err != nil {
			return nil, fmt.Errorf("%s: %w", n.key, err)
		}
		v := schemaView{Name: n.key, Description: s.Description, typeView: typeOf(s)}
		for _, base := range s.AllOf {
			v.Ref, v.Type = refersTo(base.Ref) // it has the keys of another as well
		}
		properties, err := members(s.Properties)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n.key, err)
		}
		for _, p := range properties {
			var f schemaJSON
			if err := json.Unmarshal(p.raw, &f); err != nil {
				return nil, fmt.Errorf("%s.%s: %w", n.key, p.key, err)
			}
			v.Fields = append(v.Fields, fieldView{p.key, "", f.Description, slices.Contains(s.Required, p.key), typeOf(f)})
		}
		all = append(all, v)
	}
	return all, nil
}

// typeOf tells a schema in a few words.
func typeOf(s schemaJSON) typeView {
	if s.Items != nil {
		v := typeOf(*s.Items)
		v.List = true
		return v
	}
	v := typeView{Type: s.Type, Values: s.Enum}
	if s.Ref != "" {
		v.Ref, v.Type = refersTo(s.Ref)
		return v
	}
	if s.Format != "" {
		v.Type = s.Format
	}
	var limits []string
	switch {
	case s.Minimum != nil && s.Maximum != nil:
		limits = append(limits, fmt.Sprintf("%d–%d", *s.Minimum, *s.Maximum))
	case s.Minimum != nil:
		limits = append(limits, fmt.Sprintf("≥ %d", *s.Minimum))
	case s.MaxLength != nil:
		limits = append(limits, fmt.Sprintf("≤ %d", *s.MaxLength))
	}
	if s.Default != nil {
		limits = append(limits, fmt.Sprintf("= %v", s.Default))
	}
	v.Limits = strings.Join(limits, ", ")
	return v
}

// refersTo is the schema on the page that a reference leads to, and what it is
// called: Question, or Question.question for a property of it.
func refersTo(ref string) (schema, name string) {
	schema, property, inside := strings.Cut(strings.TrimPrefix(ref, "#/components/schemas/"), "/properties/")
	if inside {
		return schema, schema + "." + property
	}
	return schema, schema
}
