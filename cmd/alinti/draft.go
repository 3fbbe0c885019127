package main

import (
	"fmt"
	"os"
	"strings"

	"alinti/bot"
	"alinti/bot/render"

	"golang.org/x/term"
)

// A draft is what a terminal shows until a model has chosen: the answer that
// retrieval found. It is taken away again when the answer is there.
type draft struct {
	*session
	lines int // that are on the screen
}

// early is the func that shows the draft, or nil where none can be taken away.
func (d *draft) early() func(bot.Answer) {
	if d.flags.json || !d.onTerminal(d.stdout) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	return d.show
}

func (d *draft) show(a bot.Answer) {
	var text strings.Builder
	_ = render.Text(&text, a, d.style()) // a Builder takes everything
	text.WriteString(render.In(a.Language).Choosing + "\n")
	lines := strings.Count(text.String(), "\n")
	if _, rows, err := term.GetSize(int(d.stdout.(*os.File).Fd())); err != nil || lines >= rows {
		return // what has left the screen cannot be taken away
	}
	if _, err := fmt.Fprint(d.stdout, text.String()); err == nil {
		d.lines = lines
	}
}

// erase takes the draft away: up to its first line, and clear to the end of
// the screen (ECMA-48: CUU, ED).
func (d *draft) erase() {
	if d.lines > 0 {
		fmt.Fprintf(d.stdout, "\x1b[%dA\x1b[J", d.lines)
	}
}
