#!/usr/bin/env bash
# Prints how long 200 askers at once wait for the first reply on Discord while a
# model takes its time: over a real websocket and REST, on loopback.
# usage: .ci/discord-acknowledge.sh   (fails when the 99th percentile is a second or more)
set -euo pipefail
cd "$(dirname "$0")/.."
go test -count=5 -v -run '^TestTwoHundredAtOnce$' ./bot/discord | awk '
  { print }
  /acknowledged 200/ { n++; p = $0; sub(/.*p99 /, "", p); sub(/,.*/, "", p); if (p !~ /ms$|µs$/) slow++ }
  END { printf "%d rounds, %d with a p99 of a second or more\n", n, slow; exit !(n == 5 && slow == 0) }'
