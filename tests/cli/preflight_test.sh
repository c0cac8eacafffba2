#!/bin/sh
# The command preflight: on our own PDF, on what is none, and on files made to do harm.
# usage: preflight_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1
# shellcheck source=tests/cli/small_book.sh
. "$2/tests/cli/small_book.sh"
make_book
cd "$work"

run volume-1 --pdf --epub --book "$book" --out "$work/made" --quiet
pdf=$work/made/volume-1/volume-1-screen.pdf
epub=$work/made/volume-1/volume-1.epub

# ---- findings and exit codes

run preflight "$pdf" --for screen
expect_status 0 "our screen PDF for screens"
expect_out " for screen: " "the line of sums"
run preflight "$pdf" --for kdp
expect_status 1 "a screen PDF for a printer"
expect_out "error[outline]: the file has an outline (bookmarks): it has entries" "a screen PDF for a printer"
expect_out "error[page-count-least]" "a screen PDF for a printer"
grep -Eq ': page [0-9]+: warning\[rgb\]: ' "$work/out" || fail "findings name their pages"
grep -Eq ': pages [-0-9, ]+: warning\[rgb\]: the same on ' "$work/out" || fail "many pages are summed up"
run preflight "$pdf" --for kdp --json
expect_status 1 "--json"
! grep -vq '^{"file":.*"page":[0-9]*,"severity":".*","rule":".*","measured":".*","limit":".*"}$' "$work/out" || fail "--json: other lines than objects"
run preflight "$pdf" --for screen --strict
grep -q 'warning\[' "$work/out" && fail "--strict leaves warnings"

for store in apple google kindle kobo; do
  run preflight "$epub" --for "$store"
  expect_status 0 "our EPUB for $store"
  expect_out " for $store: " "the line of sums"
done
run preflight "$epub" --for apple --json
! grep -vq '^{"file":.*"entry":".*","line":[0-9]*,"column":[0-9]*,"severity":".*","rule":".*","measured":".*","limit":".*"}$' "$work/out" || fail "--json of an EPUB: other lines than objects"

# ---- wrong use: 2

run preflight "$pdf"
expect_status 2 "no outlet"
run preflight --for kdp
expect_status 2 "no file"
run preflight "$pdf" --for kpd
expect_status 2 "an unknown outlet"
expect_err "there are rules for ingram, kdp, lulu, screen" "an unknown outlet"
run preflight "$work/none.pdf" --for kdp
expect_status 2 "a file that is not there"
expect_err "none.pdf" "a file that is not there"
run preflight "$book/book.toml" --for kdp
expect_status 2 "another kind of file"
expect_err "preflight checks PDF and EPUB files" "another kind of file"
run preflight "$epub" --for kdp
expect_status 2 "a printer for an EPUB"
expect_err "there are rules for apple, google, kindle, kobo" "a printer for an EPUB"
run preflight "$pdf" --for apple
expect_status 2 "a store of EPUBs for a PDF"
expect_err "there are rules for ingram, kdp, lulu, screen" "a store of EPUBs for a PDF"

# ---- files that cannot be read: 1

cp "$work/made/volume-1/volume-1.epub" "$work/renamed.pdf"
run preflight "$work/renamed.pdf" --for kdp
expect_status 1 "an EPUB by another name"
expect_err "renamed.pdf: the file is not a PDF" "an EPUB by another name"
head -c 3000 "$pdf" >"$work/cut.pdf"
run preflight "$work/cut.pdf" --for screen
expect_status 1 "a truncated file"
expect_err "cut.pdf: the PDF is damaged" "a truncated file"
qpdf --encrypt secret secret 256 -- "$pdf" "$work/locked.pdf"
run preflight "$work/locked.pdf" --for screen
expect_status 1 "a password"
expect_err "it is encrypted and needs a password" "a password"
qpdf --encrypt "" secret 256 -- "$pdf" "$work/open.pdf"
run preflight "$work/open.pdf" --for screen
expect_status 1 "encryption without a password"
expect_out "error[encryption]" "encryption without a password"

head -c 3000 "$epub" >"$work/cut.epub"
run preflight "$work/cut.epub" --for kobo
expect_status 1 "a truncated EPUB"
expect_err "cut.epub: the archive is truncated or damaged" "a truncated EPUB"
cp "$pdf" "$work/renamed.epub"
run preflight "$work/renamed.epub" --for kobo
expect_status 1 "a PDF by another name"
expect_err "renamed.epub: the file is not an EPUB" "a PDF by another name"

exit "$failed"
