package discord

import "testing"

func TestInvite(t *testing.T) {
	c := Config{ApplicationID: "123456789012345678"}
	for _, l := range []struct{ got, want string }{
		{c.Invite(), "https://discord.com/oauth2/authorize?client_id=123456789012345678&permissions=274877991936&scope=bot+applications.commands"},
		{Config{ApplicationID: "123456789012345678", Threads: true}.Invite(), "https://discord.com/oauth2/authorize?client_id=123456789012345678&permissions=309237730304&scope=bot+applications.commands"},
		{c.InviteUser(), "https://discord.com/oauth2/authorize?client_id=123456789012345678&integration_type=1&scope=applications.commands"},
		{Config{}.Invite(), ""},
		{Config{}.InviteUser(), ""},
	} {
		if l.got != l.want {
			t.Errorf("got %s, want %s", l.got, l.want)
		}
	}
}
