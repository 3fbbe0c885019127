#!/bin/sh
# POST /v1/ask, retrieval only, against a bare net/http handler that decodes the
# same request and returns as many bytes: side by side, in turn, wrk with 32
# connections, more than 1,000 distinct questions, no cache of answers.
# usage: .ci/throughput.sh [ROUNDS [SECONDS]]     needs go, python3, wrk
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-3} seconds=${2:-10} port=${PORT:-18800}
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o "$work/alinti" ./cmd/alinti
cat >"$work/bare.go" <<'GO'
// Command bare is the ceiling of a JSON service on net/http: it decodes the
// same request and returns as many bytes, whatever was asked.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
)

func main() {
	size, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	body := []byte(`{"text":"` + strings.Repeat("a", max(0, size-12)) + `"}`)
	http.HandleFunc("POST /v1/ask", func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Question string `json:"question"`
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
	})
	log.Fatal(http.ListenAndServe(os.Args[1], nil))
}
GO
CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o "$work/bare" "$work/bare.go"
python3 - bot/evaluate/testdata/dev.jsonl bot/evaluate/testdata/dev2.jsonl >"$work/bodies" <<'P'
import json, sys
asked = [json.loads(line)["question"] for name in sys.argv[1:] for line in open(name)]
for head in ("", "Acaba ", "Peki ", "Rapora göre "):
    for q in asked:
        print(json.dumps({"question": head + q}, ensure_ascii=False))
P
measure() { # NAME PORT
	wrk -t2 -c32 -d"${seconds}s" -s .ci/throughput.lua "http://127.0.0.1:$2/v1/ask" -- "$work/bodies" | sed -n "s/^RESULT/$1/p"
}
"$work/alinti" serve --listen "127.0.0.1:$port" 2>/dev/null & pids="$!"
sleep 1
bytes=$(measure warm "$port" | cut -d' ' -f5)
"$work/bare" "127.0.0.1:$((port + 1))" "$((bytes - 200))" & pids="$pids $!"
sleep 1
echo "$(sort -u "$work/bodies" | wc -l) distinct questions, replies of $bytes bytes with their header"
echo "service requests/s p99_ms errors bytes"
for round in $(seq "$rounds"); do
	measure alinti "$port"
	measure bare $((port + 1))
done | tee "$work/figures"
python3 - "$work/figures" <<'P'
import statistics, sys
rows = [line.split() for line in open(sys.argv[1])]
of = lambda name, i: statistics.median(float(r[i]) for r in rows if r[0] == name)
print(f"ratio {of('alinti', 1) / of('bare', 1):.2f}, p99 {of('alinti', 2) / of('bare', 2):.2f} times, errors {sum(int(r[3]) for r in rows)}")
P
