#!/bin/sh
# What fonts/fonts.toml says agrees with the files beside it: each licence has its text, each source is a package
# that the set-up installs in that version, and the emoji face is the last fallback.
# usage: fonts_manifest.sh ROOT
set -eu
cd "$1"
failed=0
complain() { echo "fonts/fonts.toml: $1"; failed=1; }

values() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" fonts/fonts.toml | sort -u; }

for licence in $(values licence); do
  [ -s "fonts/licences/$licence.txt" ] || complain "no text of the licence $licence"
done
for source in $(values source); do
  case $source in
    debian:*) grep -Fxq "${source#debian:}" scripts/debian-packages.txt || complain "$source is not installed" ;;
    npm:*)
      package=${source#npm:}
      grep -Fq "\"${package%@*}\": \"${package##*@}\"" fonts/package.json || complain "$source is not in package.json"
      ;;
    *) complain "unknown source $source" ;;
  esac
done
last=$(grep -B 8 '^fallback = true' fonts/fonts.toml | sed -n 's/^family = "\(.*\)"/\1/p' | tail -n 1)
[ "$last" = "Noto Emoji" ] || complain "the last fallback is $last, not the emoji face"
exit $failed
