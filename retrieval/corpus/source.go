package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxIDLen is the most bytes an id may have: it is part of addresses and of
// every quote.
const maxIDLen = 100

// complete fills what src leaves out: the digest, the id from the file's
// name. It refuses what cannot be shown in a citation.
func (s *Source) complete(text string) error {
	sum := sha256.Sum256([]byte(text))
	s.SHA256 = hex.EncodeToString(sum[:])
	if s.ID == "" {
		s.ID = slug(s.File)
	}
	if s.File == "" {
		s.File = s.ID
	}
	return s.check()
}

// check reports the first field that is not as the field's comment says.
func (s *Source) check() error {
	if !fitID(s.ID) {
		return fmt.Errorf("%w: id %q: use 1 to %d of the letters a-z, A-Z, digits, '-', '_' and '.', and begin with a letter or digit", ErrSource, s.ID, maxIDLen)
	}
	if s.Date != "" {
		_, err := time.Parse(time.DateOnly, s.Date)
		if _, month := time.Parse("2006-01", s.Date); err != nil && month != nil {
			return fmt.Errorf("%w: date %q: write it as 2025-09-19, or 2025-09", ErrSource, s.Date)
		}
	}
	if s.Language != "" && s.Language != "tr" && s.Language != "en" {
		return fmt.Errorf("%w: language %q: use \"tr\" or \"en\"", ErrSource, s.Language)
	}
	if strings.ContainsFunc(s.Title, func(r rune) bool { return isBreak(r) || unicode.IsControl(r) }) {
		return fmt.Errorf("%w: title %q: write it on one line", ErrSource, s.Title)
	}
	return nil
}

func fitID(id string) bool {
	if id == "" || len(id) > maxIDLen {
		return false
	}
	for i := range len(id) {
		c := id[i]
		alnum := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		if !alnum && (i == 0 || c != '-' && c != '_' && c != '.') {
			return false
		}
	}
	return true
}

// slug makes an id of a file's name: ASCII letters, digits and single hyphens.
func slug(file string) string {
	name := strings.TrimSuffix(file, path.Ext(file))
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(name) {
		r = unicode.ToLower(r)
		if r == 'ı' {
			r = 'i'
		}
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r):
			gap = true
		}
		if b.Len() >= maxIDLen-1 {
			break
		}
	}
	if b.Len() == 0 {
		return "document"
	}
	return b.String()
}
