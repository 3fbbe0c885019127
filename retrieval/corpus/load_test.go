package corpus_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestLoadArticles(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	want := []corpus.Source{
		{ID: "stratejik-ortaklik", File: "000_bdffa258e9c93d16.txt", Date: "2025-12-04", Language: "tr"},
		{ID: "naumann-raporu", File: "001_6baa2ee8f170eba8.txt", Date: "2025-09-19", Language: "tr"},
	}
	for i, d := range c.Documents {
		got := d.Source
		if got.Title == "" || len(got.SHA256) != 64 {
			t.Errorf("source %+v lacks a title or digest", got)
		}
		got.Title, got.SHA256 = "", ""
		if got != want[i] {
			t.Errorf("Documents[%d] = %+v, want %+v", i, got, want[i])
		}
		checkDocument(t, d)
	}
}

// A list of synonyms is no text, unless the manifest says so.
func TestLoadLeavesSynonyms(t *testing.T) {
	files := map[string]string{"a.txt": "Bir metin.", corpus.SynonymsFile: "kedi, tekir"}
	for want := 1; want <= 2; want++ {
		c, err := corpus.Load(folder(files))
		if err != nil || len(c.Documents) != want {
			t.Errorf("Load(%v) = %v, %v, want %d documents", files, c, err, want)
		}
		files["manifest.json"] = `{"documents":[{"file":"synonyms.txt","id":"s"}]}`
	}
}

func TestLoadFile(t *testing.T) {
	dir := t.TempDir()
	inside, outside := filepath.Join(dir, "list", "in.txt"), filepath.Join(dir, "out.txt")
	if err := errors.Join(os.Mkdir(filepath.Dir(inside), 0o700), os.WriteFile(inside, []byte("a, b"), 0o600), os.WriteFile(outside, []byte("c, d"), 0o600),
		os.Symlink("in.txt", filepath.Join(dir, "list", "link.txt")), os.Symlink(outside, filepath.Join(dir, "list", "away.txt"))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file string
		want error
	}{
		{inside, nil}, {filepath.Join(dir, "list", "link.txt"), nil}, {filepath.Join(dir, "list", "away.txt"), corpus.ErrUnreadable},
		{filepath.Join(dir, "list", "none.txt"), fs.ErrNotExist}, {filepath.Join(dir, "nowhere", "in.txt"), fs.ErrNotExist}, {filepath.Dir(inside), corpus.ErrNotRegular},
	} {
		data, err := corpus.LoadFile(c.file)
		if !errors.Is(err, c.want) || (err == nil) != (string(data) == "a, b") {
			t.Errorf("LoadFile(%s) = %q, %v, want %v", c.file, data, err, c.want)
		}
	}
}

