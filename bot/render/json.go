package render

import (
	"encoding/json"
	"io"

	"alinti/bot"
)

// JSON writes the answer as JSON with a line feed at its end: on one line, or
// indented by two spaces. Letters outside ASCII and <, >, & stay as they are.
func JSON(w io.Writer, a bot.Answer, indent bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if indent {
		e.SetIndent("", "  ")
	}
	return e.Encode(a)
}
