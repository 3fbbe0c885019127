package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// SpecEnv names the file with Discord's OpenAPI description. Without it,
// shared/data/discord-openapi.json beside the repository is tried.
const SpecEnv = "DISCORD_OPENAPI"

// checker returns a check of calls against Discord's own description of its
// API (discord/discord-api-spec) and against what that leaves out.
func checker(tb testing.TB) func(Call) error {
	s, err := theSpec()
	if err != nil && os.Getenv(SpecEnv) != "" {
		tb.Fatal(err) // who names the file wants it read
	}
	if err != nil {
		tb.Logf("NOT CHECKED against Discord's API description: %v; set %s to discord-openapi.json of discord/discord-api-spec", err, SpecEnv)
		return checkLimits
	}
	return func(c Call) error { return errors.Join(s.check(c), checkLimits(c)) }
}

// A spec finds the schema of a call's body.
type spec struct {
	operations []operation
	compiler   *jsonschema.Compiler
	mu         sync.Mutex
}

type operation struct {
	method, path string
	pattern      *regexp.Regexp
	hasBody      bool
}

var theSpec = sync.OnceValues(loadSpec)

func loadSpec() (*spec, error) {
	file, err := specFile()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	s := &spec{compiler: jsonschema.NewCompiler()}
	if err := s.compiler.AddResource("discord.json", doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for path, item := range doc.(map[string]any)["paths"].(map[string]any) {
		for method, op := range item.(map[string]any) {
			if o, ok := op.(map[string]any); ok {
				s.operations = append(s.operations, newOperation(method, path, o))
			}
		}
	}
	slices.SortFunc(s.operations, func(a, b operation) int { // a literal segment wins over a parameter
		if n := strings.Count(a.path, "{") - strings.Count(b.path, "{"); n != 0 {
			return n
		}
		return strings.Compare(a.path, b.path)
	})
	return s, nil
}

func specFile() (string, error) {
	if f := os.Getenv(SpecEnv); f != "" {
		return f, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		f := filepath.Join(dir, "shared", "data", "discord-openapi.json")
		if _, err := os.Stat(f); err == nil {
			return f, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("discord-openapi.json is not there")
		}
	}
}

var parameter = regexp.MustCompile(`\\\{[^}]*\\\}`)

func newOperation(method, path string, o map[string]any) operation {
	content := dig(o, "requestBody", "content", "application/json")
	return operation{
		method: strings.ToUpper(method), path: path, hasBody: content != nil,
		pattern: regexp.MustCompile("^" + parameter.ReplaceAllString(regexp.QuoteMeta(path), "[^/]+") + "$"),
	}
}

func dig(v any, keys ...string) any {
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[k]
	}
	return v
}

func (s *spec) check(c Call) error {
	for _, o := range s.operations {
		if o.method == c.Method && o.pattern.MatchString(c.Path) {
			if c.Body == nil || !o.hasBody {
				return nil
			}
			return s.checkBody(o, c.Body)
		}
	}
	return errors.New("Discord's API description does not know this call")
}

var pointer = strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D", "@", "%40")

func (s *spec) checkBody(o operation, body json.RawMessage) error {
	at := "discord.json#/paths/" + pointer.Replace(o.path) + "/" + strings.ToLower(o.method) + "/requestBody/content/application~1json/schema"
	s.mu.Lock()
	schema, err := s.compiler.Compile(at)
	s.mu.Unlock()
	if err != nil {
		return fmt.Errorf("compiling %s: %w", at, err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(body)))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}
