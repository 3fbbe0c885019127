#!/usr/bin/env bash
# Stops the built program 20 times while 50 clients ask it: every request that a
# handler has begun is answered, and each stop ends within five seconds.
# usage: .ci/stop.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -buildvcs=false -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -o "$work/stopload" ./.ci/stopload
"$work/stopload" -rounds "${1:-20}" "$work/alinti"
