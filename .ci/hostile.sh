#!/usr/bin/env bash
# 10,000 seeded hostile model replies on each of five variants of the articles.
# About a minute of processor time.
set -euo pipefail
cd "$(dirname "$0")/.."
ALINTI_HOSTILE_REPLIES=10000 go test -count=1 -timeout 20m -run '^TestHostileReplies$' -v ./bot
