package main

import (
	"os"

	"alinti/bot/render"

	"golang.org/x/term"
)

// onTerminal reports whether a stream is a person's terminal.
func (p *program) onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// conversing reports whether a person sits at both ends.
func (p *program) conversing() bool { return p.onTerminal(p.stdin) && p.onTerminal(p.stdout) }

// colored reports whether a stream takes colours: a terminal does, unless
// NO_COLOR (https://no-color.org) or TERM=dumb say otherwise.
func (p *program) colored(stream any) bool {
	return p.onTerminal(stream) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// style is how text is written on standard output: for a person on a terminal,
// else byte for byte.
func (p *program) style() render.Style {
	if !p.onTerminal(p.stdout) {
		return render.Style{}
	}
	return render.Style{Color: p.colored(p.stdout), Width: width(p.stdout.(*os.File))}
}

// width is the columns of a terminal, within what is easy to read.
func width(f *os.File) int {
	const most, unknown = 100, 80
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns <= 0 {
		return unknown
	}
	return min(columns, most)
}
