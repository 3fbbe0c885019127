package llm

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// How a reply's form is asked for.
const (
	FormatAuto   = "auto"        // the strictest one that the service takes
	FormatSchema = "json_schema" // held to the schema by the service
	FormatObject = "json_object" // some JSON object
	FormatText   = "text"        // asked for in words alone
)

// formats from the strictest down.
var formats = []string{FormatSchema, FormatObject, FormatText}

func formatRank(f string) int { return slices.Index(formats, f) }

// A dialect is what a service takes of the request's optional parts.
type dialect struct {
	format      int  // index into formats
	completion  bool // max_completion_tokens in place of max_tokens
	temperature bool // a temperature may be set
}

// lowTemperature asks for the likeliest words. Zero would be left out of the
// JSON by go-openai, and far smaller values overflow a server that divides by it.
const lowTemperature = 1e-6

// speakers of OpenAI's newer dialect, by the start of the model's name.
var newerModels = []string{"o1", "o3", "o4", "gpt-5", "gpt-6"}

func firstDialect(c Config) dialect {
	newer := slices.ContainsFunc(newerModels, func(p string) bool { return strings.HasPrefix(c.Model, p) })
	return dialect{format: max(0, formatRank(c.ResponseFormat)), completion: newer, temperature: !newer}
}

// request is r in the dialect.
func (d dialect) request(model string, r Request) openai.ChatCompletionRequest {
	q := openai.ChatCompletionRequest{Model: model}
	if r.System != "" {
		q.Messages = append(q.Messages, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleSystem, Content: r.System})
	}
	q.Messages = append(q.Messages, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: r.User})
	if d.completion {
		q.MaxCompletionTokens = r.MaxTokens
	} else {
		//lint:ignore SA1019 servers that know only the old name are spoken to as well
		q.MaxTokens = r.MaxTokens
	}
	if d.temperature {
		q.Temperature = lowTemperature
	}
	if r.Schema == nil {
		return q
	}
	switch formats[d.format] {
	case FormatSchema:
		q.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{
				Name: r.SchemaName, Schema: r.Schema, Strict: true,
			},
		}
	case FormatObject:
		q.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return q
}

// A tongue remembers the dialect that a service was found to speak. The first
// refusal (400, 404, 415, 422, 501) is answered by a plainer dialect, down to the
// plainest; the first one that is taken stays. When the service refuses them all,
// the reason lies elsewhere and the search is not repeated for a minute.
type tongue struct {
	mu      sync.Mutex
	now     dialect
	fixed   bool      // it has been taken, or the setting names the format
	restful time.Time // no search before
}

const searchPause = time.Minute

func (t *tongue) speak() dialect {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.now
}

// taken remembers a dialect that the service accepted.
func (t *tongue) taken(d dialect) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.now, t.fixed = d, true
}

// plainer is the dialect to try after the service refused d with err, if any.
func (t *tongue) plainer(d dialect, auto bool, r Request, status int, err error) (dialect, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.fixed || time.Now().Before(t.restful) || !refusesForm(status, err) {
		return d, false
	}
	hint := refusalText(err)
	switch {
	case !d.completion && strings.Contains(hint, "max_completion_tokens"):
		d.completion = true
	case d.temperature && strings.Contains(hint, "temperature"):
		d.temperature = false
	case auto && r.Schema != nil && d.format < len(formats)-1:
		d.format++
	default:
		t.restful = time.Now().Add(searchPause)
		return d, false
	}
	return d, true
}

// refusesForm reports whether the service may have refused the form of the
// request rather than its content or its sender.
func refusesForm(status int, err error) bool {
	switch status {
	case 400, 404, 415, 422, 501:
	default:
		return false
	}
	hint := refusalText(err)
	return !strings.Contains(hint, "context") // an over-long prompt: exceed_context_size_error, context_length_exceeded
}

// refusalText is the service's own words, in lower case. They are looked at
// here and go nowhere else: they may repeat the key or the prompt.
func refusalText(err error) string {
	var api *openai.APIError
	if !errors.As(err, &api) {
		return ""
	}
	code, _ := api.Code.(string)
	return strings.ToLower(api.Message + " " + api.Type + " " + code)
}
