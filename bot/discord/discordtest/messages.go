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
}

// apply changes m as Discord does: texts lose white space at their ends.
func (in wireMessage) apply(m *Message) {
	if in.Content != nil {
		m.Content = strings.TrimSpace(*in.Content)
	}
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
	m := &Message{ID: s.newID(), Channel: r.PathValue("channel"), Flags: in.Flags}
	in.apply(m)
	s.messages[m.ID] = m
	s.changed.Broadcast()
	reply(w, map[string]any{"id": m.ID, "channel_id": m.Channel})
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
	m := &Message{ID: s.newID(), Flags: in.Data.Flags, Waiting: true}
	if in.Type == 4 || in.Type == 7 { // a message of its own, or the one that the pressed button is on
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
	m := &Message{ID: s.newID(), Channel: r.PathValue("token"), Flags: in.Flags}
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
