package main

import (
	"context"
	"errors"
	"strings"
)

// An exit is an error with the exit code that it means. A nil err means that
// everything was said already.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return "no"
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// wrong is the exit of wrong use or settings.
func wrong(err error) error { return &exit{exitWrong, err} }

// failed is the exit of a check that failed; err may be nil.
func failed(err error) error { return &exit{exitFailed, err} }

// ended gives an error of a command an exit code: what was not called wrong use
// has failed. Being interrupted needs no words.
func ended(err error) error {
	var e *exit
	switch {
	case err == nil || errors.As(err, &e):
		return err
	case errors.Is(err, context.Canceled):
		return failed(nil)
	}
	return failed(err)
}

// lines is an error as lines of text, one for each error that was joined.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}
