#!/bin/sh
# Brings what draws Mermaid diagrams and is not there yet: Chromium, and the Mermaid of diagrams/package-lock.json.
# usage: scripts/setup-diagrams.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

"$root/scripts/install-debian.sh" "$root/scripts/debian-packages-diagrams.txt"
"$root/scripts/npm-packages.sh" "$root/diagrams" diagrams
