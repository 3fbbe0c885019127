#!/usr/bin/env bash
# Prints how the judged questions of bot/evaluate/testdata/unseen are answered,
# collection by collection: documents on which nothing was fitted. It sets no
# floor, since a floor would be something to fit to.
# usage: .ci/unseen.sh
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/alinti" ./cmd/alinti

figures() { # figures TITLE FOLDER QUESTIONS
  printf '\n## %s\n\n' "$1"
  "$dir/alinti" eval --offline --articles "$2" "$3"
}

mkdir "$dir/articles"
for collection in bot/evaluate/testdata/unseen/*/; do
  name=$(basename "$collection")
  figures "$name" "$collection" "$collection/questions.jsonl"
  for article in "$collection"*.txt; do
    cp "$article" "$dir/articles/$name-$(basename "$article")"
  done
  cat "$collection/questions.jsonl" >>"$dir/questions.jsonl"
done
figures "All four as one collection" "$dir/articles" "$dir/questions.jsonl"
