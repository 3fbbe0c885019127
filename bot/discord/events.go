package discord

import (
	"context"
	"encoding/json"

	"github.com/bwmarrin/discordgo"
)

// event takes one event of the gateway. It must not block.
func (d *Door) event(name string, data json.RawMessage) {
	switch name {
	case "READY":
		d.ready(data)
	case "INTERACTION_CREATE":
		var i discordgo.Interaction
		if err := lenient(data, &i); err != nil {
			d.log.Error("discord: an interaction cannot be read", "cause", err)
			return
		}
		d.interaction(&i, d.rest.respond)
	case "MESSAGE_CREATE":
		var m message
		if err := lenient(data, &m); err != nil {
			d.log.Error("discord: a message cannot be read", "cause", err)
			return
		}
		d.message(&m)
	}
}

func (d *Door) ready(data json.RawMessage) {
	var r struct {
		User        struct{ ID string } `json:"user"`
		Application struct{ ID string } `json:"application"`
	}
	if err := lenient(data, &r); err != nil {
		d.log.Error("discord: READY cannot be read", "cause", err)
	}
	d.self.Store(r.User.ID)
	if d.appID() == "" {
		d.app.Store(r.Application.ID)
	}
	d.setup.Do(func() { d.start(d.registerCommands) })
}

// learnApp finds out the application's id, where neither the settings nor the
// gateway gave it. Of a bot of today it is the bot's own.
func (d *Door) learnApp(ctx context.Context) string {
	if id := d.appID(); id != "" {
		return id
	}
	id, err := d.rest.application(ctx)
	if err != nil {
		d.log.Warn("discord: the application's id is not known; the bot's own is taken for it", "cause", err)
	}
	if id == "" {
		id = d.selfID()
	}
	d.app.Store(id)
	return id
}

func (d *Door) selfID() string { return d.self.Load().(string) }
func (d *Door) appID() string  { return d.app.Load().(string) }
