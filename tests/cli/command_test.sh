#!/bin/sh
# Options, messages and exit codes of the command.
# usage: command_test.sh NBPUBLISH ROOT CHECK_PDF_LINKS
set -eu
nbpublish=$1
# shellcheck source=tests/cli/small_book.sh
. "$2/tests/cli/small_book.sh"
make_book
cd "$work"

# ---- telling about itself

run --version
expect_status 0 "--version"
grep -Eq '^nbpublish [0-9]+\.[0-9]+\.[0-9]+$' "$work/out" || fail "--version: $(cat "$work/out")"

run --help
expect_status 0 "--help"
for words in "Examples:" "nbpublish volume-1 --pdf --epub" "--book" "--out" "--strict" "list" "check" "audit" "preflight" "dump" "Exit codes:"; do
  expect_out "$words" "--help"
done
for command in publish list check diagrams audit dump preflight clean; do
  expect_out "  $command " "--help lists the commands"
  run $command --help
  expect_status 0 "$command --help"
  expect_out "nbpublish $command [OPTIONS]" "$command --help"
  run --help
done
run publish --help
for words in "--pdf" "--edition" "nbpublish volume-1 --pdf --epub" "Exit codes:"; do expect_out "$words" "publish --help"; done
! grep -q -- '--style-keys' "$work/out" || fail "publish --help has the program's own options"
run check --help
! grep -q -- '--pdf' "$work/out" || fail "check --help has options of publish"
run --style-keys
expect_status 0 "--style-keys"
expect_out "page.trim-width" "--style-keys"

# ---- wrong use: 2

run
expect_status 2 "no argument"
expect_err "--pdf" "no argument"
run volume-1 --book "$book"
expect_status 2 "nothing to make"
run --pdf --book "$book"
expect_status 2 "no volume"
expect_err "volume" "no volume"
run volume-1 --pdf --no-such-option
expect_status 2 "an unknown option"
expect_err "nbpublish: there is no option '--no-such-option'" "an unknown option"
run volume-1 --pdff
expect_status 2 "a misspelt option"
expect_err "did you mean '--pdf'?" "a misspelt option"
run check --strcit
expect_err "did you mean '--strict'?" "a misspelt option of a command"
run check --cover --book "$book"
expect_status 2 "an option of another command"
expect_err "nbpublish: there is no option '--cover'" "an option of another command"
run --cover check --book "$book"
expect_status 2 "an option of another command before its name"
# shellcheck disable=SC2086
for form in "" publish; do
  run $form volume-1 --book "$book"
  expect_status 2 "nothing to make: '$form'"
  expect_err "nothing to make" "nothing to make: '$form'"
  run $form --epub --book "$book"
  expect_status 2 "no volume: '$form'"
  run $form volume-1 --pdf --no-fonts --book "$book"
  expect_status 2 "--no-fonts without an ebook: '$form'"
  expect_err "--no-fonts is for ebooks" "--no-fonts without an ebook: '$form'"
done
run chek --book "$book"
expect_status 2 "a misspelt command"
expect_err "did you mean 'check'?" "a misspelt command"
run volume-1 --pdf --edition prnt --book "$book"
expect_status 2 "a misspelt edition"
expect_err "nbpublish: there is no edition 'prnt'" "a misspelt edition"
expect_err "did you mean 'print'?" "a misspelt edition"
run volume-1 --pdf -j 0 --book "$book"
expect_status 2 "no threads"
expect_err "nbpublish: -" "no threads"
run dump --stage=documnt --book "$book"
expect_status 2 "an unknown stage"
expect_err "nbpublish: there is no stage 'documnt'" "an unknown stage"
expect_err "did you mean 'document'?" "an unknown stage"
run preflight
expect_status 2 "preflight without a file"
expect_err "nbpublish: file is required" "preflight without a file"
run volume-1 --pdf --book "$work/none"
expect_status 2 "no such folder"
expect_err "none" "no such folder"
run volum-2 --pdf --book "$book"
expect_status 2 "an unknown volume"
expect_err "volume-1, volume-2" "an unknown volume"
expect_err "did you mean 'volume-2'?" "an unknown volume"
mkdir "$work/empty"
(cd "$work/empty" && run list && expect_status 2 "no book upward" && exit "$failed") || failed=1

# ---- check builds nothing

