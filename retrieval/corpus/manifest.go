package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// ManifestName is the file beside the texts that may name them:
//
//	{"documents": [
//	  {"file": "a.txt", "id": "a", "title": "…", "date": "2025-09-19", "language": "tr"}
//	]}
//
// Every key but "file" may be missing, and is then guessed. A text that the
// manifest does not list is read all the same.
const ManifestName = "manifest.json"

// maxManifest is the most bytes of a manifest.
const maxManifest = 4 << 20

// manifestKeys are the keys of a document in the manifest.
var manifestKeys = []string{"file", "id", "title", "date", "language"}

// readManifest reads the manifest of fsys by file name. Without one it is nil.
// An error names the key.
func readManifest(fsys fs.FS) (map[string]Source, error) {
	data, err := readFile(fsys, ManifestName, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := checkText(ManifestName, string(data)); err != nil {
		return nil, err
	}
	m, err := parseManifest(data)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func parseManifest(data []byte) (map[string]Source, error) {
	var top map[string]json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	if err := dec.Decode(&top); err != nil {
		return nil, manifestError("", fmt.Sprintf("not a JSON object: %v", err), `write {"documents": […]}`)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, manifestError("", "something follows the JSON object", "remove it")
	}
	var errs []error
	for _, key := range sortedKeys(top) {
		if key != "documents" {
			errs = append(errs, manifestError(key, "unknown key", `the only key is "documents"`))
		}
	}
	var docs []map[string]json.RawMessage
	if raw, ok := top["documents"]; !ok {
		errs = append(errs, manifestError("documents", "missing", `write {"documents": […]}`))
	} else if err := json.Unmarshal(raw, &docs); err != nil {
		errs = append(errs, manifestError("documents", "not a list of objects", `write {"documents": [{"file": "…"}]}`))
	}
	m := map[string]Source{}
	for i, entry := range docs {
		src, err := parseEntry(fmt.Sprintf("documents[%d]", i), entry)
		switch _, twice := m[src.File]; {
		case err != nil:
			errs = append(errs, err)
		case twice:
			errs = append(errs, manifestError(fmt.Sprintf("documents[%d].file", i), fmt.Sprintf("%q is listed twice", src.File), "remove one of them"))
		default:
			m[src.File] = src
		}
	}
	return m, errors.Join(errs...)
}

// parseEntry reads one document of the manifest, all of its mistakes at once.
func parseEntry(path string, entry map[string]json.RawMessage) (Source, error) {
	var errs []error
	values := map[string]string{}
	for _, key := range sortedKeys(entry) {
		var v string
		if !slices.Contains(manifestKeys, key) {
			errs = append(errs, manifestError(path+"."+key, "unknown key", "the keys are "+strings.Join(manifestKeys, ", ")))
		} else if err := json.Unmarshal(entry[key], &v); err != nil || v == "" {
			errs = append(errs, manifestError(path+"."+key, "not a text", "write it in quotation marks, or leave the key out"))
		}
		values[key] = v
	}
	src := Source{File: values["file"], ID: values["id"], Title: values["title"], Date: values["date"], Language: values["language"]}
	if _, given := entry["file"]; !given {
		errs = append(errs, manifestError(path+".file", "missing", "name the text it is about"))
	}
	probe := src
	if probe.ID == "" {
		probe.ID = "id"
	}
	if err := probe.check(); err != nil && len(errs) == 0 {
		errs = append(errs, &FileError{File: ManifestName + ": " + path, Err: err})
	}
	return src, errors.Join(errs...)
}

func manifestError(key, what, cure string) error {
	if key != "" {
		what = key + ": " + what
	}
	return &FileError{File: ManifestName, Err: fmt.Errorf("%w: %s", ErrManifest, what), Cure: cure}
}

func sortedKeys(m map[string]json.RawMessage) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
