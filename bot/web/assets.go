package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed assets templates
var files embed.FS

// An asset is a file that pages refer to, under a name that holds its digest:
// a browser may keep it for good, and never gets an old one for a new page.
type asset struct {
	name string // style.0123abcd.css
	kind string // its media type
	data []byte
}

type assets map[string]asset // by plain name and by full name

var kinds = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// readAssets panics when an embedded file is missing, which a build can not do.
func readAssets() assets {
	all := assets{}
	entries, err := fs.ReadDir(files, "assets")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		data, err := files.ReadFile("assets/" + e.Name())
		if err != nil {
			panic(err)
		}
		ext := path.Ext(e.Name())
		sum := sha256.Sum256(data)
		full := strings.TrimSuffix(e.Name(), ext) + "." + hex.EncodeToString(sum[:4]) + ext
		a := asset{full, kinds[ext], data}
		all[e.Name()], all[full] = a, a
	}
	return all
}

// url is the address of an asset by its plain name.
func (a assets) url(name string) string { return "/assets/" + a[name].name }

func (a assets) serve(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	file, ok := a[name]
	if !ok || file.name != name {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", file.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	if _, err := w.Write(file.data); err != nil {
		return // the reader left
	}
}

// readTemplates panics on a broken template; a test renders every one.
func readTemplates() *template.Template {
	return template.Must(template.New("").ParseFS(files, "templates/*.html"))
}
