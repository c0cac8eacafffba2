#!/bin/sh
# format.sh finds a line that clang-format would write otherwise, and nothing in a tree that is formatted.
# usage: format_test.sh ROOT
set -eu
rule=$1/tests/lint/format.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src/base" "$tree/tests/unit"
cp "$1/.clang-format" "$tree"
printf '#include <string>\n\nint one() { return 1; }\n' >"$tree/src/base/one.cc"
printf 'int two();\n' >"$tree/tests/unit/two.h"
sh "$rule" "$tree" || { echo "a formatted tree is refused"; exit 1; }
printf 'int  two( );\n' >"$tree/tests/unit/two.h"
if out=$(sh "$rule" "$tree"); then echo "blanks too many are not found"; exit 1; fi
[ "$out" = "tests/unit/two.h:1: not as clang-format-14 writes it: make format" ] || { echo "found: $out"; exit 1; }
