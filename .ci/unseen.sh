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

for collection in bot/evaluate/testdata/unseen/*/; do
  printf '\n## %s\n\n' "$(basename "$collection")"
  "$dir/alinti" eval --offline --articles "$collection" "$collection/questions.jsonl"
done
