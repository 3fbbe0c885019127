package discord

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// An address is where a Discord-compatible server is. What the server says of
// the rest of itself (its gateway) is taken relative to it.
type address struct {
	api     *url.URL // with the path that stands for /api/v9
	version string   // of the API: "9"
}

var apiVersion = regexp.MustCompile(`/api(?:/v(\d+))?$`)

// newAddress takes an address such as https://discord.com or
// http://127.0.0.1:3001/api/v10/; what is missing of /api/v9 is added.
func newAddress(apiURL string) (address, error) {
	u, err := url.Parse(apiURL)
	if err != nil {
		return address{}, fmt.Errorf("discord.api_url: %w", err)
	}
	u.Path = strings.TrimRight(u.Path, "/")
	version := discordgo.APIVersion
	switch m := apiVersion.FindStringSubmatch(u.Path); {
	case m == nil:
		u.Path += "/api/v" + version
	case m[1] == "":
		u.Path += "/v" + version
	default:
		version = m[1]
	}
	return address{u, version}, nil
}

// gateway is the websocket address that the server's own word for it means.
// That may lack a scheme or a host, or have http's. A server that is not
// Discord and repeats Discord's address is not believed: the token would go
// there. Without a word the gateway is at the root of the server.
func (a address) gateway(said string) (*url.URL, error) {
	root := &url.URL{Scheme: websocketScheme(a.api.Scheme), Host: a.api.Host, Path: "/"}
	if said == "" {
		return a.asked(root), nil
	}
	if !strings.Contains(said, "//") && !strings.HasPrefix(said, "/") {
		said = "//" + said // a host alone
	}
	u, err := url.Parse(said)
	if err != nil {
		return nil, fmt.Errorf("the gateway's address %q is not one", said)
	}
	u = root.ResolveReference(u)
	u.Scheme = websocketScheme(u.Scheme)
	if u.Scheme != "ws" && u.Scheme != "wss" || u.Host == "" {
		return nil, fmt.Errorf("the gateway's address %q is not a websocket address", said)
	}
	if isDiscords(u.Hostname()) && !isDiscords(a.api.Hostname()) {
		return a.asked(root), nil
	}
	return a.asked(u), nil
}

// asked is the address with what the bot wants of the gateway: JSON of the
// API's version, not compressed.
func (a address) asked(u *url.URL) *url.URL {
	if u.Path == "" {
		u.Path = "/"
	}
	q := u.Query()
	q.Set("v", a.version)
	q.Set("encoding", "json")
	q.Del("compress")
	u.RawQuery = q.Encode()
	return u
}

func websocketScheme(scheme string) string {
	switch scheme {
	case "http":
		return "ws"
	case "https":
		return "wss"
	}
	return scheme
}

// isDiscords reports whether a host is one of Discord's own.
func isDiscords(host string) bool {
	host = strings.ToLower(host)
	for _, own := range []string{"discord.com", "discordapp.com", "discord.gg"} {
		if host == own || strings.HasSuffix(host, "."+own) {
			return true
		}
	}
	return false
}

// isDiscord reports whether the settings mean Discord itself.
func (c Config) isDiscord() bool {
	u, err := url.Parse(c.APIURL)
	return err == nil && isDiscords(u.Hostname())
}
