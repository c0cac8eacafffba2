#!/bin/sh
# file_length.sh, machine_names.sh and fonts_manifest.sh find each breach planted in a small tree, and nothing in a sound one.
# usage: file_rules_test.sh ROOT
set -eu
rules=$1/tests/lint
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

expect() {  # VERDICT(found|clean) RULE WHAT
  if sh "$rules/$2" "$tree" >"$tree.out" 2>&1; then verdict=clean; else verdict=found; fi
  [ "$verdict" = "$1" ] || { echo "$3: expected $1"; cat "$tree.out"; failed=1; }
  rm -f "$tree.out"
}

expect_line() {  # VERDICT LINE
  printf '%s\n' "$2" >"$tree/docs/page.md"
  expect "$1" machine_names.sh "$2"
}

mkdir -p "$tree/src/base" "$tree/docs" "$tree/content"
seq 500 >"$tree/src/base/long.cc"
expect clean file_length.sh "500 lines"
seq 501 >"$tree/src/base/long.cc"
expect found file_length.sh "501 lines"

# The breaches are put together here, so that this file is not one.
slash=/
expect_line clean "see src/home/page.h, build/work/x and https://example.org/home/x"
expect_line found "it lies in ${slash}home/ada/book"
expect_line found "cd ${slash}root/project"
dot=.
expect_line found "fetched from https://registry${dot}example.org/x"
quote='"'
expect_line found "  ${quote}resolved${quote}: ${quote}https://example.org${quote}"
expect_line clean "nothing"
mkdir -p "$tree/tests/unit/book"
printf 'read("%shome/my-book")\n' "$slash" >"$tree/tests/unit/book/a_test.cc"
expect clean machine_names.sh "a home folder that a unit test makes up"
printf 'read("%sroot/book")\n' "$slash" >"$tree/tests/unit/book/a_test.cc"
expect found machine_names.sh "a path of this machine in a unit test"
rm -r "$tree/tests"
ln -s page.md "$tree/docs/inside.md"
expect clean machine_names.sh "a link inside the tree"
ln -s "${slash}nowhere" "$tree/docs/outside.md"
expect found machine_names.sh "a link out of the tree"
rm "$tree/docs/inside.md" "$tree/docs/outside.md"
printf 'cd %shome/node/app\n' "$slash" >"$tree/content/chapter.md"
expect clean machine_names.sh "the book may speak of such folders"

mkdir -p "$tree/fonts/licences" "$tree/scripts"
write_manifest() {  # LICENCE SOURCE LAST-FAMILY
  printf '[[font]]\nfamily = "%s"\nlicence = "%s"\nsource = "%s"\nfallback = true\n' "$3" "$1" "$2" \
    >"$tree/fonts/fonts.toml"
}
echo text >"$tree/fonts/licences/OFL.txt"
echo fonts-good >"$tree/scripts/debian-packages.txt"
echo '"@made/up": "1.2.3"' >"$tree/fonts/package.json"
write_manifest OFL debian:fonts-good "Noto Emoji"
expect clean fonts_manifest.sh "a Debian font"
write_manifest OFL npm:@made/up@1.2.3 "Noto Emoji"
expect clean fonts_manifest.sh "an npm font"
write_manifest OFL npm:@made/up@1.2.4 "Noto Emoji"
expect found fonts_manifest.sh "another version"
write_manifest OFL debian:fonts-other "Noto Emoji"
expect found fonts_manifest.sh "a package that is not installed"
write_manifest MIT debian:fonts-good "Noto Emoji"
expect found fonts_manifest.sh "no text of the licence"
write_manifest OFL debian:fonts-good "DejaVu Sans"
expect found fonts_manifest.sh "emoji not last"

exit $failed
