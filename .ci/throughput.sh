#!/usr/bin/env bash
# POST /v1/ask over the two articles, retrieval only, against a bare net/http
# handler that decodes the same request and returns as many bytes under the same
# headers, and a service on the bleve search library: in turn, in short rounds,
# wrk with 32 connections, more than 1,000 distinct questions, no cache of
# answers. docs/performance.md tells what came of it.
# usage: .ci/throughput.sh [ROUNDS [SECONDS]]     needs python3 and wrk, which it installs as root
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-6} seconds=${2:-2} port=${PORT:-18800}
if ! command -v wrk >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "wrk is not here, and cannot be installed without root"; exit 77; }
  { timeout 120 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 200 apt-get install -y -qq --no-install-recommends wrk; } >/dev/null ||
    { echo "wrk cannot be installed here"; exit 77; }
fi
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
export CGO_ENABLED=0
go build -buildvcs=false -trimpath -ldflags='-s -w' -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -trimpath -ldflags='-s -w' -o "$work/bare" ./.ci/throughput/bare
(cd .ci/throughput/bleve && timeout 300 go build -buildvcs=false -trimpath -ldflags='-s -w' -o "$work/bleve" . 2>"$work/why") ||
  echo "bleve cannot be built here, and is left out: $(tail -n 1 "$work/why")"
python3 - bot/evaluate/testdata/dev.jsonl bot/evaluate/testdata/dev2.jsonl >"$work/bodies" <<'P'
import json, sys
asked = [json.loads(line)["question"] for name in sys.argv[1:] for line in open(name)]
for head in ("", "Acaba ", "Peki ", "Rapora göre "):
    for q in asked:
        print(json.dumps({"question": head + q}, ensure_ascii=False))
P
up() { until curl -s -o /dev/null "http://127.0.0.1:$1/"; do sleep 0.1; done; }
"$work/alinti" serve --listen "127.0.0.1:$port" 2>/dev/null & pids+=($!)
up "$port"
bytes=$(sed -n '1,1388p' "$work/bodies" | while read -r body; do
  curl -s -o /dev/null -w '%{size_download}\n' -H 'Content-Type: application/json' -d "$body" "http://127.0.0.1:$port/v1/ask"
done | awk '{ n += $1 } END { printf "%d", n / NR }')
"$work/bare" "127.0.0.1:$((port + 1))" "$bytes" & pids+=($!)
up $((port + 1))
services=("alinti=$port=${pids[0]}" "bare=$((port + 1))=${pids[1]}")
if [ -x "$work/bleve" ]; then
  "$work/bleve" "127.0.0.1:$((port + 2))" seeds & pids+=($!)
  up $((port + 2))
  services+=("bleve=$((port + 2))=${pids[2]}")
fi
echo "$(sort -u "$work/bodies" | wc -l) distinct questions, answers of $bytes bytes on average"
python3 .ci/throughput/measure.py "$rounds" "$seconds" "$work/bodies" "${services[@]}"
