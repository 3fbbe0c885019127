package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A stamp is a date that the head or the foot of a file gives the file itself:
// the day on which it was published or changed.
type stamp struct {
	date string // ISO 8601
	rank rank
}

// A rank says how likely a stamp is the day of publication, the likeliest first.
type rank int

const (
	rankPublished rank = iota // "Yayın tarihi: 15 Ocak 2026"
	rankAlone                 // "15 Ocak 2026", "Ankara, 15.01.2026"
	rankChanged               // "Son güncelleme: 3 Kasım 2025", "Sürüm 4, Mart 2025"
	rankByline                // "Ayşe Ak | 15 Ocak 2026"
	rankTold                  // "15 Ocak 2026'da yayımlanan bir rapor…"
	rankNone
)

// The words of a stamp's label. Heads name what happened on the day; the others
// only stand beside them. "Son başvuru tarihi" and "Toplantı tarihi" are no
// labels: their days are what the text is about.
var (
	publishing = plainSet(`tarih tarihi tarihinde yayın yayım yayınlanma yayımlanma yayınlanış yayınlandı yayımlandı yayınlanmıştır
		yayımlanmıştır eklenme eklendi oluşturulma oluşturuldu date dated published posted issued released created publication`)
	changing = plainSet(`güncelleme güncellenme güncellendi güncellenmiştir değişiklik değiştirilme değiştirildi düzenleme düzenlenme
		revizyon rev sürüm sürümü versiyon baskı basım updated update modified revised revision version ver edition`)
	numbered = plainSet(`revizyon rev sürüm sürümü versiyon baskı basım revision version ver edition sayı sayısı`)
	beside   = plainSet(`haber haberin haberi yazı yazının giriş ekleme oluşturma hazırlama hazırlanma duyuru duyurunun duyurusu ilan ilanın
		bülten bülteni basın açıklama açıklaması rapor raporu raporun belge belgenin doküman kılavuz kılavuzun rehber metin makale makalenin içerik sayfa ilk son
		no numarası zamanı saati bu en resmî resmi gazete sayı sayısı this page was last on the article document guide first of by`)
	clockWords = plainSet(`pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt çar per cmt paz monday tuesday wednesday thursday
		friday saturday sunday mon tue wed thu fri sat sun saat saati tsi utc gmt am pm et cet trt z at`)
)

var (
	clock   = regexp.MustCompile(`^(?:T?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?|\+\d{1,2}(?::?\d{2})?)`)
	release = regexp.MustCompile(`^[vV]?\d+(?:\.\d+)*`)
)

// stampMarks may stand between the parts of a stamp.
const stampMarks = `|/·•–—-,:;.()[]*_>`

// A stampReader reads stamps from the beginning of a line: labels, dates, times
// and days of the week in any order, and a place before the first date.
type stampReader struct {
	text    string
	english bool

	at    int
	label label
	found []stamp
	end   int  // where the last date ends, with its time
	verb  bool // only a verb behind the last date makes a stamp of it
}

// A label is the words since the last date.
type label struct {
	heads, changes, beside, places, numbers int
	lower                                   bool // a place has small letters
	versioned, colon                        bool
	mark                                    rune // the mark since the last word
}

// readStamps reads what it can of a line.
func readStamps(text string, english bool) *stampReader {
	s := &stampReader{text: text, english: english}
	for s.at < len(text) && s.step() {
	}
	if s.at == len(text) && s.trailing() {
		s.end = len(text)
	}
	return s
}

// whole reports whether the line says nothing else.
func (s *stampReader) whole() bool { return len(s.found) > 0 && s.end == len(s.text) }

// step reads one mark, date, time or word, and reports whether it could.
func (s *stampReader) step() bool {
	rest := s.text[s.at:]
	r, n := utf8.DecodeRuneInString(rest)
	if isSpace(r) || strings.ContainsRune(stampMarks, r) {
		s.at += n
		if !isSpace(r) {
			s.label.mark = r
			s.label.colon = s.label.colon || r == ':'
		}
		return true
	}
	if date, n := dateAt(rest, s.english); n > 0 {
		return s.date(date, n)
	}
	if n := len(clock.FindString(rest)); n > 0 && len(s.found) > 0 && s.label.empty() {
		s.at += n
		s.end = s.at
		return true
	}
	return s.word(rest)
}

