#!/bin/sh
# Schemathesis on the door's own operations under /v1: all checks, 500 examples
# an operation, against a service with a store and a receiver for callbacks, so
# that jobs are there to be looked up and sent again. Idempotency-Key is no
# parameter of the description: a tool that makes keys up repeats them, and is
# rightly refused.
# usage: .ci/schemathesis.sh [EXAMPLES [SEED]]     needs python3 and PyPI, takes about two minutes
# Exit 77 means that it could not be installed and nothing ran.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
{ python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q schemathesis==4.32.5; } || {
	echo "SKIPPED: schemathesis cannot be installed here; it did NOT run" >&2
	exit 77
}
go build -o "$work/alinti" ./cmd/alinti
port=${PORT:-18780}
receiver=$((port + 1))
"$work/venv/bin/python" .ci/schemathesis/receiver.py "$receiver" & pids=$!
cd "$work"
cat >settings.yaml <<END
listen: 127.0.0.1:$port
webhook: {admin_token: schemathesis-runs, secrets: ["whsec_$(openssl rand -base64 32)"], access_log: false}
callbacks: {endpoints: ["desk=http://127.0.0.1:$receiver/"], any_url: false, allow: [127.0.0.0/8], ports: ["$receiver"], max_waiting: 1000000}
store: {path: alinti.db}
END
./alinti serve --config settings.yaml --log-level warn & pids="$pids $!"
for i in 1 2 3 4 5 6 7 8 9 10; do
	curl -sf -o /dev/null "http://127.0.0.1:$port/readyz" && break
	sleep 0.5
done
venv/bin/schemathesis run "http://127.0.0.1:$port/openapi.json" --url "http://127.0.0.1:$port" \
	-H 'Authorization: Bearer schemathesis-runs' --include-path-regex '^/v1/' \
	--checks all --max-examples "${1:-500}" --seed "${2:-7}"
