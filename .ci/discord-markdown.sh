#!/usr/bin/env bash
# Has texts made of everything that Discord reads as markup, escaped by this
# program, read by the npm package discord-markdown-parser: each must come out
# as the text that it was, with no markup but the bold of highlights.
# usage: .ci/discord-markdown.sh
# Exit 77 means that node or the package could not be had and nothing ran.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

npm install --silent --no-audit --no-fund --prefix "$dir" discord-markdown-parser@1.3.1 || {
  echo "SKIPPED: npm, or the package discord-markdown-parser, is not to be had here; nothing was read" >&2
  exit 77
}
ALINTI_MARKDOWN_VECTORS="$dir/vectors.json" go test -count=1 -run '^TestMarkdownVectors$' ./bot/render
cp .ci/discord-markdown.mjs "$dir/read.mjs"
node "$dir/read.mjs" "$dir/vectors.json"