// date takes a date of n bytes if its label is one.
func (s *stampReader) date(iso string, n int) bool {
	rank, ok := s.label.rank()
	if !ok || s.verb {
		return false
	}
	s.at += n
	s.end, s.label = s.at, label{}
	s.found = append(s.found, stamp{iso, rank})
	s.verb = rank == rankNone
	if r, size := utf8.DecodeRuneInString(s.text[s.at:]); isApostrophe(r) {
		s.verb = true
		s.at = skip(s.text, s.at+size, unicode.IsLetter)
	}
	return true
}

// word takes a word that a stamp may have.
func (s *stampReader) word(rest string) bool {
	if n := len(release.FindString(rest)); n > 0 {
		s.label.numbers++
		s.at += n
		return true
	}
	n := skip(rest, 0, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) || isApostrophe(r) })
	w := rest[:n]
	if n == 0 {
		return false
	}
	s.at += n
	switch {
	case labelled(clockWords, w) && s.label.empty():
		if len(s.found) > 0 {
			s.end = s.at
		}
		return true
	case len(s.found) > 0 && !labelled(publishing, w) && !labelled(changing, w) && !labelled(beside, w):
		s.at -= n
		return false
	}
	return s.label.add(w)
}

// trailing reports whether the words after the last date belong to it:
// "15 Ocak 2026'da güncellendi".
func (s *stampReader) trailing() bool {
	l := s.label
	if len(s.found) == 0 || l.places > 0 || l.numbers > 0 && !l.versioned {
		return false
	}
	last := &s.found[len(s.found)-1]
	switch {
	case l.changes > 0:
		last.rank = rankChanged
	case l.heads > 0:
		last.rank = rankPublished
	}
	return l.heads > 0 || (l.empty() || l.versioned) && !s.verb
}

func (l label) empty() bool { return l.heads+l.beside+l.places+l.numbers == 0 }

// add takes a word into the label; a few words that are in no list may name a place.
func (l *label) add(w string) bool {
	const most = 4 // words of places and agencies
	l.mark = 0
	switch {
	case labelled(changing, w):
		l.heads++
		l.changes++
	case labelled(publishing, w):
		l.heads++
	case labelled(beside, w):
		l.beside++
	default:
		r, _ := utf8.DecodeRuneInString(w)
		l.places++
		l.lower = l.lower || strings.ContainsFunc(w, unicode.IsLower)
		return unicode.IsUpper(r) && l.places <= most
	}
	l.versioned = l.versioned || labelled(numbered, w)
	return true
}

// rank says what the label makes of the date behind it: rankNone when a verb has
// to follow. ok is false when it is no label: "Toplantı: 15 Ocak 2026".
func (l label) rank() (r rank, ok bool) {
	switch {
	case l.places > 0 && l.heads+l.beside+l.numbers > 0, l.numbers > 0 && !l.versioned:
		return rankNone, false
	case l.places == 1 && l.mark == ',', l.places > 0 && !l.lower && l.mark != 0 && l.mark != ':':
		return rankAlone, true
	case l.places > 0:
		return rankNone, false
	case l.beside > 0 && l.heads == 0 && !l.colon: // "Bu rehber 15 Ocak 2026'da güncellendi", but not "Duyuru – 15 Ocak 2026"
		return rankNone, true
	case l.changes > 0:
		return rankChanged, true
	case l.heads+l.beside > 0:
		return rankPublished, true
	}
	return rankAlone, true
}

// plainSet is the words as plain makes them.
func plainSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[plain(w)] = true
	}
	return m
}

// labelled reports whether the word is in a list made by plainSet.
func labelled(list map[string]bool, word string) bool { return list[plain(word)] }

// plain is a word in small letters without their marks: the head of a file is
// often typed in capitals or in ASCII.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(fold(word)))
}
