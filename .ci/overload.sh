#!/usr/bin/env bash
# Three times the load that the built program can answer, at a constant rate: what
# it still answers, how soon it refuses the rest, and that its memory is flat, over
# the two articles, over 2,000 paragraphs (made of XQuAD's where ALINTI_XQUAD names
# the folder of xquad.tr.json) and with a model. The program and the load have a
# processor each.
# usage: .ci/overload.sh [SECONDS [-strict] [-only NAME]]     figures mean something on a quiet machine only; -strict: they must hold
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -buildvcs=false -trimpath -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -o "$work/overload" ./.ci/overload
apart=()
if [ "$(nproc)" -gt 1 ] && command -v taskset >/dev/null; then
  export OVERLOAD_CPU=0
  apart=(taskset -c 1)
fi
"${apart[@]}" "$work/overload" -seconds "${1:-8}" "${@:2}" "$work/alinti"
