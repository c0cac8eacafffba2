#!/bin/sh
# circles.sh finds each circle planted in a small tree, and nothing in the sound one.
# usage: circles_test.sh ROOT
set -eu
rule=$1/tests/lint/circles.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

plant_sound_tree() {
  rm -rf "$tree/src"
  mkdir -p "$tree/src/layout/page" "$tree/src/frame"
  echo '#include <string>' >"$tree/src/frame/frame.h"
  printf '#include "frame/frame.h"\n' >"$tree/src/layout/page/input.h"
  printf '#include "layout/page/input.h"\n' >"$tree/src/layout/page/layout.h"
  printf '#include "layout/page/layout.h"\n\n#include "layout/page/titles.h"\n' >"$tree/src/layout/page/layout.cc"
  printf '#include "layout/page/input.h"\n' >"$tree/src/layout/page/titles.h"
  printf '#include "layout/page/titles.h"\n' >"$tree/src/layout/page/titles.cc"
  # A file of its own may hold what another's header declares.
  printf '#include "layout/page/layout.h"\n' >"$tree/src/layout/page/margins.cc"
}

expect() {  # WHAT WORDS...: the rule fails and prints each of the words
  what=$1
  shift
  if output=$(sh "$rule" "$tree"); then
    echo "not found: $what"
    failed=1
  fi
  for words in "$@"; do
    printf '%s\n' "$output" | grep -Fq "$words" || { printf '%s: expected "%s" in:\n%s\n' "$what" "$words" "$output"; failed=1; }
  done
  plant_sound_tree
}

plant_sound_tree
sh "$rule" "$tree" || { echo "the sound tree fails"; failed=1; }

echo '#include "layout/page/layout.h"' >>"$tree/src/layout/page/titles.h"
expect "a part that includes its facade" \
  "src/layout/page/layout.cc:3: layout/page/titles includes layout/page/layout in turn" \
  "src/layout/page/titles.h:2: layout/page/layout includes layout/page/titles in turn"

echo '  #  include "layout/page/layout.h"' >>"$tree/src/layout/page/titles.cc"
expect "the same from its .cc" "src/layout/page/titles.cc:2: layout/page/layout includes layout/page/titles in turn"

echo '#include "layout/page/titles.h"' >>"$tree/src/layout/page/input.h"
expect "two headers" "src/layout/page/titles.h:1: layout/page/input includes layout/page/titles in turn"

echo '#include "layout/page/layout.h"' >>"$tree/src/layout/page/margins.h"
echo '#include "layout/page/margins.h"' >>"$tree/src/layout/page/titles.cc"
expect "a circle of three" \
  "src/layout/page/titles.cc:2: layout/page/margins includes layout/page/titles in turn" \
  "src/layout/page/margins.h:1: layout/page/layout includes layout/page/margins in turn"

exit $failed
