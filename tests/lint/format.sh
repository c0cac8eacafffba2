#!/bin/sh
# Every C++ file of src/ and tests/ is as clang-format 14, Debian 12's, writes it with the .clang-format of the root; `make format` does.
# usage: format.sh ROOT
set -eu
cd "$1"
command -v clang-format-14 >/dev/null 2>&1 || {
  echo "clang-format-14 is missing: make setup installs it"
  exit 1
}
# The first place of each file that differs.
found=$(find src tests -type f \( -name '*.cc' -o -name '*.h' \) | sort | xargs clang-format-14 --style=file --dry-run 2>&1 |
  sed -n 's/^\([^:]*\):\([0-9]*\):.*warning: .*clang-format.*/\1 \2/p' |
  awk '!told[$1]++ { print $1 ":" $2 ": not as clang-format-14 writes it: make format" }')
[ -z "$found" ] && exit 0
echo "$found"
exit 1
