#!/usr/bin/env bash
# Prints what a start costs, the size of the program, and the time of one answer.
# usage: .ci/bench.sh     wall times mean something on a quiet machine only
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -buildvcs=false -trimpath -ldflags='-s -w' -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -o "$work/coldstart" ./.ci/coldstart
echo "binary: $(wc -c <"$work/alinti") bytes"
echo "alinti ask, from a cold start:"
"$work/coldstart" "$work/alinti" ask "Kuzey Kore Rusya'ya kaç asker gönderdi?"
go test -run '^$' -bench '^BenchmarkAsk$' -benchmem ./bot
