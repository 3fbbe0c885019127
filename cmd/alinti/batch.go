package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"alinti/bot/render"
)

// maxLine bounds a line of a batch, in bytes. It is more than any question may
// have, so that a longer line is told from a question that is too long.
const maxLine = 64 << 10

// batch answers each line of standard input as soon as it is read. A line that
// is no question is told on standard error, and the others are answered.
func (s *session) batch(ctx context.Context) error {
	from := untilDone(ctx, s.stdin)
	defer from.Close()
	in := bufio.NewReaderSize(from, maxLine)
	var bad error
	asked := 0
	for n := 1; ctx.Err() == nil; n++ {
		line, err := readLine(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("read line %d of standard input: %w", n, err)
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := s.line(ctx, line, asked); err != nil {
			var e *exit
			if !errors.As(err, &e) || e.code != exitWrong {
				return err
			}
			fmt.Fprintf(s.stderr, "alinti: line %d: %v\n", n, err)
			bad = wrong(nil)
		}
		asked++
	}
	if asked == 0 && ctx.Err() == nil {
		return wrong(errors.New(`no question: give one, like alinti ask "Kim kime asker gönderdi?", or one a line on standard input`))
	}
	return errors.Join(ctx.Err(), bad)
}

// line answers one line. As text, the question stands above its answer.
func (s *session) line(ctx context.Context, text string, before int) error {
	a, err := s.answer(ctx, text, nil)
	if err != nil {
		return err
	}
	if !s.flags.json {
		if before > 0 {
			fmt.Fprintln(s.stdout)
		}
		fmt.Fprintln(s.stdout, "#", render.Asked(a))
	}
	return s.print(a, false)
}

// readLine reads a line without its end. Of one longer than maxLine the rest
// is thrown away; what is left is still too long for a question.
func readLine(r *bufio.Reader) (string, error) {
	line, more, err := r.ReadLine()
	if err != nil {
		return "", err
	}
	text := string(line)
	for more {
		if _, more, err = r.ReadLine(); err != nil {
			return "", err
		}
	}
	return strings.TrimPrefix(text, "\ufeff"), nil
}
