#!/usr/bin/env bash
# Puts the built program in front of a model service that fails in every way a
# socket can: each question gets the retrieval answer with a warning, inside the
# deadline by the wall clock, and nothing of what the service said.
# usage: .ci/llm-faults.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -buildvcs=false -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -o "$work/llmfaults" ./.ci/llmfaults
"$work/llmfaults" "$work/alinti"
