#!/usr/bin/env bash
# Prints how the judged questions of bot/evaluate/testdata/unseen are answered,
# collection by collection and then as one: documents on which nothing was fitted.
# It sets no floor, since a floor would be something to fit to. Those of
# testdata/collections, on which the weights are fitted, come first.
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

figures_of() { # figures_of SET
  local whole="$dir/$1" collection name article
  mkdir -p "$whole/articles"
  for collection in "bot/evaluate/testdata/$1"/*/; do
    name=$(basename "$collection")
    figures "$1: $name" "$collection" "$collection/questions.jsonl"
    for article in "$collection"*.txt; do
      cp "$article" "$whole/articles/$name-$(basename "$article")"
    done
    cat "$collection/questions.jsonl" >>"$whole/questions.jsonl"
  done
  figures "$1: all as one collection" "$whole/articles" "$whole/questions.jsonl"
}

figures_of collections
figures_of unseen
