package webhook

import (
	"embed"
)

// The examples of the documentation: whole programs, which .ci/examples.sh runs.
//
//go:embed examples/*.sh examples/*.py examples/*.mjs examples/*/main.go
var exampleFiles embed.FS

// An exampleView is a task with a program for it in each language.
type exampleView struct {
	TR, EN   string // what it does
	Programs []programView
}

// A programView is one example as a file.
type programView struct{ Language, File, Code string }

// exampleTasks are the examples in the order of the documentation.
var exampleTasks = []struct{ name, tr, en string }{
	{"ask", "Sormak", "Ask"},
	{"stream", "Yanıtı geldikçe göstermek", "Show the answer as it comes"},
	{"sign", "İmzalı istek göndermek", "Send a signed request"},
	{"verify", "Geri çağırmayı doğrulamak", "Verify a callback"},
}

// examples reads them. A missing one is missing in the build.
func examples() []exampleView {
	var all []exampleView
	for _, task := range exampleTasks {
		v := exampleView{TR: task.tr, EN: task.en}
		for _, l := range []struct{ language, file string }{
			{"curl", task.name + ".sh"}, {"Go", task.name + "/main.go"}, {"Python", task.name + ".py"}, {"JavaScript", task.name + ".mjs"},
		} {
			code, err := exampleFiles.ReadFile("examples/" + l.file)
			if err != nil {
				panic(err)
			}
			v.Programs = append(v.Programs, programView{l.language, l.file, string(code)})
		}
		all = append(all, v)
	}
	return all
}
