#!/bin/sh
# door.sh finds each breach planted in a small tree, and nothing in the sound one.
# usage: door_test.sh ROOT
set -eu
rule=$1/tests/lint/door.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0
mkdir -p "$tree/src/platform" "$tree/src/book" "$tree/src/cli" "$tree/src/text"
echo 'auto file = open(path, O_RDONLY); std::ifstream in(path);' >"$tree/src/platform/door.cc"
echo 'auto text = files.read_file(path);' >"$tree/src/text/font_library.cc"
echo '// files.read_file(path) is not for books' >"$tree/src/book/book.cc"
sh "$rule" "$tree" || { echo "the sound tree fails"; failed=1; }

expect() {  # FILE LINE: planted there, it is found
  cp "$tree/$1" "$tree/kept" 2>/dev/null || : >"$tree/kept"
  printf '%s\n' "$2" >>"$tree/$1"
  if sh "$rule" "$tree" >"$tree/said"; then echo "not found: $2"; failed=1; fi
  grep -Fq "$2" "$tree/said" || { echo "not shown: $2"; failed=1; }
  mv "$tree/kept" "$tree/$1"
}
expect src/book/book.cc 'auto text = files.read_file(root / name);'
expect src/book/book.cc 'auto text = context->files->read_file(root / name);'
expect src/book/book.cc 'auto text = read_at_most(files, root / name, 10);'
expect src/book/book.cc 'std::ifstream in(root / name);'
expect src/book/book.cc 'FILE* in = std::fopen(name, "r");'
expect src/cli/list.cc 'fmt::print("{}", text);'
expect src/cli/list.cc 'std::cerr << text;'

exit "$failed"
