#!/bin/sh
# fetch-fonts.sh repairs what it can from a package that is installed, and otherwise names face, file and step.
# usage: fetch_fonts_test.sh ROOT
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0
mkdir -p "$tree/fonts"
cp -r "$1/scripts" "$tree/"
face=DejaVuSans.ttf
file=$(dpkg -L fonts-dejavu-core | grep -x ".*/$face")
sum=$(sha256sum <"$file" | cut -d ' ' -f 1)

manifest() {  # FILE SOURCE SHA256
  cat >"$tree/fonts/fonts.toml" <<END
[[font]]
family = "DejaVu Sans"
weight = 400
italic = false
file = "$1"
licence = "Bitstream-Vera"
source = "$2"
sha256 = "$3"
END
}

expect_error() {  # WORDS
  if output=$("$tree/scripts/fetch-fonts.sh" 2>&1); then
    echo "no error, expected: $1"
    failed=1
  elif ! printf '%s\n' "$output" | grep -Fq "$1"; then
    printf 'expected "%s" in:\n%s\n' "$1" "$output"
    failed=1
  fi
}

manifest "$face" debian:fonts-dejavu-core "$sum"
"$tree/scripts/fetch-fonts.sh" >/dev/null
cmp "$file" "$tree/fonts/files/$face" || failed=1

echo x >>"$tree/fonts/files/$face"
touch "$tree/fonts/files/Stray.ttf"
"$tree/scripts/fetch-fonts.sh" >/dev/null
cmp "$file" "$tree/fonts/files/$face" || failed=1
[ "$(ls "$tree/fonts/files")" = "$face" ] || { echo "a file that is not in the manifest stays"; failed=1; }

manifest "$face" debian:fonts-dejavu-core "$(echo other | sha256sum | cut -d ' ' -f 1)"
expect_error "DejaVu Sans 400: $face of debian:fonts-dejavu-core does not have the SHA-256"
expect_error "apt-get install --reinstall fonts-dejavu-core"
[ ! -e "$tree/fonts/files/$face.part" ] || { echo "a part of a file stays"; failed=1; }

manifest NotThere.ttf debian:fonts-dejavu-core "$sum"
expect_error "DejaVu Sans 400: the file NotThere.ttf is not in debian:fonts-dejavu-core"

manifest "$face" "ftp:somewhere" "$sum"
rm -f "$tree/fonts/files/$face"
expect_error "unknown source 'ftp:somewhere' of DejaVu Sans 400"

exit $failed
