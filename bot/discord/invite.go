package discord

import (
	"net/url"
	"strconv"
)

// Permissions that the bot asks for, as bits of Discord's.
const (
	permissionViewChannel    = 1 << 10
	permissionSendMessages   = 1 << 11
	permissionEmbedLinks     = 1 << 14 // without it Discord leaves embeds out of messages
	permissionReadHistory    = 1 << 16 // to reply to the message that asked
	permissionCreateThreads  = 1 << 35
	permissionSendInThreads  = 1 << 38
	permissionsOfEveryServer = permissionViewChannel | permissionSendMessages | permissionEmbedLinks |
		permissionReadHistory | permissionSendInThreads
)

// Invite is the address at which a server's admin adds the bot, with the
// scopes and permissions that these settings need. It is empty while the
// application's id is not set.
func (c Config) Invite() string {
	if c.ApplicationID == "" {
		return ""
	}
	permissions := permissionsOfEveryServer
	if c.Threads {
		permissions |= permissionCreateThreads
	}
	return c.authorize() + url.Values{
		"client_id":   {c.ApplicationID},
		"scope":       {"bot applications.commands"},
		"permissions": {strconv.Itoa(permissions)},
	}.Encode()
}

// InviteUser is the address at which a person adds the commands for
// themselves, to use them anywhere. It is empty while the application's id is
// not set.
func (c Config) InviteUser() string {
	if c.ApplicationID == "" {
		return ""
	}
	return c.authorize() + url.Values{
		"client_id":        {c.ApplicationID},
		"integration_type": {"1"},
		"scope":            {"applications.commands"},
	}.Encode()
}

// authorize is the page of the server where a bot is let in.
func (c Config) authorize() string {
	u, err := url.Parse(c.APIURL)
	if err != nil || u.Host == "" {
		u = &url.URL{Scheme: "https", Host: "discord.com"}
	}
	return u.Scheme + "://" + u.Host + "/oauth2/authorize?"
}
