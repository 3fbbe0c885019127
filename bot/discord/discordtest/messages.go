package discordtest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
)

// wireMessage is a message as the bot sends it.
type wireMessage struct {
	Content    *string         `json:"content"`
	Embeds     []Embed         `json:"embeds"`
	Components json.RawMessage `json:"components"`
	Flags      int             `json:"flags"`
	Nonce      string          `json:"nonce"`
	Reference  json.RawMessage `json:"message_reference"`
}

// apply changes m as Discord does: texts lose white space at their ends, and a
// message of components stays one.
func (in wireMessage) apply(m *Message) {
	if in.Content != nil {
		m.Content = strings.TrimSpace(*in.Content)
	}
	m.Flags |= in.Flags & (FlagComponentsV2 | FlagEphemeral | FlagSuppressEmbeds)
	m.Embeds, m.Rows, m.Waiting = in.Embeds, in.Components, false
	for i := range m.Embeds {
		e := &m.Embeds[i]
		e.Title, e.Description = strings.TrimSpace(e.Title), strings.TrimSpace(e.Description)
		e.Author.Name, e.Footer.Text = strings.TrimSpace(e.Author.Name), strings.TrimSpace(e.Footer.Text)
		for j := range e.Fields {
			e.Fields[j].Name, e.Fields[j].Value = strings.TrimSpace(e.Fields[j].Name), strings.TrimSpace(e.Fields[j].Value)
		}
	}
}

// refusal is what Discord says to a change of m, 0 if it takes it: a message
// of components cannot go back, and others have no components but rows.
func (in wireMessage) refusal(m *Message) (code int, why string) {
	isV2 := m.IsComponents() || in.Flags&FlagComponentsV2 != 0
	if isV2 && (in.Content != nil && *in.Content != "" || len(in.Embeds) > 0) {
		return 50035, "Invalid Form Body: content and embeds cannot be used with MessageFlags.IS_COMPONENTS_V2"
	}
	var cs []component
	if in.Components != nil && json.Unmarshal(in.Components, &cs) != nil {
		return 50035, "Invalid Form Body: components"
	}
	for _, c := range cs {
		if !isV2 && c.isComponents() {
			return 50035, "Invalid Form Body: components need MessageFlags.IS_COMPONENTS_V2"
		}
	}
	if (in.Content == nil || *in.Content == "") && len(in.Embeds) == 0 && (!isV2 || len(cs) == 0) {
		return 50006, "Cannot send an empty message"
	}
	return 0, ""
}

// A Lack is what the bot may not do in a channel.
type Lack string

// The lacks.
const (
	EmbedsRefused Lack = "embeds are refused"     // 50013 for a message with embeds
	EmbedsCleared Lack = "embeds are cleared"     // the message is posted without them
	NoHistory     Lack = "no history"             // 160002 for a reply
	NoComponents  Lack = "components are ignored" // the message is posted without the flag and the components v2
)

// Lack takes something away from the bot in a channel.
func (s *Server) Lack(channel string, what Lack) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lacks[channel] = what
}

func (s *Server) decode(c Call) wireMessage {
	var in wireMessage
	if err := json.Unmarshal(c.Body, &in); err != nil {
		s.TB.Errorf("%s %s: %v", c.Method, c.Path, err)
	}
	return in
}

