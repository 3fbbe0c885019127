package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is the version of the program. A build for distribution sets it:
// go build -ldflags "-X main.release=v1.2.3".
var release = "development"

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Say which version this is",
		Example: `  alinti version`,
		Args:    needs("no arguments", 0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.stdout, "alinti %s, %s, %s/%s%s\n", release, runtime.Version(), runtime.GOOS, runtime.GOARCH, commit())
			return ended(err)
		},
	}
}

// commit is the commit that the program was built from, when the build knows.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	text := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			text = ", commit " + s.Value + text
		case s.Key == "vcs.modified" && s.Value == "true":
			text += " with changes"
		}
	}
	return text
}
