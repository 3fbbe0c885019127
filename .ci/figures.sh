#!/usr/bin/env bash
# Prints the figures of docs/evaluation.md: the judged questions of the two
# articles, judged statements and conversations, and XQuAD when ALINTI_XQUAD
# names the folder that holds xquad.tr.json and xquad.en.json.
# usage: ALINTI_XQUAD=FOLDER .ci/figures.sh
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/alinti" ./cmd/alinti

figures() { # figures TITLE ARGUMENTS...
  printf '\n## %s\n\n' "$1"
  shift
  "$dir/alinti" eval --offline "$@"
}

figures "The two articles" bot/evaluate/testdata/dev.jsonl bot/evaluate/testdata/dev2.jsonl
figures "The two articles, mistyped" --corrupt all bot/evaluate/testdata/dev.jsonl bot/evaluate/testdata/dev2.jsonl
figures "Conversations" bot/dialogue/testdata/*.jsonl
figures "Statements" bot/check/testdata/statements/*.jsonl
if [ -z "${ALINTI_XQUAD:-}" ]; then
  echo "SKIPPED: ALINTI_XQUAD names no folder; XQuAD was NOT asked" >&2
  exit 77
fi
tr=$ALINTI_XQUAD/xquad.tr.json
figures "XQuAD-tr" "$tr"
figures "XQuAD-tr, the second half of the articles asked about" --half 2 "$tr"
figures "XQuAD-tr, every second article taken out" --holdout "$tr"
figures "XQuAD-tr, mistyped" --corrupt all "$tr"
figures "XQuAD-tr, asked in English" --ask-as "$ALINTI_XQUAD/xquad.en.json" "$tr"