func (s *Server) postMessage(w http.ResponseWriter, r *http.Request, c Call) {
	in := s.decode(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	m := &Message{ID: s.newID(), Channel: r.PathValue("channel")}
	switch lack := s.lacks[m.Channel]; {
	case lack == EmbedsRefused && len(in.Embeds) > 0:
		refuse(w, http.StatusForbidden, 50013, "Missing Permissions")
		return
	case lack == NoHistory && in.Reference != nil:
		refuse(w, http.StatusBadRequest, 160002, "Cannot reply without permission to read message history")
		return
	case lack == EmbedsCleared:
		in.Embeds = nil
	case lack == NoComponents:
		in.Flags, in.Components = in.Flags&^FlagComponentsV2, nil
	default:
		if code, why := in.refusal(m); code != 0 {
			refuse(w, http.StatusBadRequest, code, why)
			return
		}
	}
	in.apply(m)
	s.messages[m.ID] = m
	s.changed.Broadcast()
	embeds := make([]map[string]any, len(m.Embeds))
	for i, e := range m.Embeds {
		embeds[i] = map[string]any{"type": "rich", "description": e.Description}
	}
	reply(w, map[string]any{"id": m.ID, "channel_id": m.Channel, "flags": m.Flags, "embeds": embeds})
}

func (s *Server) editMessage(w http.ResponseWriter, r *http.Request, c Call) {
	s.edit(w, r.PathValue("message"), c)
}

func (s *Server) editOriginal(w http.ResponseWriter, r *http.Request, c Call) {
	s.edit(w, r.PathValue("token"), c)
}

func (s *Server) edit(w http.ResponseWriter, key string, c Call) {
	in := s.decode(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.messages[key]
	if m == nil {
		refuse(w, http.StatusNotFound, 10015, "Unknown Webhook")
		return
	}
	if code, why := in.refusal(m); code != 0 {
		refuse(w, http.StatusBadRequest, code, why)
		return
	}
	in.apply(m)
	m.Edits++
	s.changed.Broadcast()
	reply(w, map[string]any{"id": m.ID, "channel_id": m.Channel})
}

// callback takes the first reply to an interaction, and only the first.
func (s *Server) callback(w http.ResponseWriter, r *http.Request, c Call) {
	var in struct {
		Type int
		Data wireMessage
	}
	if err := json.Unmarshal(c.Body, &in); err != nil {
		s.TB.Errorf("%s %s: %v", c.Method, c.Path, err)
	}
	token := r.PathValue("token")
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.messages[token] != nil {
		refuse(w, http.StatusBadRequest, 40060, "Interaction has already been acknowledged.")
		return
	}
	m := &Message{ID: s.newID(), Flags: in.Data.Flags & FlagEphemeral, Waiting: true}
	if in.Type == 4 || in.Type == 7 { // a message of its own, or the one that the pressed button is on
		if code, why := in.Data.refusal(m); code != 0 {
			refuse(w, http.StatusBadRequest, code, why)
			return
		}
		in.Data.apply(m)
	}
	s.messages[token] = m
	s.changed.Broadcast()
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) followUp(w http.ResponseWriter, r *http.Request, c Call) {
	in := s.decode(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	m := &Message{ID: s.newID(), Channel: r.PathValue("token")}
	if code, why := in.refusal(m); code != 0 {
		refuse(w, http.StatusBadRequest, code, why)
		return
	}
	in.apply(m)
	s.messages[m.ID] = m
	s.changed.Broadcast()
	reply(w, map[string]any{"id": m.ID})
}

func (s *Server) startThread(w http.ResponseWriter, r *http.Request, c Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	reply(w, map[string]any{"id": s.newID(), "parent_id": r.PathValue("channel"), "type": 11})
}

func scope(r *http.Request) string { return r.PathValue("app") + "/" + r.PathValue("guild") }

func (s *Server) getCommands(w http.ResponseWriter, r *http.Request, _ Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if have, ok := s.commands[scope(r)]; ok {
		reply(w, have)
		return
	}
	reply(w, []any{})
}

// putCommands keeps the commands with what Discord adds to them.
func (s *Server) putCommands(w http.ResponseWriter, r *http.Request, c Call) {
	var cs []map[string]any
	if err := json.Unmarshal(c.Body, &cs); err != nil {
		s.TB.Errorf("%s %s: %v", c.Method, c.Path, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range cs {
		c["id"], c["application_id"], c["version"] = s.newID(), r.PathValue("app"), s.newID()
		c["nsfw"], c["dm_permission"] = false, true
		n, given := c["default_member_permissions"].(float64)
		c["default_member_permissions"] = nil
		if given {
			c["default_member_permissions"] = strconv.FormatInt(int64(n), 10) // sent as a number, given as a text
		}
	}
	raw, err := json.Marshal(cs)
	if err != nil {
		s.TB.Error(err)
	}
	s.commands[scope(r)] = raw
	reply(w, json.RawMessage(raw))
}
