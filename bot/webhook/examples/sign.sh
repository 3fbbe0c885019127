#!/bin/sh
# Asks with a signature in place of the token. usage: ALINTI_SECRET=whsec_… [ALINTI_URL=…] sign.sh
set -eu
body="{\"question\":\"Kuzey Kore Rusya'ya kaç asker gönderdi?\"}"
id=msg_$(openssl rand -hex 12)
at=$(date +%s)
key=$(printf %s "${ALINTI_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=$(printf '%s.%s.%s' "$id" "$at" "$body" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
curl -sS --fail-with-body "${ALINTI_URL:-http://127.0.0.1:8080}/v1/ask" -H 'Content-Type: application/json' \
  -H "webhook-id: $id" -H "webhook-timestamp: $at" -H "webhook-signature: v1,$signature" -d "$body"
