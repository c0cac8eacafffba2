#!/bin/sh
# Files that are not what they seem, and a machine that refuses: nothing leaks, nothing hangs, no good book is lost.
# usage: files_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
cd "$work"
cp -r "$book" whole-book

contents_of() { (cd "$1" && find . ! -type d -exec cksum {} + | sort); }
publish() { run volume-1 --pdf --epub --book "$book" --out made --cache cache; }
fresh_book() {
  rm -rf "$book"
  cp -r whole-book "$book"
}
publish
expect_status 0 "the sound book"
contents_of made >before
expect_untouched() {  # WHAT
  contents_of made >after
  expect_same before after "$1: the earlier book"
  [ "$(cd made && find . -type f | wc -l)" = 4 ] || fail "$1 leaves $(find made -type f | tr '\n' ' ')"
}
refuses() {  # STATUS WORDS WHAT: publishing fails so, and the earlier book stands
  publish
  expect_status "$1" "$3"
  expect_err "$2" "$3"
  expect_untouched "$3"
  [ ! -s out ] || fail "$3: paths of files that were not written"
}

# ---- no file from outside, neither in a book nor in a message

mkdir -p secret/style
echo "CONFIDENTIAL words [[ = of nobody's" >secret/words.md
for name in style.toml epub.css; do cp secret/words.md secret/style/$name; done
expect_no_leak() {  # WHAT
  ! grep -q CONFIDENTIAL out err || fail "$1: a message quotes a file from outside"
  for file in made/*/*.epub; do ! unzip -p "$file" | grep -aq CONFIDENTIAL || fail "$1: $file holds a file from outside"; done
}
own_style() {  # a style of the book's own
  mkdir -p "$book/styles/mine"
  echo 'extends = "six-by-nine"' >"$book/styles/mine/style.toml"
  sed -i '1i style = "mine"' "$book/book.toml"
}
leads_out() {  # FILE: a link instead of it is refused
  rm -f "$book/$1"
  ln -s "$work/secret/words.md" "$book/$1"
  run check --json --book "$book"
  expect_no_leak "$1 is a link out of the book"
  refuses 1 "$1" "$1 is a link out of the book"
  expect_err "out of the book's folder" "$1 is a link out of the book"
  expect_no_leak "$1 is a link out of the book"
}
for file in book.toml chapters/two.md preface.md; do
  fresh_book
  leads_out "$file"
done
for file in style.toml epub.css; do
  fresh_book
  own_style
  leads_out "styles/mine/$file"
done
fresh_book
own_style
rm -r "$book/styles/mine"
ln -s ../../secret/style "$book/styles/mine"
refuses 1 "styles/mine/style.toml: leads out of the book's folder" "a style's folder is a link out of the book"
expect_no_leak "a style's folder is a link out of the book"
# One that stays inside is the book's own business.
fresh_book
own_style
echo '/* of the book */' >"$book/own.css"
ln -s ../../own.css "$book/styles/mine/epub.css"
mv "$book/chapters/two.md" "$book/two.md"
ln -s ../two.md "$book/chapters/two.md"
run volume-1 --epub --book "$book" --out linked
expect_status 0 "links inside the book"
unzip -p linked/volume-1/volume-1.epub 'EPUB/style/book.css' | grep -q 'of the book' || fail "a style sheet by a link inside the book"

# ---- what is no regular file is not waited for, and what it is is told

fresh_book
rm "$book/chapters/two.md"
mkfifo "$book/chapters/two.md"
refuses 1 "two.md" "a chapter is a pipe"
fresh_book
rm "$book/book.toml"
mkfifo "$book/book.toml"
refuses 1 "book.toml: is a pipe (FIFO)" "the manifest is a pipe"
rm "$book/book.toml"
ln -s nowhere "$book/book.toml"
refuses 1 "book.toml: is a link that leads nowhere" "the manifest leads nowhere"
fresh_book
own_style
mkfifo "$book/styles/mine/epub.css"
refuses 1 "styles/mine/epub.css: is a pipe (FIFO)" "a style sheet is a pipe"
fresh_book
rm "$book/figures/box.svg"
mkfifo "$book/figures/box.svg"
run volume-1 --epub --book "$book" --out other
expect_status 1 "a picture is a pipe"
expect_err "chapters/one.md:9" "a picture is a pipe"
expect_err "is a pipe (FIFO)" "a picture is a pipe"
fresh_book
mkfifo pipe.pdf
run preflight pipe.pdf --for kdp
expect_status 1 "preflight of a pipe"
expect_err "is a pipe (FIFO)" "preflight of a pipe"

# ---- sizes are known before reading

for file in book.toml chapters/two.md preface.md; do
  fresh_book
  truncate -s 20G "$book/$file"
  refuses 1 "$file" "20 GB of $file"
  expect_err "has 21474836480 bytes" "20 GB of $file"
done
fresh_book
printf '\211PNG' >"$book/figures/box.svg"
truncate -s 1200M "$book/figures/box.svg"
run check --book "$book"
expect_status 1 "a large picture"
expect_err "chapters/one.md:9" "a large picture"
expect_err "has 1258291200 bytes" "a large picture"

# ---- one text that cannot be read costs its volume, not what is said of the others

fresh_book
rm "$book/chapters/two.md"
mkdir "$book/chapters/two.md"
echo '[nowhere](none.md)' >>"$book/chapters/one.md"
refuses 1 "two.md" "a chapter is a folder"
expect_err "none.md" "the other chapters are still read"
run volume-2 --epub --book "$book" --out other-volume
[ -s other-volume/volume-2/volume-2.epub ] || fail "a volume that has all its texts is written"
fresh_book
# shellcheck disable=SC2046
{ printf '> %.0s' $(seq 300) && echo deep; } >>"$book/chapters/two.md"
refuses 1 "limit-exceeded" "a chapter beyond a limit"
fresh_book
echo '[nowhere](none.md)' >>"$book/chapters/one.md"
run volume-1 --epub --book "$book" --out mistaken
expect_status 1 "an author's mistake"
[ -s mistaken/volume-1/volume-1.epub ] || fail "an author's mistake does not keep a book from being written"
fresh_book

# ---- pandoc and the machine

mkdir fake
pandoc=$(command -v pandoc)
fake_pandoc() {  # WHAT WORDS COMMAND
  printf '#!/bin/sh\n%s\n' "$3" >fake/pandoc
  chmod +x fake/pandoc
  (PATH=$work/fake:$PATH; export PATH; refuses 3 "$2" "$1"; exit "$failed") || failed=1
}
# shellcheck disable=SC2016
fake_pandoc "pandoc is killed" "pandoc was killed by signal 9" 'kill -9 $$'
fake_pandoc "pandoc is killed after its answer" "signal 11" "$pandoc \"\$@\"; kill -11 \$\$"
fake_pandoc "pandoc refuses everything" "pandoc does not work" 'echo "no such option" >&2; exit 1'
fake_pandoc "pandoc says nothing" "pandoc's answer cannot be read" 'cat >/dev/null'
fake_pandoc "pandoc talks nonsense" "pandoc's answer cannot be read" 'cat >/dev/null; echo hello'
fake_pandoc "half an answer" "pandoc's answer cannot be read" "$pandoc \"\$@\" | head -c 60"
fake_pandoc "another pandoc" "of a version that is not known" "cat >/dev/null; echo '{\"pandoc-api-version\":[9,9],\"meta\":{},\"blocks\":[]}'"
fake_pandoc "pandoc lacks memory" "Cannot allocate memory" 'echo "mmap: Cannot allocate memory" >&2; exit 1'
fake_pandoc "pandoc lacks files" "nbpublish: " "ulimit -n 4; exec $pandoc \"\$@\""
fake_pandoc "pandoc lacks addresses" "nbpublish: " "ulimit -v 100000; exec $pandoc \"\$@\""

# ---- a set of files is all new or all old

fresh_book
rm made/volume-1/volume-1.epub
mkdir made/volume-1/volume-1.epub
echo 'More words.' >>"$book/chapters/two.md"
contents_of made >before
publish
expect_status 3 "a folder in a file's place"
expect_err "volume-1.epub: is a directory" "a folder in a file's place"
contents_of made >after
expect_same before after "a folder in a file's place: the earlier files"
rmdir made/volume-1/volume-1.epub
fresh_book
publish
expect_status 0 "the sound book again"

# Killed at any time: whole files, of one run, and the next run leaves nothing else.
cp -r made old
echo 'More words, so that all files are new.' >>"$book/chapters/one.md"
run volume-1 --pdf --epub --book "$book" --out new --cache new-cache
expect_status 0 "the other book"
differ=0
for file in old/volume-1/*; do cmp -s "$file" "new/volume-1/$(basename "$file")" || differ=$((differ + 1)); done
[ "$differ" -ge 3 ] || fail "both PDFs and the EPUB have the new words"
for delay in 0.1 0.2 0.3 0.4 0.6 0.8; do
  rm -rf made
  cp -r old made
  "$nbpublish" volume-1 --pdf --epub --book "$book" --out made --cache cache >out 2>err &
  killed=$!
  sleep "$delay"
  kill -9 "$killed" 2>/dev/null || true
  wait "$killed" 2>/dev/null || true
  of_new=0
  for file in made/volume-1/volume-1*; do
    name=$(basename "$file")
    cmp -s "$file" "old/volume-1/$name" && continue
    of_new=$((of_new + 1))
    cmp -s "$file" "new/volume-1/$name" || fail "killed after $delay s: $file is neither old nor new"
  done
  [ "$of_new" = 0 ] || [ "$of_new" = "$differ" ] || fail "killed after $delay s: $of_new of $differ files are new"
done
: >made/volume-1/.nbpublish-0123456789abcdef.tmp
: >made/volume-1/volume-1-print.pdf.tmp999999999
publish
expect_status 0 "after runs that were killed"
[ "$(find made -type f | wc -l)" = 4 ] || fail "files of dead runs stay: $(find made -type f | tr '\n' ' ')"
for file in made/volume-1/*; do expect_same "$file" "new/volume-1/$(basename "$file")" "after runs that were killed"; done
# Ended by a signal it takes its temporary files with it.
: >made/volume-1/volume-1.epub
"$nbpublish" volume-1 --pdf --epub --book "$book" --out made --cache cache >out 2>err &
ended=$!
while kill -0 "$ended" 2>/dev/null && [ -z "$(find made -name '.nbpublish-*')" ]; do sleep 0.01; done
kill -TERM "$ended" 2>/dev/null || true
wait "$ended" 2>/dev/null || true
[ "$(find made -type f | wc -l)" = 4 ] || fail "a run that was ended leaves $(find made -type f | tr '\n' ' ')"
fresh_book

# ---- what the system says

mkdir places
: >places/file
ln -s nowhere/at/all places/dangling
says() {  # OUT WORDS
  run volume-2 --epub --book "$book" --out "$1"
  expect_status 3 "--out $1"
  expect_err "cannot write $1" "--out $1"
  expect_err "$2" "--out $1"
}
says places/file "not a directory"
says /dev/full "not a directory"
says places/dangling "no folder"
says "places/$(printf '%0300d' 0)" "file name too long"
says /proc/nowhere "no folder"

# ---- SOURCE_DATE_EPOCH

contents_of new >before
for value in "" abc -1 1e9 17000000x0 1699999999.5 " 1" 253402300800 9223372036854775807 9223372036854775808; do
  status=0
  SOURCE_DATE_EPOCH=$value "$nbpublish" volume-1 --pdf --epub --book "$book" --out new --cache cache >out 2>err || status=$?
  expect_status 2 "SOURCE_DATE_EPOCH='$value'"
  expect_err "nbpublish: SOURCE_DATE_EPOCH: " "SOURCE_DATE_EPOCH='$value'"
  contents_of new >after
  expect_same before after "SOURCE_DATE_EPOCH='$value': the earlier book"
done
status=0
SOURCE_DATE_EPOCH=253402300799 "$nbpublish" volume-1 --pdf --book "$book" --out dated >out 2>err || status=$?
expect_status 0 "the last second of the year 9999"
pdfinfo -isodates dated/volume-1/volume-1-screen.pdf | grep -q '^CreationDate: *9999-12-31T23:59:59' || fail "the last second of the year 9999"

# ---- what is no TOML is told once

says_once() {  # FILE WHAT
  expect_status 1 "$2"
  expect_err "$1" "$2"
  [ "$(grep -c -e 'error\[' -e '^nbpublish:' err)" = 1 ] || fail "$2 is told more than once: $(cat err)"
}
fresh_book
echo 'x = = 1' >>"$book/book.toml"
publish
says_once "error[manifest-syntax]" "a manifest that is no TOML"
run volume-4 --epub --book "$book"
says_once "error[manifest-syntax]" "another volume of a manifest that is no TOML"
fresh_book
own_style
echo 'x = = 1' >>"$book/styles/mine/style.toml"
publish
says_once "styles/mine/style.toml:2:5: error[style-key]" "a style that is no TOML"

exit "$failed"
