package corpus

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// foreign are the openings of files that are not plain text, though some of
// them pass for it.
var foreign = []struct{ prefix, name string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"{\\rtf", "an RTF document"},
	{"\x1f\x8b", "a gzip archive"},
	{"<!doctype html", "an HTML page"},
	{"<html", "an HTML page"},
	{"<?xml", "an XML document"},
}

// checkText refuses what is not UTF-8 text, with what it seems to be.
func checkText(file, text string) error {
	const utf8Cure = "save it as UTF-8"
	if name := wideEncoding(text); name != "" {
		return &FileError{File: file, Err: fmt.Errorf("%w: it is %s", ErrEncoding, name), Cure: utf8Cure}
	}
	start := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(text[:min(len(text), 64)], "\ufeff"), " \t\r\n"))
	for _, f := range foreign {
		if strings.HasPrefix(start, strings.ToLower(f.prefix)) {
			return &FileError{File: file, Err: fmt.Errorf("%w: it is %s", ErrBinary, f.name), Cure: "save its text as .txt or .md"}
		}
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return &FileError{File: file, Err: fmt.Errorf("%w: byte %d is NUL", ErrBinary, i), Cure: "remove it from the folder, or save its text as UTF-8"}
	}
	if !utf8.ValidString(text) {
		i := invalidAt(text)
		return &FileError{File: file, Err: fmt.Errorf("%w: byte %d is 0x%02X%s", ErrEncoding, i, text[i], guessEncoding(text)), Cure: utf8Cure}
	}
	return nil
}

// wideEncoding names an encoding of two or four bytes a letter.
func wideEncoding(text string) string {
	for _, e := range []struct{ mark, name string }{
		{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"\xff\xfe", "UTF-16"}, {"\xfe\xff", "UTF-16"},
	} {
		if strings.HasPrefix(text, e.mark) {
			return e.name
		}
	}
	// Without a mark: every second byte of plain text is NUL.
	head := []byte(text[:min(len(text), 512)])
	if len(head) >= 8 && bytes.Count(head, []byte{0})*5 >= len(head)*2 {
		even := 0
		for i := 0; i < len(head); i += 2 {
			if head[i] == 0 {
				even++
			}
		}
		if nul := bytes.Count(head, []byte{0}); even == nul || even == 0 {
			return "UTF-16"
		}
	}
	return ""
}

func invalidAt(text string) int {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return len(text) - 1
}

// guessEncoding recognises the Turkish letters of Windows-1254, which is what
// an old Turkish file most likely is. (ISO 8859-9 has them in the same places.)
func guessEncoding(text string) string {
	turkish, other := 0, 0
	for i := range min(len(text), 64<<10) {
		switch c := text[i]; {
		case strings.IndexByte("\xfd\xfe\xf0\xdd\xde\xd0\xfc\xdc\xf6\xd6\xe7\xc7\xe2\xee\x91\x92\x93\x94\x85\x96", c) >= 0:
			turkish++
		case c >= 0x80:
			other++
		}
	}
	if turkish > 4*other {
		return ", as in Windows-1254 (Turkish)"
	}
	return ""
}
