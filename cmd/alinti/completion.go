package main

import (
	"io"

	"github.com/spf13/cobra"
)

func (p *program) completion() *cobra.Command {
	scripts := map[string]func(*cobra.Command, io.Writer) error{
		"bash": func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":  func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) },
		"fish": func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	}
	return &cobra.Command{
		Use:   "completion {bash|zsh|fish}",
		Short: "Print the completion script of a shell",
		Example: `  source <(alinti completion bash)
  alinti completion zsh > "${fpath[1]}/_alinti"
  alinti completion fish > ~/.config/fish/completions/alinti.fish`,
		ValidArgs: []string{"bash", "zsh", "fish"},
		Args:      cobra.MatchAll(needs("a shell: bash, zsh or fish", 1, 1), cobra.OnlyValidArgs),
		RunE: func(cmd *cobra.Command, args []string) error {
			return ended(scripts[args[0]](cmd.Root(), p.stdout))
		},
	}
}
