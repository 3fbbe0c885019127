package webhook

import (
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"
)

// A referenceView is the description as its page shows it.
type referenceView struct {
	Language   string
	Words      referenceWords
	CSS        template.CSS
	About      string
	Examples   []exampleView
	Groups     []groupView
	Deliveries []operationView
	Schemas    []schemaView
}

type groupView struct {
	Name, Description string
	Operations        []operationView
}

type operationView struct {
	ID, Method, Path, Summary, Description string
	Open, Admin                            bool
	Parameters                             []fieldView
	Bodies, Responses                      []contentView
}

// A contentView is a body: of a request, or of a response with its status.
type contentView struct {
	Status, Description, Media string
	typeView
}

type fieldView struct {
	Name, In, Description string
	Required              bool
	typeView
}

type parameterJSON struct {
	Ref                   string `json:"$ref"`
	Name, In, Description string
	Required              bool
	Schema                schemaJSON
}

type operationJSON struct {
	Tags                              []string
	OperationID, Summary, Description string
	Security                          []map[string]any
	Parameters                        []parameterJSON
	RequestBody                       struct{ Content json.RawMessage }
	Responses                         json.RawMessage
}

// members are the members of a JSON object of the description in their order.
func members(raw []byte) ([]field, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	return object(raw)
}

// readReference reads a description for its page.
func readReference(description []byte) (*referenceView, error) {
	var doc struct {
		Info            struct{ Description string }
		Tags            []groupView
		Paths, Webhooks json.RawMessage
		Components      struct {
			Schemas    json.RawMessage
			Parameters map[string]parameterJSON
			Responses  map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal(description, &doc); err != nil {
		return nil, err
	}
	r := referenceReader{parameters: doc.Components.Parameters, responses: doc.Components.Responses}
	v := &referenceView{About: doc.Info.Description, Groups: doc.Tags, Examples: examples()}
	err := r.operations(doc.Paths, func(tag string, o operationView) {
		for i := range v.Groups {
			if v.Groups[i].Name == tag {
				v.Groups[i].Operations = append(v.Groups[i].Operations, o)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	err = r.operations(doc.Webhooks, func(_ string, o operationView) {
		o.Path = ""
		v.Deliveries = append(v.Deliveries, o)
	})
	if err != nil {
		return nil, err
	}
	v.Schemas, err = readSchemas(doc.Components.Schemas)
	return v, err
}

// A referenceReader resolves what operations refer to.
type referenceReader struct {
	parameters map[string]parameterJSON
	responses  map[string]json.RawMessage
}

func (r referenceReader) operations(paths json.RawMessage, add func(tag string, o operationView)) error {
	items, err := members(paths)
	if err != nil {
		return err
	}
	for _, item := range items {
		methods, err := members(item.raw)
		if err != nil {
			return err
		}
		for _, m := range methods {
			tag, o, err := r.operation(item.key, m)
			if err != nil {
				return fmt.Errorf("%s %s: %w", m.key, item.key, err)
			}
			add(tag, o)
		}
	}
	return nil
}

func (r referenceReader) operation(at string, method field) (tag string, v operationView, err error) {
	var o operationJSON
	if err := json.Unmarshal(method.raw, &o); err != nil {
		return "", v, err
	}
	v = operationView{ID: o.OperationID, Method: strings.ToUpper(method.key), Path: at, Summary: o.Summary, Description: o.Description}
	v.Open = len(o.Security) == 1 && len(o.Security[0]) == 0
	v.Admin = len(o.Security) == 1 && o.Security[0]["admin"] != nil
	for _, p := range o.Parameters {
		if p.Ref != "" {
			p = r.parameters[path.Base(p.Ref)]
		}
		v.Parameters = append(v.Parameters, fieldView{p.Name, p.In, p.Description, p.Required, typeOf(p.Schema)})
	}
	if v.Bodies, err = contents(contentView{}, o.RequestBody.Content); err != nil {
		return "", v, err
	}
	statuses, err := members(o.Responses)
	if err != nil {
		return "", v, err
	}
	for _, s := range statuses {
		found, err := r.response(s)
		if err != nil {
			return "", v, err
		}
		v.Responses = append(v.Responses, found...)
	}
	return o.Tags[0], v, nil
}

func (r referenceReader) response(s field) ([]contentView, error) {
	var in struct {
		Ref         string `json:"$ref"`
		Description string
		Content     json.RawMessage
	}
	if err := json.Unmarshal(s.raw, &in); err != nil {
		return nil, err
	}
	if in.Ref != "" {
		return r.response(field{s.key, r.responses[path.Base(in.Ref)]})
	}
	return contents(contentView{Status: s.key, Description: in.Description}, in.Content)
}

// contents are the bodies of a request or response, like the one given.
func contents(like contentView, raw json.RawMessage) ([]contentView, error) {
	kinds, err := members(raw)
	if err != nil {
		return nil, err
	}
	if len(kinds) == 0 && like.Status != "" {
		return []contentView{like}, nil
	}
	var all []contentView
	for _, k := range kinds {
		var in struct{ Schema schemaJSON }
		if err := json.Unmarshal(k.raw, &in); err != nil {
			return nil, err
		}
		c := like
		c.Media, c.typeView = k.key, typeOf(in.Schema)
		all = append(all, c)
	}
	return all, nil
}
