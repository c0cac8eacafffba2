#!/bin/sh
# definitions.sh finds each name that is defined twice in a small tree, and nothing in a sound one.
# usage: definitions_test.sh ROOT
set -eu
rule=$1/tests/lint/definitions.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

plant() {  # FILE TEXT: in the namespace
  mkdir -p "$(dirname "$tree/$1")"
  printf 'namespace nbpublish {\n%s\n}\n' "$2" >"$tree/$1"
}

plant_sound_tree() {
  rm -rf "${tree:?}/src" "$tree/tests"
  plant src/frame/page.h 'class Shape;
struct Page { int folio; };
enum class Side { Recto, Verso };
using Rows = int*;
int area(Page page);
inline int height(Page page) { return page.folio; }'
  plant src/frame/page.cc 'namespace {
struct Detail { int a; };
int helper() { return 1; }
}
class Shape { struct Row { int y; }; };
int area(Page page) { return page.folio; }
int area(int width) { return width; }'
  plant src/audit/view.cc 'namespace {
struct Detail { long b; };
int helper() { return 2; }
}
class Page;'
  plant tests/unit/frame/page_test.cc 'struct Made { int a; };'
  plant tests/unit/audit/view_test.cc 'struct Made { long b; };'
}

expect() {  # FILE TEXT WORDS: with it the rule fails and prints the words
  plant "$1" "$2"
  if output=$(sh "$rule" "$tree"); then
    echo "not found: $2"
    failed=1
  elif ! printf '%s\n' "$output" | grep -Fq "$3"; then
    printf '%s: expected "%s" in:\n%s\n' "$2" "$3" "$output"
    failed=1
  fi
  plant_sound_tree
}

plant_sound_tree
sh "$rule" "$tree" || { echo "the sound tree fails"; failed=1; }
expect src/audit/facts.h 'struct Page { long facts; };' "nbpublish::Page is defined in src/audit/facts.h"
expect src/audit/facts.cc 'class Shape { int corners; };' "nbpublish::Shape is defined"
expect src/audit/facts.h 'enum class Side { Left, Right };' "nbpublish::Side is defined"
expect src/audit/facts.h 'using Rows = long*;' "nbpublish::Rows is defined"
expect src/audit/facts.h 'inline int height(Page page) { return 2 * page.folio; }' "nbpublish::height(Page page) is defined"
expect tests/unit/audit/facts_test.cc 'struct Page { long facts; };' "nbpublish::Page is defined"
expect tests/unit/audit/facts_test.cc 'struct Made { char c; };' "nbpublish::Made is defined"

exit $failed
