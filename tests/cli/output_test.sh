#!/bin/sh
# What the command writes: where, always the same, sound, and never half.
# usage: output_test.sh NBPUBLISH ROOT CHECK_PDF_LINKS
set -eu
nbpublish=$1 root=$2 check_pdf_links=$3
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
mkdir "$work/here"
cd "$work/here"

contents_of() { (cd "$1" && find . -type f -exec cksum {} + | sort); }

# The last five columns of pdffonts are emb, sub, uni and the two of the object's number.
check_pdf() {  # FILE
  qpdf --check "$1" >"$work/log" 2>&1 || { fail "qpdf --check $1"; cat "$work/log"; }
  pdffonts "$1" | awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 3 }' || fail "a font of $1 is not embedded"
  case $1 in *-print.pdf) return ;; esac
  "$check_pdf_links" "$1" >"$work/log" || { fail "links of $1"; cat "$work/log"; }
}

# ---- files and their places

contents_of "$book" >"$work/before"
run volume-1 --pdf --epub --book "$book"
expect_status 0 "the main job"
expect_out "build/out/volume-1/volume-1-screen.pdf" "paths are printed"
expect_out "build/out/volume-1/volume-1.epub" "paths are printed"
expect_out "build/out/volume-1/volume-1-print.pdf" "paths are printed"
expect_out "build/out/volume-1/volume-1-onix.xml" "paths are printed"
[ "$(wc -l <"$work/out")" = 4 ] || fail "nothing but the paths on standard output"
while read -r path; do [ -s "$path" ] || fail "$path is not there"; done <"$work/out"
contents_of "$book" >"$work/after"
expect_same "$work/before" "$work/after" "nothing is written inside --book"
[ "$(find . -type f ! -path './build/cache/*' | wc -l)" = 4 ] || fail "other files than the four: $(find . -type f | tr '\n' ' ')"
pdf=build/out/volume-1/volume-1-screen.pdf print=build/out/volume-1/volume-1-print.pdf epub=build/out/volume-1/volume-1.epub
check_pdf "$pdf"
check_pdf "$print"

# Editions by name; the dark one is made when it is asked for.
run volume-1 --pdf --edition screen-dark --book "$book" --out "$work/dark"
expect_status 0 "--edition screen-dark"
[ "$(find "$work/dark" -type f | wc -l)" = 1 ] && [ -s "$work/dark/volume-1/volume-1-screen-dark.pdf" ] || fail "--edition makes what it names"
run volume-1 --pdf --edition all --book "$book" --out "$work/editions"
expect_status 0 "--edition all"
[ "$(find "$work/editions" -type f | wc -l)" = 3 ] || fail "--edition all makes three"
expect_same "$work/dark/volume-1/volume-1-screen-dark.pdf" "$work/editions/volume-1/volume-1-screen-dark.pdf" "an edition alone or with others"
expect_same "$print" "$work/editions/volume-1/volume-1-print.pdf" "an edition alone or with others"
run volume-1 --pdf --edition screen-drak --book "$book" --out "$work/none"
expect_status 2 "an unknown edition"
expect_err "did you mean 'screen-dark'" "an unknown edition"

# Print: black ink alone, PDF/X, as many pages as leaves have, and the same words as the screen's.
pdfinfo "$print" | grep -q "^PDF version: *1.3" || fail "PDF/X-1a:2001 is PDF 1.3"
grep -aq "(PDF/X-1a:2001)" "$print" || fail "the print file does not say that it is PDF/X-1a:2001"
[ $(($(pdfinfo "$print" | awk '/^Pages:/ { print $2 }') % 2)) = 0 ] || fail "an odd number of pages"
pdftotext "$print" - | tr -d ' \f\n' >"$work/print-words"
pdftotext -f 2 "$pdf" - | tr -d ' \f\n' >"$work/screen-words"
expect_same "$work/print-words" "$work/screen-words" "print and screen have the same words"

run --all --pdf --book "$book" --out "$work/all" --quiet
expect_status 0 "--all"
expect_silence "--quiet"
for volume in volume-1 volume-2; do [ -s "$work/all/$volume/$volume-screen.pdf" ] || fail "--all: no $volume"; done
expect_same "$pdf" "$work/all/volume-1/volume-1-screen.pdf" "one volume or all"

# The ebook without fonts.
run volume-1 --epub --no-fonts --book "$book" --out "$work/no-fonts"
expect_status 0 "--no-fonts"
unzip -l "$work/no-fonts/volume-1/volume-1.epub" | grep -Eq 'EPUB/fonts/' && fail "--no-fonts leaves the fonts out"
unzip -l "$epub" | grep -Eq 'EPUB/fonts/' || fail "fonts are embedded"
run volume-1 --pdf --no-fonts --book "$book" --out "$work/none"
expect_status 2 "--no-fonts without --epub"

