package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the tree, as tests. CONTRIBUTING.md tells them in words.

const root = "../.."

// layers is the import direction: a package imports only what stands on a line
// above its own. The first line imports nothing of ours.
var layers = [][]string{
	{"seeds", "prompts", "bot/llm", "retrieval/turkish", "retrieval/gazetteer",
		"bot/webhook/examples/ask", "bot/webhook/examples/stream", "bot/webhook/examples/sign", "bot/webhook/examples/verify"},
	{"retrieval/corpus"}, // and every other package below retrieval; among themselves the compiler forbids circles
	{"retrieval/evidence"},
	{"retrieval"},
	{"bot/check", "bot/dialogue"},
	{"bot"},
	{"bot/bottest", "bot/render", "bot/store"},
	{"bot/evaluate", "bot/webhook/deliver"},
	{"bot/discord/discordtest"},
	{"bot/discord", "bot/webhook", "bot/web", "bot/openai", "bot/mcp"},
	{"bot/config"},
	{"cmd/alinti"},
}

// keepers are the packages that keep a library to themselves.
var keepers = map[string][]string{
	"github.com/spf13/viper":            {"bot/config"},
	"github.com/bwmarrin/discordgo":     {"bot/discord", "bot/discord/discordtest"},
	"github.com/sashabaranov/go-openai": {"bot/llm"},
	"github.com/spf13/cobra":            {"cmd/alinti"},
}

// topLevel is all that may stand at the top of the tree.
var topLevel = []string{
	"cmd", "bot", "retrieval", "prompts", "seeds", "docs",
	".ci", ".gitattributes", ".gitignore",
	"config.example.yaml", "go.mod", "go.sum", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md",
}

// A source is one Go file of the tree, not of its tests.
type source struct {
	dir, name string
	file      *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") || strings.HasPrefix(name, ".") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, source{path.Dir(name), name, f})
	}
	if len(all) < 50 {
		t.Fatalf("only %d Go files found: the tests of the rules would prove nothing", len(all))
	}
	return all
}

// tracked are the files of the repository, or of the folder when it is none
// (an unpacked archive).
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("git", "-C", root, "ls-files", "-co", "--exclude-standard").Output()
	if err == nil && len(out) > 0 {
		names := strings.Split(strings.TrimSpace(string(out)), "\n")
		return slices.DeleteFunc(names, func(name string) bool {
			_, err := os.Stat(filepath.Join(root, name))
			return err != nil
		})
	}
	var names []string
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// layerOf is the line of a package. One below retrieval that has none of its
// own stands beside the corpus.
func layerOf(dir string) int {
	own := slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, dir) })
	if own < 0 && strings.HasPrefix(dir, "retrieval/") {
		return layerOf("retrieval/corpus")
	}
	return own
}

func imports(f *ast.File) []string {
	var paths []string
	for _, i := range f.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		paths = append(paths, p)
	}
	return paths
}

func TestImportsPointDown(t *testing.T) {
	for _, s := range sources(t) {
		own := layerOf(s.dir)
		if own < 0 {
			t.Errorf("%s: package %s has no layer; give it one in policy_test.go", s.name, s.dir)
			continue
		}
		for _, p := range imports(s.file) {
			below, ours := strings.CutPrefix(p, "alinti/")
			beside := own == layerOf("retrieval/corpus") && layerOf(below) == own
			if ours && layerOf(below) >= own && !beside {
				t.Errorf("%s imports %s, which is not below it", s.name, p)
			}
		}
	}
}

func TestLibrariesStayWithTheirKeepers(t *testing.T) {
	for _, s := range sources(t) {
		for _, p := range imports(s.file) {
			for library, keepers := range keepers {
				if (p == library || strings.HasPrefix(p, library+"/")) && !slices.Contains(keepers, s.dir) {
					t.Errorf("%s imports %s, which belongs to %s", s.name, p, strings.Join(keepers, " and "))
				}
			}
		}
	}
}

func TestEveryPackageHasAComment(t *testing.T) {
	docs := make(map[string]int)
	for _, s := range sources(t) {
		if s.file.Doc != nil {
			docs[s.dir]++
		} else {
			docs[s.dir] += 0
		}
	}
	for dir, n := range docs {
		if n != 1 {
			t.Errorf("package %s has %d package comments, want one", dir, n)
		}
	}
}

func TestEveryExportedNameHasAComment(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				known := d.Recv != nil && (d.Name.Name == "Error" || d.Name.Name == "String") // everyone knows what these do
				if d.Name.IsExported() && receiverIsExported(d) && d.Doc == nil && !known {
					t.Errorf("%s: %s has no comment", s.name, d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, s, d)
			}
		}
	}
}

// undocumented finds exported types, constants and variables without a comment
// of their own, beside them, or on their group.
func undocumented(t *testing.T, s source, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && spec.Doc == nil && d.Doc == nil {
				t.Errorf("%s: type %s has no comment", s.name, spec.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				if name.IsExported() && spec.Doc == nil && spec.Comment == nil && d.Doc == nil {
					t.Errorf("%s: %s has no comment", s.name, name.Name)
				}
			}
		}
	}
}

// receiverIsExported reports whether a method belongs to an exported type; a
// plain function does.
func receiverIsExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	for {
		switch t := typ.(type) {
		case *ast.StarExpr:
			typ = t.X
		case *ast.IndexExpr:
			typ = t.X
		case *ast.Ident:
			return t.IsExported()
		default:
			return false
		}
	}
}

func TestTopLevelStaysAsItIs(t *testing.T) {
	for _, name := range tracked(t) {
		first, _, nested := strings.Cut(name, "/")
		if !slices.Contains(topLevel, first) {
			t.Errorf("%s: %q does not belong at the top of the tree", name, first)
		}
		if !nested && strings.HasSuffix(name, ".go") {
			t.Errorf("%s: there is no Go package at the top of the tree", name)
		}
	}
}

// foreign finds what never belongs in the tree: folders of one machine, hosts
// of package registries, unfinished work.
var foreign = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"a path of one machine", regexp.MustCompile(`/(wor` + `k|roo` + `t|home/\w+|tmp/w` + `t)/`)},
	{"the host of a registry", regexp.MustCompile(`proxy\.gol` + `ang\.org|registry\.np` + `mjs\.org|files\.pytho` + `nhosted\.org|pypi\.o` + `rg|(deb|security)\.deb` + `ian\.org`)},
	{"unfinished work", regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|HA` + `CK)\b`)},
}

func TestNothingForeign(t *testing.T) {
	for _, name := range tracked(t) {
		switch {
		case strings.HasPrefix(name, "seeds/"), name == "go.sum", strings.Contains(name, "testdata/"):
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data[:min(len(data), 8000)]), "\x00") {
			continue // not text
		}
		for _, f := range foreign {
			if m := f.pattern.Find(data); m != nil {
				t.Errorf("%s holds %s: %s", name, f.what, m)
			}
		}
	}
}
