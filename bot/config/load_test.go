package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// write makes a file in a fresh folder and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t *testing.T, text string, flags ...Flag) *Settings {
	t.Helper()
	s, err := Load(Source{File: write(t, "settings.yaml", text), Flags: flags})
	if err != nil {
		t.Fatalf("Load(%q): %v", text, err)
	}
	return s
}

func TestNothingSetIsTheDefault(t *testing.T) {
	for _, text := range []string{"", "---\n", "# only a comment\n", "llm:\n  # base_url: x\ndiscord:\n", "listen:\n"} {
		if got := load(t, text).Config; !reflect.DeepEqual(got, Default()) {
			t.Errorf("Load(%q) = %+v, want the defaults", text, got)
		}
	}
	s, err := Load(Source{})
	if err != nil || !reflect.DeepEqual(s.Config, Default()) {
		t.Errorf("Load without a file = %+v, %v, want the defaults", s, err)
	}
}

func TestFlagOverEnvironmentOverFileOverDefault(t *testing.T) {
	const text = "listen: 127.0.0.1:1\nlog:\n  level: warn\n"
	where := func(s *Settings) (string, Layer) { return s.Listen, s.origins["listen"].Layer }

	s := load(t, text)
	if v, l := where(s); v != "127.0.0.1:1" || l != LayerFile {
		t.Errorf("file: listen = %s from layer %d", v, l)
	}
	t.Setenv("ALINTI_LISTEN", "127.0.0.1:2")
	t.Setenv("ALINTI_LLM_MODEL", "only-here")
	s = load(t, text)
	if v, l := where(s); v != "127.0.0.1:2" || l != LayerEnvironment {
		t.Errorf("environment: listen = %s from layer %d", v, l)
	}
	if s.LLM.Model != "only-here" {
		t.Errorf("a key set only in the environment: llm.model = %q", s.LLM.Model)
	}
	s = load(t, text, Flag{"--listen", "listen", "127.0.0.1:3"})
	if v, l := where(s); v != "127.0.0.1:3" || l != LayerFlag {
		t.Errorf("flag: listen = %s from layer %d", v, l)
	}
	if s.Log.Level != "warn" || s.Log.Format != "text" {
		t.Errorf("log = %+v, want the file's level and the default format", s.Log)
	}
}

func TestAnEmptyVariableIsUnset(t *testing.T) {
	t.Setenv("ALINTI_LISTEN", "")
	if got := load(t, "listen: 127.0.0.1:1").Listen; got != "127.0.0.1:1" {
		t.Errorf("listen = %q, want the file's", got)
	}
}

func TestWaysToWriteAValue(t *testing.T) {
	s := load(t, `
Listen: "[::1]:9000"          # keys are case-blind
llm.model: "dotted"           # as long as the section does
discord:
  application_id: 00123456789012345678   # digits stay as written
webhook:
  allow_open: yes
`)
	if s.Listen != "[::1]:9000" || s.LLM.Model != "dotted" || !s.Webhook.AllowOpen || s.Discord.ApplicationID != "00123456789012345678" {
		t.Errorf("Load = %+v", s.Config)
	}
	t.Setenv("ALINTI_WEBHOOK_ALLOW_OPEN", "TRUE")
	t.Setenv("ALINTI_DISCORD_GUILDS", "123456789012345678, 876543210987654321 ,")
	if got := load(t, ""); !got.Webhook.AllowOpen || !reflect.DeepEqual(got.Discord.Guilds, []string{"123456789012345678", "876543210987654321"}) {
		t.Errorf("from the environment: %+v", got.Config)
	}
}

func TestJSONIsAlsoRead(t *testing.T) {
	if got := load(t, `{"llm": {"model": "m"}, "listen": "127.0.0.1:1"}`); got.LLM.Model != "m" || got.Listen != "127.0.0.1:1" {
		t.Errorf("Load = %+v", got.Config)
	}
}

