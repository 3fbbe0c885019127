#!/usr/bin/env bash
# Uses the page as a person does, in a real headless Chromium: asking, opening a
# quote at its bytes, permanent links, without JavaScript, by keyboard alone,
# both themes, 360 and 1440 px; axe-core looks for accessibility faults, and no
# request may leave for elsewhere.
# usage: .ci/page.sh [--shots]   (--shots also rewrites the screenshots in docs/page)
# Exit 77 means that Chromium or the packages could not be had and nothing ran.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=${PAGE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/alinti-page}
find_chromium() { command -v chromium || command -v chromium-browser || true; }
mkdir -p "$dir"
chromium=$(find_chromium)
if [ -z "$chromium" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 500 apt-get install -y -qq --no-install-recommends chromium; } >"$dir/apt.log" 2>&1 || true
  chromium=$(find_chromium)
fi
if [ -z "$chromium" ]; then
  echo "SKIPPED: no chromium here (Debian: apt-get install chromium); the page was NOT tried" >&2
  exit 77
fi
if [ ! -d "$dir/node_modules/playwright-core" ] || [ ! -d "$dir/node_modules/axe-core" ]; then
  npm install --silent --no-audit --no-fund --prefix "$dir" playwright-core@1.65.1 axe-core@4.14.1 >&2 || {
    echo "SKIPPED: playwright-core or axe-core cannot be installed here; the page was NOT tried" >&2
    exit 77
  }
fi

go build -o "$dir/alinti" ./cmd/alinti
"$dir/alinti" serve --listen 127.0.0.1:0 --log-format json 2>"$dir/serve.log" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
address=
for _ in $(seq 100); do
  address=$(sed -n 's/.*"msg":"listening","address":"\([^"]*\)".*/\1/p' "$dir/serve.log")
  [ -n "$address" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$dir/serve.log" >&2; exit 1; }
  sleep 0.1
done

shots=
if [ "${1:-}" = --shots ]; then shots=$PWD/docs/page; mkdir -p "$shots"; fi
cp .ci/page/page.mjs "$dir/page.mjs"
node "$dir/page.mjs" "http://$address" "$chromium" "$shots"