func TestLoadGuesses(t *testing.T) {
	c, err := corpus.Load(folder(map[string]string{
		"Çöp Toplama İşi.txt":    "Çöp Toplama\n\nÇöp her gün toplanır ve yakılır.",
		"2024-05-06-council.md":  "# Council\n\nThe council met and the vote was held.",
		"c.txt":                  "date 2023-02-28 Bir metin. İkinci cümle.",
		"d.TXT":                  "19 Eylül 2022\nBaşka bir metin bu.",
		"e.txt":                  "29 Ekim 1923'te Cumhuriyet ilan edildi.",
		"ignored.json":           "{}",
		".hidden.txt":            "\x00",
		"sub/not-read.txt":       "Alt klasör okunmaz.",
		"f\u0131rt\u0131na.md":   "Fırtına çıktı.",
		"s\u0327ehir u\u0308.md": "Şehir.",
	}))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]corpus.Source{}
	for _, d := range c.Documents {
		d.Source.SHA256 = ""
		got[d.File] = d.Source
	}
	for _, want := range []corpus.Source{
		{ID: "cop-toplama-isi", File: "Çöp Toplama İşi.txt", Title: "Çöp Toplama", Language: "tr"},
		{ID: "2024-05-06-council", File: "2024-05-06-council.md", Title: "Council", Date: "2024-05-06", Language: "en"},
		{ID: "c", File: "c.txt", Title: "c.txt", Date: "2023-02-28", Language: "tr"},
		{ID: "d", File: "d.TXT", Title: "d.TXT", Date: "2022-09-19", Language: "tr"},
		{ID: "e", File: "e.txt", Title: "e.txt", Language: "tr"},
		{ID: "firtina", File: "fırtına.md", Title: "Fırtına", Language: "tr"},
		{ID: "sehir-u", File: "s\u0327ehir u\u0308.md", Title: "Şehir ü", Language: "tr"},
	} {
		if got[want.File] != want {
			t.Errorf("%s = %+v, want %+v", want.File, got[want.File], want)
		}
		delete(got, want.File)
	}
	for file := range got {
		t.Errorf("%s was read", file)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct {
		name, file, text string
		kind             error
		says             []string
	}{
		{"UTF-16 with a mark", "a.txt", "\xff\xfeM\x00e\x00", corpus.ErrEncoding, []string{"UTF-16", "save it as UTF-8"}},
		{"UTF-16 without a mark", "a.txt", "M\x00e\x00t\x00i\x00n\x00", corpus.ErrEncoding, []string{"UTF-16"}},
		{"UTF-32", "a.txt", "\xff\xfe\x00\x00M\x00\x00\x00", corpus.ErrEncoding, []string{"UTF-32"}},
		{"Windows-1254", "a.txt", "\xddyi ak\xfeamlar, \xe7ok g\xfczel.", corpus.ErrEncoding, []string{"byte 0 is 0xDD", "Windows-1254"}},
		{"broken UTF-8", "a.txt", "Metin \xf0\x28\x8c\xbc.", corpus.ErrEncoding, []string{"byte 6 is 0xF0"}},
		{"cut UTF-8", "a.txt", "Metin ş"[:7], corpus.ErrEncoding, []string{"byte 6"}},
		{"surrogate", "a.txt", "Metin \xed\xa0\x80.", corpus.ErrEncoding, []string{"byte 6"}},
		{"NUL", "a.txt", "Metin\x00 burada ve uzun bir metin.", corpus.ErrBinary, []string{"byte 5 is NUL"}},
		{"PDF", "a.txt", "%PDF-1.7\n%âãÏÓ", corpus.ErrBinary, []string{"PDF"}},
		{"RTF", "a.md", `{\rtf1 Metin}`, corpus.ErrBinary, []string{"RTF"}},
		{"HTML", "a.txt", "\ufeff \n<!DOCTYPE HTML><p>Metin", corpus.ErrBinary, []string{"HTML"}},
		{"zip", "a.txt", "PK\x03\x04\x00\x00", corpus.ErrBinary, []string{"ZIP"}},
		{"empty", "a.txt", "", corpus.ErrEmpty, nil},
		{"nothing to quote", "a.txt", "\ufeff\n *** \n… !\n", corpus.ErrEmpty, nil},
		{"oversize", "a.txt", strings.Repeat("a ", corpus.MaxFileSize/2+1), corpus.ErrTooLarge, []string{"8388608"}},
		{"unknown key", "manifest.json", `{"documents":[{"file":"good.txt","titel":"x"}]}`, corpus.ErrManifest, []string{"documents[0].titel", "title"}},
		{"unknown top key", "manifest.json", `{"documents":[],"docs":1}`, corpus.ErrManifest, []string{"docs"}},
		{"missing list", "manifest.json", `{}`, corpus.ErrManifest, []string{"documents: missing"}},
		{"no file", "manifest.json", `{"documents":[{"id":"a"}]}`, corpus.ErrManifest, []string{"documents[0].file: missing"}},
		{"wrong type", "manifest.json", `{"documents":[{"file":"good.txt","date":2024}]}`, corpus.ErrManifest, []string{"documents[0].date"}},
		{"wrong list", "manifest.json", `{"documents":{}}`, corpus.ErrManifest, []string{"documents: not a list"}},
		{"not JSON", "manifest.json", `documents: []`, corpus.ErrManifest, []string{"not a JSON object"}},
		{"more JSON", "manifest.json", `{"documents":[]} {}`, corpus.ErrManifest, []string{"follows"}},
		{"absent file", "manifest.json", `{"documents":[{"file":"gone.txt"}]}`, corpus.ErrManifest, []string{"gone.txt"}},
		{"listed twice", "manifest.json", `{"documents":[{"file":"good.txt"},{"file":"good.txt"}]}`, corpus.ErrManifest, []string{"documents[1].file", "twice"}},
		{"wrong date", "manifest.json", `{"documents":[{"file":"good.txt","date":"19.09.2025"}]}`, corpus.ErrSource, []string{"documents[0]", "19.09.2025", "2025-09-19"}},
		{"wrong id", "manifest.json", `{"documents":[{"file":"good.txt","id":"../a"}]}`, corpus.ErrSource, []string{"../a"}},
		{"wrong language", "manifest.json", `{"documents":[{"file":"good.txt","language":"Turkish"}]}`, corpus.ErrSource, []string{"Turkish", `"tr"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := corpus.Load(folder(map[string]string{tt.file: tt.text, "good.txt": "İyi dosya."}))
			if !errors.Is(err, tt.kind) {
				t.Fatalf("Load = %v, want kind %v", err, tt.kind)
			}
			var fe *corpus.FileError
			if !errors.As(err, &fe) || !strings.HasPrefix(fe.File, tt.file) {
				t.Errorf("Load = %v, want a FileError that names %s", err, tt.file)
			}
			for _, s := range tt.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("error %q does not say %q", err, s)
				}
			}
			if c == nil || c.Document("good") == nil {
				t.Error("the good file is not in the collection")
			}
		})
	}
}

func TestLoadReportsEverything(t *testing.T) {
	_, err := corpus.Load(folder(map[string]string{
		"a.txt": "\x00", "b.txt": "\xff\xfe", "c.txt": "", "manifest.json": `{"x":1,"documents":[{"file":"z.txt","y":2}]}`,
	}))
	if err == nil {
		t.Fatal("Load succeeded")
	}
	for _, s := range []string{"a.txt", "b.txt", "c.txt", "manifest.json: wrong manifest: x", "documents[0].y"} {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("error does not name %s: %v", s, err)
		}
	}
}

func TestLoadEmptyFolder(t *testing.T) {
	for _, files := range []map[string]string{{}, {"a.pdf": "x"}, {"sub/a.txt": "Metin."}} {
		if c, err := corpus.Load(folder(files)); c != nil || !errors.Is(err, corpus.ErrEmpty) {
			t.Errorf("Load(%v) = %v, %v, want ErrEmpty", files, c, err)
		}
	}
	if _, err := corpus.LoadDir(t.TempDir() + "/none"); !errors.Is(err, corpus.ErrUnreadable) {
		t.Errorf("LoadDir of no folder = %v, want ErrUnreadable", err)
	}
}

func TestLoadDuplicateIDs(t *testing.T) {
	_, err := corpus.Load(folder(map[string]string{"a b.txt": "Bir.", "a-b.md": "İki."}))
	if !errors.Is(err, corpus.ErrDuplicate) || !strings.Contains(err.Error(), "a b.txt") || !strings.Contains(err.Error(), "a-b.md") {
		t.Errorf("Load = %v, want ErrDuplicate naming both files", err)
	}
}

func TestLoadTooManyFiles(t *testing.T) {
	m := fstest.MapFS{}
	for i := range corpus.MaxFiles + 1 {
		m[strings.Repeat("a", 1+i%50)+string(rune('0'+i%10))+strings.Repeat("b", i/50)+".txt"] = &fstest.MapFile{Data: []byte("Metin.")}
	}
	if len(m) <= corpus.MaxFiles {
		t.Fatalf("only %d different names", len(m))
	}
	if _, err := corpus.Load(m); !errors.Is(err, corpus.ErrTooLarge) {
		t.Errorf("Load of %d files = %v, want ErrTooLarge", len(m), err)
	}
}

// A refusingFS may be listed but not read.
type refusingFS struct{ fstest.MapFS }

func (f refusingFS) Open(name string) (fs.File, error) {
	if name == "secret.txt" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func TestLoadUnreadable(t *testing.T) {
	c, err := corpus.Load(refusingFS{folder(map[string]string{"secret.txt": "Gizli.", "open.txt": "Açık."})})
	if !errors.Is(err, corpus.ErrUnreadable) || !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "secret.txt") {
		t.Errorf("Load = %v, want ErrUnreadable and the cause", err)
	}
	if c == nil || len(c.Documents) != 1 {
		t.Errorf("collection = %v, want the readable file", c)
	}
}

func TestOrderIsByName(t *testing.T) {
	c, err := corpus.Load(folder(map[string]string{"b.txt": "B.", "a.txt": "A.", "c.md": "C."}))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, d := range c.Documents {
		files = append(files, d.File)
	}
	if want := []string{"a.txt", "b.txt", "c.md"}; !slices.Equal(files, want) {
		t.Errorf("order = %v, want %v", files, want)
	}
}

func FuzzManifest(f *testing.F) {
	f.Add(`{"documents":[{"file":"a.txt","id":"x","title":"T","date":"2024-01-02","language":"tr"}]}`)
	f.Add(`{"documents":[{"file":"a.txt","id":"İ"},{}]}`)
	f.Fuzz(func(t *testing.T, manifest string) {
		c, err := corpus.Load(folder(map[string]string{"a.txt": "Bir metin.", "manifest.json": manifest}))
		if err != nil {
			return
		}
		if d := c.Documents[0]; d.ID == "" || d.Title == "" || strings.ContainsAny(d.Title, "\n\x00") || strings.Contains(d.ID, "/") {
			t.Errorf("manifest %q gives %+v", manifest, d.Source)
		}
	})
}
