#!/usr/bin/env bash
# Uses the built program on a fake Discord as people do: every command, button
# and message, a restart, three kills, a full disk. Twice: answers as components
# v2 and as embeds. The disk is a small tmpfs in a mount namespace of its own;
# where that is not allowed, that part alone is left out, and said.
# usage: .ci/discord-walk.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -buildvcs=false -o "$work/alinti" ./cmd/alinti
go build -buildvcs=false -o "$work/walk" ./.ci/discordwalk
mkdir "$work/disk"
for form in v2 embeds; do
  if unshare -rm mount -t tmpfs -o size=1m tmpfs "$work/disk" 2>/dev/null; then
    unshare -rm sh -c 'mount -t tmpfs -o size=1m tmpfs "$1/disk" && exec "$1/walk" -components "$2" -full "$1/disk" "$1/alinti"' sh "$work" "$form"
  else
    echo "NOT TRIED: a full disk; no mount namespace can be had here"
    "$work/walk" -components "$form" "$work/alinti"
  fi
done
