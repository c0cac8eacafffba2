#!/bin/sh
# rooms.sh finds each breach planted in a small tree, and nothing in the sound one.
# usage: rooms_test.sh ROOT
set -eu
rule=$1/tests/lint/rooms.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

plant_sound_tree() {
  rm -rf "$tree/src"
  mkdir -p "$tree/src/base" "$tree/src/frame" "$tree/src/layout/page" "$tree/src/output/pdf"
  cat >"$tree/src/README.md" <<'END'
| room | holds | may include |
|---|---|---|
| `base` | `Length` | – |
| `frame` | pages | `base` |
| `layout/page` | breaking | `frame` |
| `output/pdf` | files | `frame` |
END
  cat >"$tree/src/CMakeLists.txt" <<'END'
nbp_room(base LIBS fmt::fmt)
nbp_room(frame ROOMS base)
nbp_room(layout/page
         ROOMS frame LIBS fmt::fmt)
nbp_room(output/pdf ROOMS frame)  # a comment
END
  printf '#pragma once\n#include <string>\n' >"$tree/src/base/length.h"
  printf '#include "base/length.h"\n' >"$tree/src/frame/frame.h"
  printf '#include "frame/frame.h"\n' >"$tree/src/layout/page/break.h"
  printf '#include "frame/frame.h"\n#include "base/length.h"\n' >"$tree/src/output/pdf/write.cc"
}

expect() {  # WHAT WORDS: rule fails and prints the words
  if output=$(sh "$rule" "$tree"); then
    echo "not found: $1"
    failed=1
  elif ! printf '%s\n' "$output" | grep -Fq "$2"; then
    printf '%s: expected "%s" in:\n%s\n' "$1" "$2" "$output"
    failed=1
  fi
  plant_sound_tree
}

plant_sound_tree
sh "$rule" "$tree" || { echo "the sound tree fails"; failed=1; }

echo '#include "frame/frame.h"' >>"$tree/src/base/length.h"
expect "an include upward" "src/base/length.h:3: base may not include frame"

echo '  #  include "layout/page/break.h"' >>"$tree/src/output/pdf/write.cc"
expect "output includes layout" "src/output/pdf/write.cc:3: output/pdf may not include layout/page"

echo '#include "length.h"' >>"$tree/src/base/length.h"
expect "an include without a room" '"length.h" names no room'

echo '#include "base/length.h"' >"$tree/src/stray.cc"
expect "a file outside the rooms" "src/stray.cc:1: the file stands in no room"

echo 'nbp_room(text ROOMS base)' >>"$tree/src/CMakeLists.txt"
expect "a room that the table lacks" "src/CMakeLists.txt alone says: text base"

# shellcheck disable=SC2016
echo '| `text` | fonts | `base` |' >>"$tree/src/README.md"
expect "a room that CMake lacks" "src/README.md alone says: text base"

# shellcheck disable=SC2016
sed -i 's/^| `output\/pdf`.*/| `output\/pdf` | files | `frame`, `layout\/page` |/' "$tree/src/README.md"
sed -i 's/output\/pdf ROOMS frame/output\/pdf ROOMS frame layout\/page/' "$tree/src/CMakeLists.txt"
echo '#include "layout/page/break.h"' >>"$tree/src/output/pdf/write.cc"
expect "a table that lets output include layout" "output never includes layout"

exit $failed