# The nearest book upward, from inside it.
(cd "$book/chapters" && run volume-2 --epub --out "$work/upward" && expect_status 0 "the nearest book upward" && exit "$failed") || failed=1
[ -s "$work/upward/volume-2/volume-2.epub" ] || fail "the nearest book upward"

# ---- what stands in them

pdftotext "$pdf" - >"$work/text"
for words in "A Small Book" "First Chapter" "The note." "const answer = 42;" "Words before the book."; do
  grep -Fq "$words" "$work/text" || fail "\"$words\" is not in the PDF"
done
! grep -q "Not finished" "$work/text" || fail "a draft is published"
run volume-1 --pdf --early-access --book "$book" --out "$work/early"
pdftotext "$work/early/volume-1/volume-1-screen.pdf" - >"$work/text"
for words in "Not finished" "Early access"; do grep -Fq "$words" "$work/text" || fail "--early-access: no \"$words\""; done

# ---- equal input, equal bytes

again() {  # WHAT ARGUMENT...
  what=$1
  shift
  run volume-1 --pdf --edition all --epub --sample --cover --book "$book" --out "$work/again" --cache "$work/again-cache" "$@"
  expect_status 0 "$what"
  for file in "$work/first/volume-1"/*; do expect_same "$file" "$work/again/volume-1/$(basename "$file")" "$what"; done
  expect_same "$pdf" "$work/again/volume-1/volume-1-screen.pdf" "$what"
  expect_same "$print" "$work/again/volume-1/volume-1-print.pdf" "$what"
  expect_same "$epub" "$work/again/volume-1/volume-1.epub" "$what"
  rm -r "$work/again" "$work/again-cache"
}
run volume-1 --pdf --edition all --epub --sample --cover --book "$book" --out "$work/first"
[ "$(find "$work/first" -type f | wc -l)" = 8 ] || fail "everything of a volume: $(ls "$work/first/volume-1")"
again "a second run"
again "one thread" -j1
again "two threads" -j2
again "sixteen threads" -j16
(umask 077 && again "files that nobody else may read" && exit "$failed") || failed=1
(export TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 HOME=/nonexistent && again "another machine's habits" && exit "$failed") || failed=1
cp -r "$book" "$work/moved"
(book=$work/moved && again "the book in another folder" && exit "$failed") || failed=1

# ---- dates

pdfinfo -isodates "$pdf" | grep -q '^CreationDate: *2026-01-02T00:00:00Z' || fail "the manifest's date: $(pdfinfo -isodates "$pdf" | grep Creation)"
SOURCE_DATE_EPOCH=86400
export SOURCE_DATE_EPOCH
run volume-1 --pdf --epub --book "$book" --out "$work/dated"
unset SOURCE_DATE_EPOCH
pdfinfo -isodates "$work/dated/volume-1/volume-1-screen.pdf" | grep -q '^CreationDate: *1970-01-02T00:00:00Z' || fail "SOURCE_DATE_EPOCH in the PDF"
unzip -p "$work/dated/volume-1/volume-1.epub" '*.opf' | grep -q '1970-01-02T00:00:00Z' || fail "SOURCE_DATE_EPOCH in the EPUB"

# ---- a run that fails leaves the old file whole

cp "$pdf" "$work/kept.pdf"
# The disk is full after 8 kB.
status=0
(trap '' XFSZ; ulimit -f 16; exec "$nbpublish" volume-1 --pdf --book "$book") >"$work/out" 2>"$work/err" || status=$?
expect_status 3 "a full disk"
expect_err "volume-1-print.pdf" "a full disk"
expect_same "$pdf" "$work/kept.pdf" "a full disk"
[ "$(find build -type f ! -path 'build/cache/*' | wc -l)" = 4 ] || fail "a full disk leaves $(find build -type f | tr '\n' ' ')"
# Killed while it writes. (The outer shell takes what the inner one says of it.)
{ (ulimit -f 16; exec "$nbpublish" volume-1 --pdf --book "$book") >"$work/out" 2>"$work/err"; } 2>"$work/log" || true
expect_same "$pdf" "$work/kept.pdf" "a killed run"
# A file where the folder should be.
echo "in the way" >"$work/way"
run volume-1 --pdf --book "$book" --out "$work/way"
expect_status 3 "no folder to write to"
expect_err "cannot write" "no folder to write to"
expect_out_is_empty() { [ ! -s "$work/out" ] || fail "$1: a path is printed that was not written"; }
expect_out_is_empty "no folder to write to"

# ---- the sample book, and the one that is hard to set

for whole in content tests/books/everything; do
  run --all --pdf --epub --book "$root/$whole" --out "$work/whole"
  expect_status 0 "$whole"
  while read -r path; do
    case $path in
      *.pdf) check_pdf "$path" ;;
      *-onix.xml) grep -q '</ONIXMessage>' "$path" || fail "$path is cut off" ;;
      *) unzip -tqq "$path" >/dev/null || fail "$path is damaged" ;;
    esac
  done <"$work/out"
done

exit "$failed"
