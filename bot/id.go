package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"

	"alinti/retrieval/corpus"
)

// AnswerID is the name of an answer: two doors that give the same answer from
// the same articles show the same id. It is the hex of the first 16 bytes of a
// SHA-256 over these fields in this order, each written as its length in bytes,
// a colon, and its bytes, so that no two answers write the same:
//
//	alinti-answer-1
//	the question, without white space around it, in Unicode normal form C
//	the articles' digest, see [corpus.Collection.Digest]
//	"answered" or "refused"
//	the mode
//	the number of quotes; for each its article's SHA-256 in hex, start, end
//
// and in LLM mode also
//
//	the version of the prompts
//	the number of statements; for each its text, the number of its quotes, their numbers
//
// Numbers are decimal. promptVersion is not looked at in retrieval mode.
func AnswerID(a *Answer, c *corpus.Collection, promptVersion string) string {
	room := hashed.Get().(*[]byte)
	h := fields((*room)[:0])
	h.text("alinti-answer-1")
	h.text(nfc(strings.TrimSpace(a.Question)))
	h.text(c.Digest())
	if a.Answered {
		h.text("answered")
	} else {
		h.text("refused")
	}
	h.text(a.Mode)
	h.number(len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		h.text(q.Source.SHA256)
		h.number(q.Start)
		h.number(q.End)
	}
	if a.Mode == ModeLLM {
		h.text(promptVersion)
		h.number(len(a.Statements))
		for _, s := range a.Statements {
			h.text(s.Text)
			h.number(len(s.Quotes))
			for _, n := range s.Quotes {
				h.number(n)
			}
		}
	}
	const size = 16 // bytes of the digest that are shown
	sum := sha256.Sum256(h)
	*room = h
	hashed.Put(room)
	return hex.EncodeToString(sum[:size])
}

// hashed holds the memory of what is hashed between answers.
var hashed = sync.Pool{New: func() any { return new([]byte) }}

// fields are length-prefixed fields in a row.
type fields []byte

func (f *fields) text(s string) {
	*f = append(append(strconv.AppendInt(*f, int64(len(s)), 10), ':'), s...)
}

func (f *fields) number(n int) {
	var room [20]byte // as many digits as 64 bits have, and a sign
	f.text(string(strconv.AppendInt(room[:0], int64(n), 10)))
}
