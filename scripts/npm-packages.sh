#!/bin/sh
# Unpacks the npm packages that FOLDER/package-lock.json locks (by version and checksum) into
# build/npm/NAME/node_modules; their install scripts are not run. Does nothing where that is done already.
# usage: scripts/npm-packages.sh FOLDER NAME
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$1
target=$root/build/npm/$2

if [ -f "$target/done" ] && cmp -s "$folder/package-lock.json" "$target/package-lock.json"; then exit 0; fi
"$root/scripts/install-debian.sh" "$root/scripts/debian-packages-npm.txt"
mkdir -p "$target"
rm -f "$target/done"
cp "$folder/package.json" "$folder/package-lock.json" "$target/"
if ! (cd "$target" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null); then
  echo "setup: npm ci failed in $target; is the npm registry reachable?" >&2
  exit 3
fi
touch "$target/done"
