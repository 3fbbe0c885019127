package discord

import "testing"

func TestGatewayAddress(t *testing.T) {
	for _, c := range []struct{ api, said, want string }{
		{"https://discord.com", "wss://gateway.discord.gg", "wss://gateway.discord.gg/?encoding=json&v=9"},
		{"https://discord.com", "wss://gateway-us-east1-b.discord.gg/", "wss://gateway-us-east1-b.discord.gg/?encoding=json&v=9"},
		{"http://127.0.0.1:3001", "ws://127.0.0.1:3002/gw/", "ws://127.0.0.1:3002/gw/?encoding=json&v=9"},
		{"http://127.0.0.1:3001/api/v10", "ws://127.0.0.1:3002", "ws://127.0.0.1:3002/?encoding=json&v=10"},
		{"http://127.0.0.1:3001", "", "ws://127.0.0.1:3001/?encoding=json&v=9"},
		{"https://chat.example/discord/api", "", "wss://chat.example/?encoding=json&v=9"},
		{"http://127.0.0.1:3001", "http://127.0.0.1:3002", "ws://127.0.0.1:3002/?encoding=json&v=9"},
		{"https://chat.example", "https://gw.chat.example/x", "wss://gw.chat.example/x?encoding=json&v=9"},
		{"https://chat.example", "/gateway", "wss://chat.example/gateway?encoding=json&v=9"},
		{"https://chat.example", "//gw.chat.example", "wss://gw.chat.example/?encoding=json&v=9"},
		{"http://127.0.0.1:3001", "127.0.0.1:3002/gw", "ws://127.0.0.1:3002/gw?encoding=json&v=9"},
		{"http://127.0.0.1:3001", "ws://127.0.0.1:3001/?v=6&encoding=etf&compress=zlib-stream&room=5", "ws://127.0.0.1:3001/?encoding=json&room=5&v=9"},
		// A server that repeats what Discord says does not get the token sent there.
		{"http://127.0.0.1:3001", "wss://gateway.discord.gg", "ws://127.0.0.1:3001/?encoding=json&v=9"},
		{"https://chat.example", "wss://DISCORD.COM/x", "wss://chat.example/?encoding=json&v=9"},
		{"https://notdiscord.com", "wss://gateway.notdiscord.com", "wss://gateway.notdiscord.com/?encoding=json&v=9"},
		{"http://127.0.0.1:3001", "ftp://127.0.0.1", ""},
		{"http://127.0.0.1:3001", "ws://[", ""},
	} {
		a, err := newAddress(c.api)
		if err != nil {
			t.Fatal(err)
		}
		got, err := a.gateway(c.said)
		if c.want == "" {
			if err == nil {
				t.Errorf("%s says %q: %v, want an error", c.api, c.said, got)
			}
			continue
		}
		if err != nil || got.String() != c.want {
			t.Errorf("%s says %q: %v (%v), want %s", c.api, c.said, got, err, c.want)
		}
	}
}

func FuzzGatewayAddress(f *testing.F) {
	for _, s := range []string{"", "wss://gateway.discord.gg", "//x", "/x", "x:1/y?z", "ws://a:b@c", "\x00"} {
		f.Add(s)
	}
	a, err := newAddress("http://127.0.0.1:3001")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, said string) {
		u, err := a.gateway(said)
		if err == nil && (u.Host == "" || isDiscords(u.Hostname()) || u.Scheme != "ws" && u.Scheme != "wss") {
			t.Errorf("%q leads to %v", said, u)
		}
	})
}
