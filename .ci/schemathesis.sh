#!/bin/sh
# Schemathesis on the door's own operations under /v1: all checks, 500 examples
# an operation. Idempotency-Key is no parameter of the description: a tool that
# makes keys up repeats them, and is rightly refused.
# usage: .ci/schemathesis.sh [EXAMPLES]     needs python3 and PyPI, takes about a minute
# Exit 77 means that it could not be installed and nothing ran.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
pid=
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT
{ python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q schemathesis==4.32.5; } || {
	echo "SKIPPED: schemathesis cannot be installed here; it did NOT run" >&2
	exit 77
}
go build -o "$work/alinti" ./cmd/alinti
port=${PORT:-18780}
"$work/alinti" serve --listen "127.0.0.1:$port" 2>"$work/log" & pid=$!
for i in 1 2 3 4 5 6 7 8 9 10; do
	curl -sf -o /dev/null "http://127.0.0.1:$port/readyz" && break
	sleep 0.5
done
cd "$work"
venv/bin/schemathesis run "http://127.0.0.1:$port/openapi.json" --url "http://127.0.0.1:$port" \
	--include-path-regex '^/v1/(ask|articles|jobs)' --checks all --max-examples "${1:-500}"
