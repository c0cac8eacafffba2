#!/bin/sh
# Looks for bugs in src/ with clang-tidy 19, by the checks of .clang-tidy, a room at a time as build/tidy is configured to compile it:
# with SINCE (a commit) only the rooms in which a file has changed since. Prints what it finds, and fails if that is anything.
# usage: scripts/tidy.sh [SINCE]
set -eu
cd "$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)"

build=build/tidy
sh tests/lint/tidy_test.sh .

# The library of a file of src/: nbp_layout_page of src/layout/page/folio.cc, nbpublish of src/main.cc.
rooms() {
  sed -n 's#^src/\(.*\)/[^/]*\.\(cc\|h\)$#\1#p' | tr / _ | sort -u
}

if [ -n "${1:-}" ]; then
  changed=$(git diff --name-only "$1" -- src | rooms)
else
  changed=$(find src -name '*.cc' | rooms)
fi
for room in $changed; do
  ls "$PWD/$build/src/CMakeFiles/nbp_$room.dir/Unity/"*.cxx 2>/dev/null || true
done >"$build/units.txt"
echo "tidy: $(wc -l <"$build/units.txt") units of $(echo "$changed" | wc -w) rooms"
xargs -r -a "$build/units.txt" -n 1 -P "$(nproc)" clang-tidy-19 --quiet -p "$build"
