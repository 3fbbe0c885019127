package webhook

import (
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
	return w.writeBytes(http.StatusOK, jsonType, openAPI)
}
