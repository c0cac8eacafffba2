#!/bin/sh
# base_names.sh finds a base name that two units have, and nothing in a sound tree.
# usage: base_names_test.sh ROOT
set -eu
rule=$1/tests/lint/base_names.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

plant_sound_tree() {
  rm -rf "$tree/src"
  mkdir -p "$tree/src/layout/table" "$tree/src/text" "$tree/src/audit" "$tree/src/cli"
  touch "$tree/src/layout/table/column_widths.h" "$tree/src/layout/table/column_widths.cc" "$tree/src/text/columns.h"
  touch "$tree/src/audit/audit.h" "$tree/src/audit/audit.cc" "$tree/src/cli/audit.cc"
}

expect() {  # FILE WORDS: with it the rule fails and prints the words
  touch "$tree/$1"
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
expect src/layout/table/columns.h "src/text/columns: the base name stands for src/layout/table/columns as well"
expect src/text/column_widths.cc "src/text/column_widths: the base name stands for src/layout/table/column_widths as well"
expect src/layout/table/audit.h "src/layout/table/audit: the base name stands for src/audit/audit as well"

exit $failed
