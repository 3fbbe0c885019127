package llm

import "encoding/json"

// A Request is one prompt. Nothing of an earlier one is remembered.
type Request struct {
	System     string          // what the model is to do; the same for every question, so that a service can cache it
	User       string          // what to do it on
	Schema     json.RawMessage // JSON Schema of the reply; nil: any text will do
	SchemaName string          // its name, letters, digits, underscores; needed with Schema
	MaxTokens  int             // of the reply; 0 means the setting

	// Accept, if not nil, judges the reply's text. A reply that it refuses
	// fails as [ErrUnusable] and is not cached.
	Accept func(text string) error
}

// A Reply is what the model wrote, finished by its own account.
type Reply struct {
	Text             string
	PromptTokens     int    // as the service counted them; 0 if it did not
	CompletionTokens int    // the same
	Model            string // as the service names it
	Cached           bool   // it comes from the cache and cost nothing
}
