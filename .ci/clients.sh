#!/bin/sh
# Clients that others wrote, against the built program: the openai and
# standardwebhooks packages of PyPI and npm, and the inspector of MCP.
# usage: .ci/clients.sh     needs go, python3, node 20; PyPI and npm; about a minute
# Exit 77 means that they could not be installed and nothing ran.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/alinti" ./cmd/alinti
skip() {
	echo "SKIPPED: the clients cannot be installed here; they were NOT tried" >&2
	exit 77
}
{ python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q openai==3.54.0 standardwebhooks==1.1.0; } || skip
cp .ci/clients/*.mjs "$work"
cd "$work"
npm install --silent --no-fund --no-audit openai@6.49.0 standardwebhooks@1.1.1 @modelcontextprotocol/inspector@0.15.0 || skip

port=${PORT:-18790}
secret=whsec_$(openssl rand -base64 32)
serve() { # PORT
	./alinti serve --listen "127.0.0.1:$1" --log-level warn &
	pids="$pids $!"
	for i in 1 2 3 4 5 6 7 8 9 10; do
		curl -sf -o /dev/null "http://127.0.0.1:$1/readyz" && return
		sleep 0.3
	done
	echo "no server on $1" >&2
	exit 1
}
serve "$port"
export ALINTI_WEBHOOK_SECRETS="$secret"
serve $((port + 1))
unset ALINTI_WEBHOOK_SECRETS

open=http://127.0.0.1:$port
signed=http://127.0.0.1:$((port + 1))
venv/bin/python "$root/.ci/clients/openai_client.py" "$open"
node openai_client.mjs "$open"
venv/bin/python "$root/.ci/clients/sign_client.py" "$signed" "$secret"
node sign_client.mjs "$signed" "$secret"
npx @modelcontextprotocol/inspector --cli "$open/mcp" --transport http --method tools/list | grep -q verify_quote
npx @modelcontextprotocol/inspector --cli ./alinti mcp --method tools/call --tool-name verify_quote \
	--tool-arg 'quote=en az 13 bin asker göndermişti' | grep -q '"found": true'
echo "inspector of MCP (npm), over HTTP and standard input: ok"
