package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"alinti/bot/config"
	"alinti/retrieval/corpus"
	"alinti/retrieval/synonyms"
)

// ownSynonyms are those of the collection: the file of the settings, or else
// synonyms.txt in the folder of the articles, if it has one. name is the file
// that they stand in, empty without one.
func ownSynonyms(c config.Config) (groups []synonyms.Group, name string, err error) {
	name = c.Articles.Synonyms
	var data []byte
	switch {
	case name != "":
		data, err = corpus.LoadFile(name)
	case c.Articles.Dir != "":
		name = filepath.Join(c.Articles.Dir, corpus.SynonymsFile)
		data, err = corpus.LoadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, "", nil
		}
	default:
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("articles.synonyms: %w", err)
	}
	groups, err = synonyms.Parse(bytes.NewReader(data))
	var wrongs []error
	for _, w := range config.Problems(err) {
		wrongs = append(wrongs, fmt.Errorf("articles.synonyms: %s: %w", name, w))
	}
	return groups, name, errors.Join(wrongs...)
}
