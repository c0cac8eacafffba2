#!/bin/sh
# Brings what the build needs and is not there yet: Debian packages, then the fonts of fonts/fonts.toml.
# usage: scripts/setup.sh
set -eu
scripts=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

"$scripts/install-debian.sh" "$scripts/debian-packages.txt"
"$scripts/fetch-fonts.sh"
