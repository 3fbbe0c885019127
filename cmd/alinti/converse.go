package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/term"
)

const (
	prompt  = "? "
	welcome = "Makaleler hakkında bir soru yazın; çıkmak için Ctrl-D.\nAsk something about the articles; Ctrl-D leaves.\n\n"
)

// goodbyes end a conversation, as Ctrl-D and Ctrl-C do.
var goodbyes = []string{"exit", "quit", "çık", "çıkış"}

// saysGoodbye reads capitals as Turkish and as English ones: ÇIK, EXIT.
func saysGoodbye(line string) bool {
	return slices.Contains(goodbyes, strings.ToLowerSpecial(unicode.TurkishCase, line)) || slices.Contains(goodbyes, strings.ToLower(line))
}

// converse answers what a person types, with line editing and history, until
// they leave. The terminal reads keys one by one only while a line is typed,
// so that Ctrl-C stops an answer under way as it does elsewhere.
func (s *session) converse(ctx context.Context) error {
	in := s.stdin.(*os.File)
	keys := struct {
		io.Reader
		io.Writer
	}{in, s.stdout}
	editor := term.NewTerminal(keys, prompt)
	editor.SetBracketedPasteMode(true)
	defer editor.SetBracketedPasteMode(false)
	s.talk = "terminal"
	fmt.Fprint(s.stdout, welcome)
	for ctx.Err() == nil {
		line, err := readKeys(ctx, editor, in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && !errors.Is(err, term.ErrPasteIndicator) {
			return fmt.Errorf("read the terminal: %w", err)
		}
		line = strings.TrimSpace(line)
		if saysGoodbye(line) {
			return nil
		}
		if line == "" {
			continue
		}
		if err := s.reply(ctx, line); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// readKeys reads one line with the terminal in raw mode, and leaves it as it
// was. When ctx ends first, the read is left behind: the program is ending.
func readKeys(ctx context.Context, editor *term.Terminal, in *os.File) (line string, err error) {
	old, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return "", err
	}
	defer term.Restore(int(in.Fd()), old)
	if columns, rows, err := term.GetSize(int(in.Fd())); err == nil && columns > 0 {
		_ = editor.SetSize(columns, rows)
	}
	read := make(chan struct{})
	go func() {
		line, err = editor.ReadLine()
		close(read)
	}()
	select {
	case <-read:
		return line, err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// reply answers one line of a conversation. What cannot be asked is said, and
// the conversation goes on.
func (s *session) reply(ctx context.Context, line string) error {
	var e *exit
	err := s.one(ctx, line)
	if errors.As(err, &e) && e.code == exitWrong {
		fmt.Fprintln(s.stdout, err)
		err = nil
	}
	fmt.Fprintln(s.stdout)
	return err
}
