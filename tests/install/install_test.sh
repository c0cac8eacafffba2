#!/bin/sh
# What `make install` lays down works from where it lies: a small book is published with it, and damage to the
# installed fonts, style and rules is noticed, so it is these that are read and not the source tree's.
# usage: install_test.sh BUILD_FOLDER
set -eu
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
data=$work/prefix/share/nbpublish

publish() {  # the exit code is left in $status
  status=0
  "$work/prefix/bin/nbpublish" volume-1 --pdf --epub --quiet --book "$work/book" --out "$work/out" \
    >"$work/log" 2>&1 || status=$?
}

expect() {  # STATUS WORDS WHAT
  if [ "$status" != "$1" ] || ! grep -Fq -- "$2" "$work/log"; then
    echo "$3: expected status $1 and \"$2\", got status $status and:"
    cat "$work/log"
    failed=1
  fi
}

env -u DESTDIR cmake --install "$build" --prefix "$work/prefix" >"$work/log" || { cat "$work/log"; exit 1; }
mkdir -p "$work/book/chapters/01-start"
cat >"$work/book/chapters/01-start/01-hello.md" <<'END'
---
title: Hello
category: Start
---

A paragraph with `code` and *emphasis*.
END
cd "$work"

publish
expect 0 "" "as installed"
for file in volume-1-screen.pdf volume-1.epub; do
  [ -s "$work/out/volume-1/$file" ] || { echo "no $file"; failed=1; }
done

run_preflight() {
  status=0
  "$work/prefix/bin/nbpublish" preflight "$work/out/volume-1/volume-1-screen.pdf" --for screen >"$work/log" 2>&1 || status=$?
}
run_preflight
expect 0 "for screen: " "installed rules"
"$work/prefix/bin/nbpublish" preflight "$work/out/volume-1/volume-1.epub" --for kobo >"$work/log" 2>&1 || status=$?
expect 0 "for kobo: " "installed rules for ebooks"
cp "$data/outlets/screen.toml" "$work/kept"
printf '[no-such-rule]\nseverity = "error"\n' >>"$data/outlets/screen.toml"
run_preflight
expect 1 "error[outlet-rules]: unknown key 'no-such-rule'" "rules with an unknown key"
mv "$work/kept" "$data/outlets/screen.toml"

cp "$data/fonts/files/Inter-Bold.otf" "$work/kept"
echo x >>"$data/fonts/files/Inter-Bold.otf"
publish
expect 3 "Inter-Bold.otf" "an altered font"
mv "$work/kept" "$data/fonts/files/Inter-Bold.otf"

for style in "$data"/styles/*/style.toml; do echo 'no-such-key-at-all = 1' | cat - "$style" >"$style.new" && mv "$style.new" "$style"; done
publish
expect 1 "no-such-key-at-all" "a style with an unknown key"

exit $failed
