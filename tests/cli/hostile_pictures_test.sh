#!/bin/sh
# Pictures that take their decoder down, never end or have no measure: refused at their line, by a build as by `check`, and the book is made.
# usage: hostile_pictures_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
cd "$work"

svg() {  # FILE CONTENT [ATTRIBUTES]
  printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" %s>%s</svg>\n' "${3-}" "$2" >"$book/figures/$1"
}

svg aborts.svg '<text font-size="2e8">Words</text>'
svg too-large.svg '<g transform="scale(2e6)"><text font-size="90">Words</text></g>'
svg endless.svg '<filter id="f"><feTurbulence numOctaves="88888888"/></filter><rect width="50" height="50" filter="url(#f)"/>'
# Nine masks by class, each drawn through the next, ten times.
masks='' style=''
for n in 1 2 3 4 5 6 7 8 9; do
  style="$style.m$n{mask:url(#m$((n + 1)))}"
  masks="$masks<mask id=\"m$n\">"
  for _ in 1 2 3 4 5 6 7 8 9 0; do masks="$masks<rect class=\"m$n\" width=\"99\" height=\"99\" fill=\"white\"/>"; done
  masks="$masks</mask>"
done
svg masks.svg "<style>$style</style>$masks<mask id=\"m10\"><rect width=\"9\" height=\"9\"/></mask><rect class=\"m1\" mask=\"url(#m1)\" width=\"99\" height=\"99\"/>"
# What only black ink meets, whose gray this is.
svg in-gray.svg '<style>rect:not([fill="#aa3300"]){filter:url(#f)}</style><filter id="f"><feTurbulence numOctaves="88888888"/></filter><rect width="50" height="50" fill="#aa3300"/>'
svg fine.svg '<rect width="50" height="50" fill="#336699"/><text x="10" y="80" font-size="10">Words</text>'

bad='aborts too-large endless masks in-gray'
{
  printf -- '---\ntitle: Pictures\n---\n\n'
  for name in $bad fine; do printf 'Words before it.\n\n![What it shows](../figures/%s.svg "Caption.")\n\n' "$name"; done
} >"$book/chapters/one.md"

complaints() { grep -o '^[^ ]*: error\[image-unreadable\]: .[a-z/-]*\.svg' "$work/err" | sort; }

run check --book "$book" --verbose
expect_status 1 "check"
complaints >"$work/checked"
run volume-1 --pdf --edition all --epub --book "$book" --out made --cache cache --verbose
expect_status 1 "a build"
complaints >"$work/built"
expect_same "$work/checked" "$work/built" "check and build refuse the same pictures"
line=7
for name in $bad; do
  expect_err "chapters/one.md:$line:1: error[image-unreadable]: 'figures/$name.svg': " "$name"
  line=$((line + 4))
done
[ "$(wc -l <"$work/built")" = 5 ] || fail "five pictures are refused: $(cat "$work/built")"
grep -Eq 'Pango|GLib|panicked|librsvg-' "$work/err" && fail "libraries speak to the author: $(grep -E 'Pango|GLib|panicked' "$work/err" | head -n 1)"
for file in volume-1-print.pdf volume-1-screen.pdf volume-1-screen-dark.pdf volume-1.epub; do
  [ -s "made/volume-1/$file" ] || fail "$file is made"
done
unzip -l made/volume-1/volume-1.epub | grep -q fine.svg || fail "the sound picture is in the ebook"

# What is known of the sound one is kept, and the rest makes no other files.
[ "$(ls cache)" = store ] || fail "all that is kept is in the store: $(ls cache)"
mv made first
run volume-1 --pdf --edition all --epub --book "$book" --out made --cache cache --verbose
expect_status 1 "the same build again"
complaints >"$work/again"
expect_same "$work/built" "$work/again" "a build that knows the pictures"
for file in volume-1-print.pdf volume-1-screen.pdf volume-1-screen-dark.pdf volume-1.epub; do
  expect_same "first/volume-1/$file" "made/volume-1/$file" "a build that knows the pictures"
done

# A cover that ends its decoder.
sed -i 's|^date = .*|&\ncover = "figures/aborts.svg"|' "$book/book.toml"
printf -- '---\ntitle: Words\n---\n\nWords.\n' >"$book/chapters/one.md"
run check --book "$book" --verbose
expect_status 1 "check of a cover"
expect_err "error[image-unreadable]: 'figures/aborts.svg'" "check of a cover"
run volume-1 --pdf --epub --cover --book "$book" --out covered --cache cache
expect_status 1 "a build with such a cover"
expect_err "error[image-unreadable]: 'figures/aborts.svg'" "a build with such a cover"
[ -s covered/volume-1/volume-1.epub ] || fail "the ebook is made without the cover"

# Nobody lists the hidden command, and nothing is left of it.
run --help
grep -q picture-worker "$work/out" && fail "--help shows the hidden command"
exit "$failed"
