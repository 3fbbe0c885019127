#!/usr/bin/env bash
# Prints what a start costs, the size of the program, and the time of one answer:
# over the two articles, over XQuAD's 240 paragraphs and over 2,000 made of them,
# where ALINTI_XQUAD names the folder of xquad.tr.json.
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
go test -run '^$' -bench '^BenchmarkAsk' -benchmem ./bot
# median NAME MOST FILE…: the middle time of an answer, took_us of its JSON.
median() {
  local name=$1 most=$2 us
  shift 2
  us=$("$work/alinti" eval "$@" | grep -o 'median [0-9]*' | sort -n -k2 | tail -n 1 | cut -d' ' -f2)
  echo "one answer over $name: median $us µs of at most $most"
}
median "two articles" 60 bot/evaluate/testdata/dev.jsonl bot/evaluate/testdata/dev2.jsonl
xquad=${ALINTI_XQUAD:-}/xquad.tr.json
if [ ! -f "$xquad" ]; then
  echo "ALINTI_XQUAD does not name a folder with xquad.tr.json: larger collections are NOT measured"
  exit 0
fi
python3 - "$xquad" >"$work/large.json" <<'P'
# 1,760 paragraphs beside XQuAD's own: each has five sentences of others, with a
# tenth of the words taken from anywhere. The questions are XQuAD's.
import json, random, re, sys
data = json.load(open(sys.argv[1], encoding="utf-8-sig"))
contexts = [p["context"] for a in data["data"] for p in a["paragraphs"]]
sentences = [s for c in contexts for s in re.split(r"(?<=[.?!]) ", c)]
words = [w for c in contexts for w in c.split()]
pick = random.Random(20240607)
def made():
    text = " ".join(pick.sample(sentences, 5)).split()
    return " ".join(pick.choice(words) if pick.random() < 0.1 else w for w in text)
for n in range(110):
    data["data"].append({"title": f"made up {n}", "paragraphs": [{"context": made(), "qas": []} for _ in range(16)]})
json.dump(data, sys.stdout, ensure_ascii=False)
P
median "240 paragraphs" 300 "$xquad"
median "2,000 paragraphs" 2000 "$work/large.json"
