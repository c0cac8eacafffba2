#!/bin/sh
# .clang-tidy finds a value that is read after it was moved from, and nothing in a file without a fault. `make tidy` runs it first, since
# only that installs clang-tidy.
# usage: tidy_test.sh ROOT
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir "$tree/src"
cp "$1/.clang-tidy" "$tree"
tidy() { clang-tidy-19 --quiet "$tree/src/one.cc" -- -std=c++23 2>/dev/null; }
printf '#include <string>\n#include <utility>\n\nstd::string twice(const std::string& text) { return text + text; }\n' >"$tree/src/one.cc"
out=$(tidy) || { echo "a file without a fault is refused: $out"; exit 1; }
cat >"$tree/src/one.cc" <<'END'
#include <string>
#include <utility>

std::string twice(std::string text) {
  std::string moved = std::move(text);
  return moved + text;
}
END
if out=$(tidy); then echo "a value read after it was moved from is not found"; exit 1; fi
case $out in
*one.cc:6:*bugprone-use-after-move*) ;;
*) echo "found: $out"; exit 1 ;;
esac
