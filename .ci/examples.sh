#!/usr/bin/env bash
# Runs every example of the documentation (bot/webhook/examples: curl, Go,
# Python, JavaScript) against the built program: asking, a stream, a signed
# request, and verifying a delivery, which a forged one must not pass. With the
# standardwebhooks packages of PyPI and npm, and during a rotation of secrets.
# usage: .ci/examples.sh     needs go, curl, openssl, python3, node 20; PyPI and npm; about half a minute
# Exit 77 means that a package could not be installed; the examples without one have run.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/" ./cmd/alinti ./bot/webhook/examples/...
cp bot/webhook/examples/*.{sh,py,mjs} "$work"
cd "$work"
mkdir saved
mv ask ask.go; mv stream stream.go; mv sign sign.go; mv verify verify.go

packages=yes
{ python3 -m venv venv && venv/bin/pip install -q standardwebhooks==1.1.0 &&
  npm install --silent --no-fund --no-audit standardwebhooks@1.1.1; } || packages=no
python=python3
[ -x venv/bin/python ] && python=venv/bin/python

port=${PORT:-18800}
old="whsec_$(openssl rand -base64 32)" # in a rotation: deliveries are signed with both
export ALINTI_SECRET="whsec_$(openssl rand -base64 32)" ALINTI_TOKEN=a-token-of-the-examples
cat >settings.yaml <<END
webhook: {token: $ALINTI_TOKEN, secrets: ["$old", "$ALINTI_SECRET"]}
callbacks:
  endpoints: ["go=http://127.0.0.1:$((port + 1))/", "py=http://127.0.0.1:$((port + 2))/", "mjs=http://127.0.0.1:$((port + 3))/", "sh=http://127.0.0.1:$((port + 4))/"]
  ports: ["$((port + 1))", "$((port + 2))", "$((port + 3))", "$((port + 4))"]
  allow: [127.0.0.0/8]
END
env -u ALINTI_SECRET -u ALINTI_TOKEN ./alinti serve --config settings.yaml --listen "127.0.0.1:$port" --log-level error & pids+=($!)
export ALINTI_URL=http://127.0.0.1:$port

# run LANGUAGE EXAMPLE: the command line of an example.
run() {
  case $1 in
    sh) "./$2.sh" ;;
    go) "./$2.go" ;;
    py) "$python" "$2.py" ;;
    mjs) node "$2.mjs" ;;
  esac
}
# until_true COMMAND…: tries for 20 seconds.
until_true() {
  for _ in $(seq 100); do "$@" && return; sleep 0.2; done
  echo "never: $*" >&2
  exit 1
}
until_true curl -sf -o /dev/null "$ALINTI_URL/readyz"

for language in sh go py mjs; do
  for example in ask stream sign; do
    [ "$example" = sign ] && [ "$packages" = no ] && case $language in py | mjs) continue ;; esac
    out=$(run "$language" "$example")
    [[ $out == *"13 bin asker"* ]] || { echo "$example.$language printed: $out" >&2; exit 1; }
    [ "$example" != stream ] || [[ $out == *quotes*answer* ]] || { echo "stream.$language printed: $out" >&2; exit 1; }
    echo "$example.$language: ok"
  done
done
if ALINTI_SECRET="whsec_$(openssl rand -base64 32)" run sh sign >/dev/null 2>&1; then echo "a forged request was answered" >&2; exit 1; fi

"$python" "$root/.ci/examples/save.py" $((port + 4)) saved & pids+=($!)
PORT=$((port + 1)) ./verify.go >go.out & pids+=($!)
languages="go sh"
if [ "$packages" = yes ]; then
  languages="go py mjs sh"
  ALINTI_SECRET=$old PORT=$((port + 2)) "$python" verify.py >py.out 2>/dev/null & pids+=($!)
  PORT=$((port + 3)) node verify.mjs >mjs.out & pids+=($!)
fi
for i in 1 2 3 4; do
  case " $languages " in *" $(echo go py mjs sh | cut -d' ' -f$i) "*)
    # Nothing is signed here: whoever listens must refuse it. The one that only saves takes it, and is asked below.
    forged() { code=$(curl -s -o /dev/null -w '%{http_code}' -d '{}' -H 'webhook-id: x' -H "webhook-timestamp: $(date +%s)" -H 'webhook-signature: v1,AAAA' "http://127.0.0.1:$((port + i))/"); [ "$code" != 000 ]; }
    until_true forged
    [ "$code" = 401 ] || [ "$i" = 4 ] || { echo "a forged delivery got $code" >&2; exit 1; } ;;
  esac
done
for language in $languages; do
  curl -sS --fail-with-body -o /dev/null "$ALINTI_URL/v1/ask" -H "Authorization: Bearer $ALINTI_TOKEN" -H 'Content-Type: application/json' \
    -d "{\"question\":\"Kuzey Kore Rusya'ya kaç asker gönderdi?\",\"callback\":\"$language\"}"
  if [ "$language" = sh ]; then
    until_true test -s saved/1.headers
    mapfile -t headers <saved/1.headers
    ./verify.sh "${headers[@]}" <saved/1.body >sh.out
    mapfile -t forgery <saved/0.headers
    if ./verify.sh "${forgery[@]}" <saved/0.body 2>/dev/null; then echo "a forged delivery was verified" >&2; exit 1; fi
    if ./verify.sh "${headers[0]}" 1000000000 "${headers[2]}" <saved/1.body 2>/dev/null; then echo "an old delivery was verified" >&2; exit 1; fi
    grep -q verified sh.out
  else
    until_true grep -qs "13 bin asker" "$language.out"
  fi
  echo "verify.$language: ok"
done
[ "$packages" = yes ] || { echo "SKIPPED: standardwebhooks cannot be installed here; the examples with it were NOT tried" >&2; exit 77; }