run check --book "$book"
expect_status 0 "check of a sound book"
expect_silence_of_diagnostics() { ! grep -Eq 'error|warning' "$work/err" || { fail "$1"; cat "$work/err"; }; }
expect_silence_of_diagnostics "check of a sound book"
[ ! -e build ] || fail "check made build/"
run check --book "$book" --quiet
expect_silence "check --quiet"

# ---- list and dump

run list --book "$book"
expect_status 0 "list"
for words in volume-1 volume-2 "1.1" "First Chapter" "1.3" draft "2.1"; do expect_out "$words" "list"; done
run list volume-2 --book "$book"
expect_out "Third Chapter" "list of a volume"
! grep -q "First Chapter" "$work/out" || fail "list of a volume shows another"
run dump --stage=document volume-1 --book "$book"
expect_status 0 "dump"
expect_out 'document "chapters/one.md"' "dump"
expect_out 'heading @5:1-5:9 level=2 anchor="inside"' "dump"
! grep -q "three.md" "$work/out" || fail "dump of a volume shows another"
run dump --stage=frames volume-2 --book "$book"
expect_status 0 "dump of frames"
expect_out 'More words.' "dump of frames"
run audit --book "$book"
expect_status 2 "audit without a volume"
run audit volume-2 --book "$book"
expect_out 'volume-2: ' "audit"
expect_out 'orphan                     0' "audit"
grep -q '^!' "$work/out" && expect_status 1 "audit with faults" || expect_status 0 "audit without faults"
run audit --summary --all --book "$book"
for words in 'volume-1: ' 'volume-2: ' 'gap above a listing, behind a paragraph  '; do expect_out "$words" "audit --summary"; done
! grep -q 'orphan' "$work/out" || fail "audit --summary lists faults"
[ ! -e build ] || fail "dump or audit made build/"

# ---- publish may be named or not; options may stand before a command

# shellcheck disable=SC2086
for form in "" publish; do
  run $form volume-2 --epub --pdf --edition screen --book "$book" --out "$work/form$form" --cache "$work/cache$form"
  expect_status 0 "publishing: '$form'"
  sed "s|$work/form$form/|OUT/|" "$work/out" >"$work/results$form"
  sed 's/[0-9.]* s$//' "$work/err" >"$work/messages$form"
done
expect_same "$work/results" "$work/resultspublish" "publish: results"
expect_same "$work/messages" "$work/messagespublish" "publish: messages"
for file in volume-2.epub volume-2-onix.xml volume-2-screen.pdf; do
  expect_same "$work/form/volume-2/$file" "$work/formpublish/volume-2/$file" "publish: files"
done
run --book "$book" list
expect_status 0 "an option before its command"
expect_out "First Chapter" "an option before its command"

# ---- errors of the book: 1, each at its line, all in one run

printf '\n[dead](nowhere.md)\n' >>"$book/chapters/two.md"
printf '\n![](../figures/box.svg)\n' >>"$book/chapters/three.md"
run check --book "$book"
expect_status 1 "an error in the book"
expect_err "chapters/two.md:9:1: error[unresolved-reference]" "an error in the book"
expect_err "chapters/three.md:7:1: warning[missing-alt-text]" "an error in the book"
expect_err "1 error, 1 warning" "an error in the book"
grep -q '^checked.*; 1 error, 1 warning; [0-9.]* s$' "$work/err" || fail "check: the last line: $(tail -n 1 "$work/err")"
run check --book "$book" --quiet
expect_status 1 "--quiet keeps the exit code"
expect_err "error[unresolved-reference]" "--quiet keeps errors"
! grep -q "warning" "$work/err" || fail "--quiet shows warnings"
run check --book "$book" --json
expect_status 1 "--json"
grep -q '^{.*"unresolved-reference".*}$' "$work/err" || fail "--json: no object for the error"
! grep -vq '^{.*}$' "$work/err" || fail "--json: other lines than objects"
run volume-1 --epub --book "$book" --out "$work/broken"
expect_status 1 "publishing a book with errors"
[ -s "$work/broken/volume-1/volume-1.epub" ] || fail "a book with errors is written all the same"

# ---- what is alike is told once, unless all is asked for

cp "$book/chapters/three.md" "$work/three.md"
i=0
while [ "$i" -lt 30 ]; do printf '\n![](../figures/box.svg)\n' >>"$book/chapters/three.md"; i=$((i + 1)); done
run check volume-2 --book "$book"
expect_err "chapters/three.md:7:1: warning[missing-alt-text]" "31 like warnings"
expect_err "; 30 like it: :9:1, " "31 like warnings"
[ "$(wc -l <"$work/err")" -lt 8 ] || fail "31 like warnings take $(wc -l <"$work/err") lines"
run check volume-2 --verbose --book "$book"
[ "$(grep -c 'warning.missing-alt-text.' "$work/err")" -eq 31 ] || fail "--verbose does not tell all"
run check volume-2 --json --book "$book"
[ "$(grep -c '"missing-alt-text"' "$work/err")" -eq 31 ] || fail "--json does not tell all"
mv "$work/three.md" "$book/chapters/three.md"

