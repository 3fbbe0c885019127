package webhook

import (
	"bytes"
	_ "embed"
	"net/http"
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

// description is the OpenAPI of a service with or without callbacks: without,
// a question has no callback_url. The property stands on a line of its own.
func description(callbacks bool) []byte {
	if callbacks {
		return openAPI
	}
	from := bytes.Index(openAPI, []byte(`          "callback_url": {`))
	to := from + bytes.IndexByte(openAPI[from:], '\n') + 1
	return append(bytes.Clone(openAPI[:from]), openAPI[to:]...)
}
