#!/bin/sh
# Asks a question. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] ask.sh
set -eu
curl -sS --fail-with-body "${ALINTI_URL:-http://127.0.0.1:8080}/v1/ask" \
  ${ALINTI_TOKEN:+-H "Authorization: Bearer $ALINTI_TOKEN"} \
  -H 'Content-Type: application/json' \
  -d "{\"question\":\"Kuzey Kore Rusya'ya kaç asker gönderdi?\"}"