# ---- warnings do not change the exit code, unless --strict

run check volume-2 --book "$book"
expect_status 0 "a warning"
run check volume-2 --strict --book "$book"
expect_status 1 "a warning under --strict"
expect_err "error[missing-alt-text]" "a warning under --strict"

# ---- the environment: 3

mkdir "$work/bin"
status=0
PATH="$work/bin" "$nbpublish" check --book "$book" >"$work/out" 2>"$work/err" || status=$?
expect_status 3 "no pandoc"
expect_err "pandoc" "no pandoc"
expect_err "apt" "no pandoc: how to get it"

sed 's/^date =/style = "six-by-nin"\n&/' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-2 --pdf --book "$book"
expect_status 1 "a style that is not there"
expect_err "six-by-nine" "a style that is not there"
line=$(grep -n '^style =' "$book/book.toml" | cut -d: -f1)
expect_err "book.toml:$line:9: error" "a style that is not there: its line"
run check --book "$book"
expect_status 1 "check of a style that is not there"
expect_err "book.toml:$line:9: error" "check of a style that is not there: its line"

mkdir -p "$book/styles/ours"
sed 's/six-by-nin"/ours"/' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
printf 'extends = "six-by-nine"\n[page]\nmeasure = 330\ntrim-width = 450\n' >"$book/styles/ours/style.toml"
run volume-2 --pdf --epub --book "$book"
expect_status 0 "a style of the book's own"
pdfinfo build/out/volume-2/volume-2-screen.pdf | grep -q '^Page size: *450 x 648' || fail "the book's own style is not used"
printf '[family]\nserif = "Sourse Serif"\n' >>"$book/styles/ours/style.toml"
run volume-2 --pdf --book "$book"
expect_status 1 "a family that is not there"
expect_err "styles/ours/style.toml:6:9: error[style-key]: there is no family 'Sourse Serif'" "a family that is not there"
printf '[page]\nmeasure = 330\nmesure = 3\n' >"$book/styles/ours/style.toml"
run volume-2 --pdf --book "$book"
expect_err "styles/ours/style.toml:3:1: error[style-key]" "a wrong key in the book's own style"


# ---- a style sheet of the book's own loads nothing into the ebook

printf 'extends = "six-by-nine"\n' >"$book/styles/ours/style.toml"
printf '@import url("http://example.org/x.css");\np { color: red; background: url(file:///etc/passwd) }\n' >"$book/styles/ours/epub.css"
for command in check "volume-2 --epub --out $work/sheet"; do
  # shellcheck disable=SC2086
  run $command --book "$book"
  expect_status 1 "$command: a style sheet that loads something"
  expect_err "styles/ours/epub.css:1:1: error[style-sheet]" "$command: an @import"
  expect_err "styles/ours/epub.css:2:29: error[style-sheet]" "$command: an address"
done
unzip -p "$work/sheet/volume-2/volume-2.epub" EPUB/style/book.css >"$work/book.css"
grep -q 'color: red' "$work/book.css" || fail "the rest of the style sheet is in the ebook"
grep -Eq 'import|url|passwd' "$work/book.css" && fail "the ebook's style sheet loads something"
rm "$book/styles/ours/epub.css"

# ---- pages that the tool makes are looked at, too

printf '\360\222\200\200' >"$work/sign"  # cuneiform, which no face has
sed "s/^  title = \"Files\"/  title = \"Files $(cat "$work/sign")\"/" "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-2 --pdf --book "$book" --out "$work/signs"
expect_err "book.toml" "a character of a topic's title: its file"
expect_err "warning[missing-glyph]: no font has U+12000" "a character of a topic's title"
[ "$(grep -c 'U+12000' "$work/err")" = 1 ] || fail "a character of a topic's title is told once: $(grep 'U+12000' "$work/err")"

printf 'title = "unclosed\n' >"$book/book.toml"
run check --book "$book"
expect_status 1 "a manifest that is not TOML"
expect_err "book.toml:1" "a manifest that is not TOML"

exit "$failed"
