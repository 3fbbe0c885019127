#!/usr/bin/env bash
# Holds the interactions endpoint's check of signatures against the npm package
# discord-interactions on 1,000 requests, half of them forged.
# usage: .ci/discord-signatures.sh
# Exit 77 means that node or the package could not be had and nothing ran.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

npm install --silent --no-audit --no-fund --prefix "$dir" discord-interactions@4.3.0 || {
  echo "SKIPPED: npm, or the package discord-interactions, is not to be had here; nothing was compared" >&2
  exit 77
}
ALINTI_SIGNATURE_VECTORS="$dir/vectors.json" go test -count=1 -run '^TestSignatureVectors$' ./bot/discord
cp .ci/discord-signatures.mjs "$dir/compare.mjs"
node "$dir/compare.mjs" "$dir/vectors.json"
