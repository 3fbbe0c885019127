#!/usr/bin/env bash
# Slow clients, by slowhttptest: 400 connections that send their header, or their
# body, or read the reply, a few bytes at a time. Meanwhile a client like any
# other is answered, and every slow connection is ended by the server when its
# time is up. The times are those of the settings, shortened, to end in a minute.
# usage: .ci/slow.sh [CONNECTIONS]     needs curl and slowhttptest, which it installs as root
set -euo pipefail
cd "$(dirname "$0")/.."
connections=${1:-400} port=${PORT:-18810}
if ! command -v slowhttptest >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "slowhttptest is not here, and cannot be installed without root"; exit 77; }
  { timeout 120 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 200 apt-get install -y -qq --no-install-recommends slowhttptest; } >/dev/null ||
    { echo "slowhttptest cannot be installed here"; exit 77; }
fi
ulimit -n 4096 2>/dev/null || true
work=$(mktemp -d)
server= attack=
trap 'kill $server $attack 2>/dev/null || true; rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -buildvcs=false -trimpath -o "$work/alinti" ./cmd/alinti
ALINTI_WEBHOOK_READ_HEADER_TIMEOUT=3s ALINTI_WEBHOOK_READ_TIMEOUT=5s ALINTI_WEBHOOK_WRITE_TIMEOUT=6s ALINTI_WEBHOOK_ASK_TIMEOUT=4s \
  ALINTI_WEBHOOK_IDLE_TIMEOUT=3s "$work/alinti" serve --listen "127.0.0.1:$port" 2>"$work/log" & server=$!
until curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; do sleep 0.1; done
sockets() { { find "/proc/$server/fd" -lname 'socket:*' 2>/dev/null || true; } | wc -l; } # one may go while it is counted
bad=0
# slow NAME SECONDS ARGUMENT…: an attack that would hold its connections for 60 s;
# the server must have ended them after SECONDS.
slow() {
  local name=$1 most=$2 began=$SECONDS asked=0 failed= worst=0 peak=0 took code n
  shift 2
  slowhttptest -c "$connections" -r "$connections" -l 60 -i 2 -p 5 "$@" >"$work/$name" 2>&1 & attack=$!
  while [ $((SECONDS - began)) -lt 60 ]; do
    read -r code took <<<"$(curl -s -o /dev/null -m 5 -w '%{http_code} %{time_total}' -H 'Content-Type: text/plain' \
      -d "Kuzey Kore Rusya'ya kaç asker gönderdi?" "http://127.0.0.1:$port/v1/ask" || true)"
    asked=$((asked + 1))
    [ "$code" = 200 ] || failed="$failed $code"
    took=$(echo "${took:-5}" | awk '{printf "%.0f", $1 * 1000}')
    [ "$took" -le "$worst" ] || worst=$took
    n=$(sockets)
    [ "$n" -le "$peak" ] || peak=$n
    if [ "$peak" -ge $((connections / 2)) ] && [ "$n" -le 12 ]; then break; fi
    sleep 0.05
  done
  took=$((SECONDS - began))
  kill $attack 2>/dev/null || true
  wait $attack 2>/dev/null || true
  echo "$name: $peak sockets at most; $asked requests beside them, failed:${failed:- none}, the slowest took $worst ms; $n sockets left after $took s"
  if [ -n "$failed" ] || [ "$took" -gt "$most" ] || [ "$n" -gt 12 ]; then
    echo "  NOT SO: every request is answered, and after $most s no slow connection is left"
    bad=1
  fi
}
url=http://127.0.0.1:$port
slow headers 12 -H -u "$url/v1/ask" -x 24
slow body 14 -B -u "$url/v1/ask" -s 8192 -x 10 -f application/json
slow reader 20 -X -u "$url/openapi.json" -k 10 -w 16 -y 64 -n 2 -z 16
kill -0 $server
exit $bad
