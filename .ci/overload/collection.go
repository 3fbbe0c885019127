package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// manyParagraphs is the size of the collection over which an answer takes long.
const manyParagraphs = 2000

// requests are the bytes of one request a question.
func requests(questions []string) [][]byte {
	var all [][]byte
	for _, q := range questions {
		var body bytes.Buffer
		e := json.NewEncoder(&body)
		e.SetEscapeHTML(false)
		_ = e.Encode(map[string]string{"question": q}) // into memory
		all = append(all, fmt.Appendf(nil, "POST /v1/ask HTTP/1.1\r\nHost: alinti\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
			body.Len(), body.Bytes()))
	}
	return all
}

// judged are the questions of the repository about its two articles, asked in
// four ways so that none comes twice at a time.
func judged() (questions []string, err error) {
	for _, name := range []string{"dev.jsonl", "dev2.jsonl"} {
		f, err := os.Open(filepath.Join("bot/evaluate/testdata", name))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var item struct{ Question string }
			if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			questions = append(questions, item.Question)
		}
	}
	all := questions
	for _, before := range []string{"Acaba ", "Peki ", "Rapora göre "} {
		for _, q := range questions {
			all = append(all, before+q)
		}
	}
	return all, nil
}

// texts are XQuAD's paragraphs and questions where ALINTI_XQUAD names the folder
// of xquad.tr.json, else what there is in the repository.
func texts() (paragraphs, questions []string, err error) {
	data, err := os.ReadFile(filepath.Join(os.Getenv("ALINTI_XQUAD"), "xquad.tr.json"))
	if os.Getenv("ALINTI_XQUAD") == "" || os.IsNotExist(err) {
		questions, err = judged()
		names, _ := filepath.Glob("seeds/*.txt") // the pattern is right
		for _, name := range names {
			text, e := os.ReadFile(name)
			if e != nil {
				return nil, nil, e
			}
			paragraphs = append(paragraphs, string(text))
		}
		return paragraphs, questions, err
	}
	if err != nil {
		return nil, nil, err
	}
	var squad struct {
		Data []struct {
			Paragraphs []struct {
				Context string
				QAs     []struct{ Question string }
			}
		}
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &squad); err != nil {
		return nil, nil, err
	}
	for _, d := range squad.Data {
		for _, p := range d.Paragraphs {
			paragraphs = append(paragraphs, strings.Join(strings.Fields(p.Context), " "))
			for _, q := range p.QAs {
				questions = append(questions, q.Question)
			}
		}
	}
	return paragraphs, questions, nil
}

var sentenceEnd = regexp.MustCompile(`[.?!]\s+`)

// writeCollection makes a folder of articles of many paragraphs: each has five
// sentences of others, with a tenth of the words taken from anywhere. It returns
// questions about them.
func writeCollection(folder string) (questions []string, err error) {
	paragraphs, questions, err := texts()
	if err != nil {
		return nil, err
	}
	var sentences, words []string
	for _, p := range paragraphs {
		for _, s := range sentenceEnd.Split(p, -1) {
			sentences = append(sentences, strings.TrimRight(strings.Join(strings.Fields(s), " "), ".?!")+".")
		}
		words = append(words, strings.Fields(p)...)
	}
	pick := rand.New(rand.NewPCG(2024, 607))
	if len(paragraphs) < 100 {
		paragraphs = nil // whole articles
	}
	for len(paragraphs) < manyParagraphs {
		var made []string
		for range 5 {
			made = append(made, strings.Fields(sentences[pick.IntN(len(sentences))])...)
		}
		for i := range made {
			if pick.IntN(10) == 0 {
				made[i] = words[pick.IntN(len(words))]
			}
		}
		paragraphs = append(paragraphs, strings.Join(made, " "))
	}
	const each = 16 // paragraphs an article
	for n := 0; n < len(paragraphs); n += each {
		text := strings.Join(paragraphs[n:min(n+each, len(paragraphs))], "\n\n") + "\n"
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("made-up-%03d.txt", n/each)), []byte(text), 0o666); err != nil {
			return nil, err
		}
	}
	return questions, nil
}