func TestPathsOfTheFileAreRelativeToIt(t *testing.T) {
	file := write(t, "settings.yaml", "articles: {dir: texts}")
	s, err := Load(Source{File: file})
	if want := filepath.Join(filepath.Dir(file), "texts"); err != nil || s.Articles.Dir != want {
		t.Errorf("articles.dir = %q, %v, want %q", s.Articles.Dir, err, want)
	}
	t.Setenv("ALINTI_ARTICLES_DIR", "texts")
	if s := load(t, ""); s.Articles.Dir != "texts" {
		t.Errorf("from the environment: articles.dir = %q, want it as given", s.Articles.Dir)
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct {
		name string
		yaml string
		env  map[string]string
		want string // the problems a line each, with the file's path cut to its name
	}{
		{"mistyped key", "llm:\n  base_ulr: x", nil,
			`settings.yaml:2: llm.base_ulr: there is no such setting; did you mean llm.base_url?`},
		{"mistyped section", "discrod:\n  token: x", nil,
			`settings.yaml:2: discrod.token: there is no such setting; did you mean discord.token?`},
		{"key without its section", "base_url: x", nil,
			`settings.yaml:1: base_url: there is no such setting; did you mean llm.base_url?`},
		{"key of nothing", "colour_of_the_sky: blue", nil,
			`settings.yaml:1: colour_of_the_sky: there is no such setting; see config.example.yaml for all of them`},
		{"mistyped key without a value", "llm:\n  base_ulr:\n  model:\nwebhook:\n", nil,
			`settings.yaml:2: llm.base_ulr: there is no such setting; did you mean llm.base_url?`},
		{"mistyped section without a value", "wehbook:", nil,
			`settings.yaml:1: wehbook: there is no such setting; see config.example.yaml for all of them`},
		{"key that does not print", `"a\u001b[31mb": 1`, nil,
			`settings.yaml:1: "a\x1b[31mb": there is no such setting; see config.example.yaml for all of them`},
		{"section with a value", "articles: texts", nil,
			`settings.yaml:1: articles: is a section and takes no value of its own; write its settings below it: articles.dir, articles.synonyms`},
		{"value that is a section", "listen:\n  port: 80", nil,
			`settings.yaml:2: listen: is not a single value; write text`},
		{"truth value for text", "llm: {model: true}", nil,
			`settings.yaml:1: llm.model = "true": is not text; put it in quotes`},
		{"text for a truth value", "webhook: {allow_open: 'yes'}", nil,
			`settings.yaml:1: webhook.allow_open = "yes": is not true or false; write true or false, without quotes`},
		{"text for a list", "webhook: {secrets: whsec_x}", nil,
			`settings.yaml:1: webhook.secrets = (hidden): is not a list; write it like ["one", "two"], or one "- item" a line`},
		{"no port", "listen: localhost", nil,
			`settings.yaml:1: listen = "localhost": is not an address with a port; write it like 127.0.0.1:8080`},
		{"port out of range", "", map[string]string{"ALINTI_LISTEN": ":70000"},
			`environment ALINTI_LISTEN: listen = ":70000": is not an address with a port; write it like 127.0.0.1:8080`},
		{"unknown backend", "retrieval: {backend: opensearch}", nil,
			`settings.yaml:1: retrieval.backend = "opensearch": is not one of the known values; write embedded`},
		{"store kept for no time", "store: {retention: 1s}", nil,
			`settings.yaml:1: store.retention = "1s": must be from 24h to 87600h; write it like 720h`},
		{"key unlike any of its section", "callbacks: {retries: 3}", nil,
			`settings.yaml:1: callbacks.retries: there is no such setting; see config.example.yaml for all of them`},
		{"one item of a list", "discord: {guilds: [abc]}", nil,
			`settings.yaml:1: discord.guilds: "abc" is not a Discord id, which is 15 to 20 digits`},
		{"no probability", "retrieval: {strictness: 0}", nil,
			`settings.yaml:1: retrieval.strictness = "0": is not a probability between 0 and 1; write it like 0.5`},
		{"twice", "listen: 127.0.0.1:1\nListen: 127.0.0.1:2", nil,
			`settings.yaml:2: listen: is set twice, first on line 1; leave only one`},
		{"alias", "llm: &a {model: m}\ndiscord: *a", nil,
			`settings.yaml:2: discord: uses a YAML alias, tag or key that is not text; write the setting out`},
		{"not a mapping", "- listen", nil,
			`settings.yaml: is not a list of settings; write one setting a line, like listen: 127.0.0.1:8080`},
		{"two documents", "listen: 127.0.0.1:1\n---\nlisten: 127.0.0.1:2", nil,
			`settings.yaml: holds more than one YAML document; leave only one`},
		{"not YAML", "listen: [", nil,
			`settings.yaml: is not YAML: line 1: did not find expected node content`},
		{"misspelt variable", "", map[string]string{"ALINTI_LISTN": "x"},
			`environment: ALINTI_LISTN: there is no such setting; did you mean ALINTI_LISTEN?`},
		{"unknown variable of a section", "", map[string]string{"ALINTI_LLM_SOMETHING_ELSE": "x"},
			`environment: ALINTI_LLM_SOMETHING_ELSE: there is no such setting; see config.example.yaml for all of them`},
		{"wrong truth value in the environment", "", map[string]string{"ALINTI_WEBHOOK_ALLOW_OPEN": "evet"},
			`environment ALINTI_WEBHOOK_ALLOW_OPEN: webhook.allow_open = "evet": is not true or false; write true or false`},
		{"all at once", "listne: x\nlog: {level: loud}", map[string]string{"ALINTI_LISTN": "x"}, strings.Join([]string{
			`settings.yaml:1: listne: there is no such setting; did you mean listen?`,
			`environment: ALINTI_LISTN: there is no such setting; did you mean ALINTI_LISTEN?`}, "\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			for name, v := range test.env {
				t.Setenv(name, v)
			}
			file := write(t, "settings.yaml", test.yaml)
			s, err := Load(Source{File: file})
			if err == nil {
				t.Fatalf("Load(%q) = %+v, want a problem", test.yaml, s.Config)
			}
			if got := strings.ReplaceAll(err.Error(), file, "settings.yaml"); got != test.want {
				t.Errorf("Load(%q):\n got %s\nwant %s", test.yaml, got, test.want)
			}
		})
	}
}

func TestVariablesOfOthersAreLeftAlone(t *testing.T) {
	for _, name := range []string{"ALINTI_XQUAD", "ALINTI_SERVICE_HOST", "ALINTI_PORT_8080_TCP_ADDR", "ALINTI_WEBHOOK_SERVICE_PORT_HTTP", "ALINTIX_LISTN"} {
		t.Setenv(name, "x")
	}
	if _, err := Load(Source{}); err != nil {
		t.Error(err)
	}
}

func TestAFileThatCannotBeRead(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "none.yaml"), t.TempDir(), write(t, "big.yaml", strings.Repeat("#\n", maxFile))} {
		_, err := Load(Source{File: path})
		if err == nil || !strings.HasPrefix(err.Error(), path+": the settings file cannot be read: ") {
			t.Errorf("Load(%s) = %v", path, err)
		}
	}
}
