#!/bin/sh
# Shows an answer as it comes. usage: [ALINTI_URL=…] [ALINTI_TOKEN=…] stream.sh
set -eu
curl -sSN --fail-with-body "${ALINTI_URL:-http://127.0.0.1:8080}/v1/ask" \
  ${ALINTI_TOKEN:+-H "Authorization: Bearer $ALINTI_TOKEN"} \
  -H 'Accept: text/event-stream' -H 'Content-Type: application/json' \
  -d "{\"question\":\"Kuzey Kore Rusya'ya kaç asker gönderdi?\"}"
