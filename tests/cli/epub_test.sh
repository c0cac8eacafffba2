#!/bin/sh
# EPUBs: all that they refer to is in them, and their page list is that of the printed book.
# usage: epub_test.sh NBPUBLISH ROOT CHECK_PDF_LINKS CHECK_EPUB
set -eu
nbpublish=$1 root=$2 check_epub=$4
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
mkdir "$work/here"
cd "$work/here"

in_epub() { unzip -p "$1" "$2"; }

# ---- the pages of the print edition, before their first words

run --all --pdf --epub --edition print --book "$root/tests/books/everything" --out both
pdftotext both/everything/everything-print.pdf print.txt
"$check_epub" both/everything/everything.epub --pages print.txt --order print.txt || fail "everything: references, pages, order"
run volume-1 --pdf --epub --edition print --book "$root/content" --out both
pdftotext both/volume-1/volume-1-print.pdf print.txt
"$check_epub" both/volume-1/volume-1.epub --pages print.txt --order print.txt || fail "content, volume 1: references, pages, order"

# ---- the ebook alone lays the print edition out to know them

run volume-1 --epub --book "$root/content" --out alone
expect_same alone/volume-1/volume-1.epub both/volume-1/volume-1.epub "the ebook alone"

# ---- their source is named in the package, and in the print file; early access has no pages to be cited by

run volume-1 --pdf --epub --edition print --book "$book" --out made
in_epub made/volume-1/volume-1.epub EPUB/package.opf | grep -o 'pageBreakSource">[^<]*' | sed 's/.*>//' >source
grep -q '^urn:uuid:' source || fail "a name for the print edition"
qpdf --qdf --object-streams=disable made/volume-1/volume-1-print.pdf plain.pdf
grep -aFq "$(cat source)" plain.pdf || fail "the print file has the name that the ebook refers to"
run volume-1 --epub --early-access --book "$book" --out early
in_epub early/volume-1/volume-1.epub EPUB/package.opf | grep -q pageBreakSource && fail "early access: no pages"
sed -i '0,/identifiers = { pdf/s//identifiers = { print = "isbn:9780306406157", pdf/' "$book/book.toml"
run volume-1 --epub --book "$book" --out numbered
in_epub numbered/volume-1/volume-1.epub EPUB/package.opf | grep -q 'pageBreakSource">urn:isbn:9780306406157<' || fail "the print edition's ISBN"

# ---- an opener says as much as the style's does in print

sed 's/^date =/style = "maps"\n&/' "$book/book.toml" >styled.toml
mkdir -p "$book/styles/maps"
cp "$book/book.toml" plain.toml
cp styled.toml "$book/book.toml"
for least in 0 1; do
  printf 'extends = "six-by-nine"\n[opener]\nmap-least = %s\n' "$least" >"$book/styles/maps/style.toml"
  run volume-1 --epub --book "$book" --out "maps-$least"
  expect_status 0 "openers with maps of $least sections or more"
  unzip -p "maps-$least/volume-1/volume-1.epub" 'EPUB/text/*.xhtml' >"maps-$least.xhtml"
done
grep -Eq 'class="(map|needs)"' maps-0.xhtml && fail "the style has no maps, the ebook's openers have"
grep -q 'class="needs"' maps-1.xhtml || fail "a map says what a chapter needs"
grep -Fq '<nav class="map" aria-label="In this chapter">' maps-1.xhtml || fail "a map leads to the sections"
cp plain.toml "$book/book.toml"

# ---- one ebook of all volumes, and a sample

run --all --omnibus --book "$book" --out set --cache set-cache
expect_status 0 "an omnibus"
[ -n "$(ls set-cache/store)" ] || fail "an omnibus alone: what was made is kept"
expect_out "set/omnibus/omnibus.epub" "an omnibus alone"
"$check_epub" set/omnibus/omnibus.epub || fail "the omnibus: references"
in_epub set/omnibus/omnibus.epub EPUB/text/contents.xhtml | grep -q 'Volume II: Ends' || fail "the omnibus: its second part"
[ ! -e set/volume-1 ] || fail "an omnibus alone: no volume"
run --all --epub --omnibus --sample --book "$root/content" --out set
[ "$(grep -c epub "$work/out")" = 10 ] || fail "four ebooks, the omnibus, a sample of each"
for epub in set/*/*.epub; do "$check_epub" "$epub" >refs || { fail "$epub: references"; cat refs; }; done

exit "$failed"
