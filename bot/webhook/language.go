package webhook

import (
	"net/http"

	"golang.org/x/text/language"
)

// maxAcceptLanguage bounds how much of an Accept-Language header is read, in
// bytes; browsers send some 50.
const maxAcceptLanguage = 256

// AcceptLanguage is the reply language that a request's Accept-Language
// prefers: "tr", "en", or "" when it names neither or is not there.
func AcceptLanguage(r *http.Request) string {
	h := r.Header.Get("Accept-Language")
	if h == "" || len(h) > maxAcceptLanguage {
		return ""
	}
	tags, weights, err := language.ParseAcceptLanguage(h)
	if err != nil {
		return ""
	}
	for i, tag := range tags { // best first
		if weights[i] == 0 {
			continue
		}
		switch base, _ := tag.Base(); base.String() {
		case "tr":
			return "tr"
		case "en":
			return "en"
		}
	}
	return ""
}
