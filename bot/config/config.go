package config

import (
	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/llm"
	"alinti/bot/store"
	"alinti/bot/webhook"
	"alinti/bot/webhook/deliver"
)

// Config holds every setting. The key of a field is its mapstructure tag,
// under the key of its section: llm.base_url.
type Config struct {
	Listen    string         `mapstructure:"listen"`
	Articles  Articles       `mapstructure:"articles"`
	Retrieval Retrieval      `mapstructure:"retrieval"`
	LLM       llm.Config     `mapstructure:"llm"`
	Discord   discord.Config `mapstructure:"discord"`
	Webhook   webhook.Config `mapstructure:"webhook"`
	Callbacks deliver.Config `mapstructure:"callbacks"`
	Web       Web            `mapstructure:"web"`
	Store     store.Config   `mapstructure:"store"`
	Log       Log            `mapstructure:"log"`
}

// Articles says which documents questions are asked of.
type Articles struct {
	Dir      string `mapstructure:"dir"`      // folder of .txt and .md files; empty: the two embedded articles
	Synonyms string `mapstructure:"synonyms"` // file of synonyms in Solr's format; empty: synonyms.txt in Dir, if there is one
}

// Retrieval says what finds the passages.
type Retrieval struct {
	Backend         string  `mapstructure:"backend"`          // BackendEmbedded
	Strictness      float64 `mapstructure:"strictness"`       // probability below which a sentence does not answer, over 0 to under 1
	BuiltinSynonyms bool    `mapstructure:"builtin_synonyms"` // use the Turkish synonyms inside the program
}

// BackendEmbedded is the index inside the program.
const BackendEmbedded = "embedded"

// Web says who may see the page, and where it is.
type Web struct {
	PublicURL string `mapstructure:"public_url"` // under which it is reached from outside; Discord links to it. Empty: nothing links there
	Public    bool   `mapstructure:"public"`     // show the page, which asks for no token, although the webhook asks for one
}

// Log says how the program tells what it does, on standard error.
type Log struct {
	Level  string `mapstructure:"level"`  // debug, info, warn or error: the least that is written
	Format string `mapstructure:"format"` // text or json

	Questions bool `mapstructure:"questions"` // one line a question, with its text
}

// Default is the program without any setting: the embedded articles, retrieval
// only, the webhook on loopback, no Discord, nothing kept.
func Default() Config {
	return Config{
		Listen:    "127.0.0.1:8080",
		LLM:       llm.DefaultConfig(),
		Discord:   discord.DefaultConfig(),
		Webhook:   webhook.DefaultConfig(),
		Store:     store.DefaultConfig(),
		Callbacks: deliver.DefaultConfig(),
		Retrieval: Retrieval{Backend: BackendEmbedded, Strictness: bot.DefaultStrictness, BuiltinSynonyms: true},
		Log:       Log{Level: "info", Format: "text"},
	}
}
