package web

// Patterns are what to mount the handler under, in the form of http.ServeMux.
// Everything else stays with the service that the page is a part of.
func Patterns() []string { return []string{"/{$}", "/a/", "/assets/"} }
