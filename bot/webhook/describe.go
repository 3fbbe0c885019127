package webhook

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"net/http"
	"slices"

	"alinti/bot/webhook/deliver"
)

// openAPI describes the door's own routes in OpenAPI 3.1. Tests hold it to the
// router, to the requests of testdata/http and to their responses.
//
//go:embed openapi.json
var openAPI []byte

// describe answers GET /openapi.json.
func (s *Service) describe(w *response, _ *http.Request) error {
	return w.writeBytes(http.StatusOK, jsonType, s.description)
}

// description is the OpenAPI of a service that sends to these receivers: what
// a question cannot ask for is not in it. The properties stand on lines of
// their own.
func description(callbacks *deliver.Dispatcher) []byte {
	d := bytes.Clone(openAPI)
	var names []string
	if callbacks != nil {
		names = callbacks.Endpoints()
	}
	anyURL := callbacks != nil && callbacks.TakesAnyURL()
	if !anyURL {
		d = withoutLine(d, `          "callback_url": {`)
	}
	if len(names) == 0 {
		d = withoutLine(d, `          "callback": {`)
	}
	known, _ := json.Marshal(names) // strings
	d = bytes.Replace(d, []byte(`["newsroom"]`), known, 1)
	if !anyURL || len(names) == 0 {
		return withoutLine(d, `        "not": {"required": ["callback", "callback_url"]}`)
	}
	return d
}

// withoutLine leaves out the line that begins so.
func withoutLine(d []byte, begins string) []byte {
	from := bytes.Index(d, []byte(begins))
	to := from + bytes.IndexByte(d[from:], '\n') + 1
	return slices.Delete(d, from, to)
}
