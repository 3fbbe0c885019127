#!/bin/sh
# Verifies a delivery that was received: its body on standard input, its headers as arguments.
# usage: ALINTI_SECRET=whsec_… verify.sh WEBHOOK-ID WEBHOOK-TIMESTAMP WEBHOOK-SIGNATURE <body.json
set -eu
away=$(($(date +%s) - $2))
[ "${away#-}" -le 300 ] || { echo "too old, or the clocks differ" >&2; exit 1; }
key=$(printf %s "${ALINTI_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
want=v1,$({ printf '%s.%s.' "$1" "$2"; cat; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for signature in $3; do # one for each secret
  [ "$signature" != "$want" ] || { echo "verified"; exit 0; }
done
echo "the signature is wrong" >&2
exit 1
