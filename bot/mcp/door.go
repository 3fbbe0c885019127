package mcp

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"alinti/bot"
	"alinti/retrieval/corpus"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// A Ranker orders paragraphs by how near they are to a query, best first, at
// most k of them. *bot.Bot is one.
type Ranker interface {
	Rank(query string, k int) bot.Ranking
}

// Options are what the door is made of. Asker, Ranker and Collection are
// needed.
type Options struct {
	Asker      bot.Asker
	Ranker     Ranker
	Collection func() *corpus.Collection
	Version    string                                         // of the program; default: "dev"
	Link       func(d *corpus.Document, s corpus.Span) string // where a passage can be read; default: alinti:ID#START-END
	Timeout    time.Duration                                  // for one answer; default: 30 s
	Logger     *slog.Logger                                   // default: nothing is logged
}

// A Door is the MCP server. It is safe for concurrent use.
type Door struct {
	Options
	server   *sdk.Server
	verifier verifiers
}

// instructions tell an assistant how to use what it is given.
const instructions = `These tools answer from a fixed set of articles, with sentences quoted word for word.
Use ask for a question: its quotes are bytes of the articles; cite them unchanged. When "answered" is false, the articles do not answer: say so.
Before you show a quotation from elsewhere as one of the articles', check it with verify_quote.`

// New builds the door with its tools.
func New(o Options) *Door {
	if o.Version == "" {
		o.Version = "dev"
	}
	if o.Link == nil {
		o.Link = locator
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	d := &Door{Options: o}
	d.server = sdk.NewServer(&sdk.Implementation{Name: "alinti", Title: "alinti", Version: o.Version},
		&sdk.ServerOptions{Instructions: instructions, Capabilities: &sdk.ServerCapabilities{}})
	sdk.AddTool(d.server, tool("ask", "Ask the articles", askDescription), d.ask)
	sdk.AddTool(d.server, tool("search", "Search the articles", searchDescription), d.search)
	sdk.AddTool(d.server, tool("fetch", "Read an article", fetchDescription), d.fetch)
	sdk.AddTool(d.server, tool("verify_quote", "Check a quotation", verifyDescription), d.verify)
	return d
}

// tool describes one: none of them changes anything, and none leaves the
// articles.
func tool(name, title, description string) *sdk.Tool {
	no := false
	return &sdk.Tool{Name: name, Title: title, Description: description, Annotations: &sdk.ToolAnnotations{
		Title: title, ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: &no, OpenWorldHint: &no,
	}}
}

// Handler serves streamable HTTP. It keeps no sessions: each request stands
// alone, and so survives a restart.
func (d *Door) Handler() http.Handler {
	return checked(sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return d.server },
		&sdk.StreamableHTTPOptions{Stateless: true, JSONResponse: true}))
}

// Run serves one client over a transport until it leaves or ctx ends.
func (d *Door) Run(ctx context.Context, t sdk.Transport) error { return d.server.Run(ctx, t) }
