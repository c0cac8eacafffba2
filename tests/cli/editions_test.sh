#!/bin/sh
# Print editions: their outlets' rules, split volumes, printed addresses, covers.
# usage: editions_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
mkdir "$work/here"
cd "$work/here"

pages_of() { pdfinfo "$1" | awk '/^Pages:/ { print $2 }'; }
size_of() { pdfinfo "$1" | awk '/^Page size:/ { print $3 " x " $5 }'; }

# ---- without an outlet nothing is worse than a warning

run volume-1 --pdf --edition print --book "$book"
expect_status 0 "no outlet"
expect_err "volume-1-print.pdf: warning[preflight]" "no outlet: the usual shop's rules"

# ---- what was kept of the run before changes nothing, whole or damaged

cp build/out/volume-1/volume-1-print.pdf fresh.pdf
run volume-1 --pdf --edition print --book "$book"
expect_same build/out/volume-1/volume-1-print.pdf fresh.pdf "parts that were kept"
for part in build/cache/store/*; do echo "no part" >"$part"; done
run volume-1 --pdf --edition print --book "$book"
expect_same build/out/volume-1/volume-1-print.pdf fresh.pdf "parts that are damaged"

run volume-1 --pdf --edition screen --book "$book"
cp build/out/volume-1/volume-1-screen.pdf fresh.pdf
run volume-1 --pdf --edition screen --book "$book"
expect_same build/out/volume-1/volume-1-screen.pdf fresh.pdf "parts of a screen's file that were kept"

# ---- the last run told what it found; clean forgets it, and nothing else

expect_err "; all from the cache; " "a run that finds all"
mkdir build/cache/diagrams
touch build/cache/mine build/cache/diagrams/old.svg build/cache/pictures.known # the latter two of earlier releases
run clean
expect_status 0 "clean"
[ "$(ls build/cache)" = mine ] || fail "clean leaves what it has not made, and nothing else: $(ls build/cache)"
run clean
expect_status 0 "clean again"
run volume-1 --pdf --edition screen --book "$book"
expect_same build/out/volume-1/volume-1-screen.pdf fresh.pdf "a file made anew"

# ---- linearized where that is asked for

pdfinfo fresh.pdf | grep -q "^Optimized: *no" || fail "a file is linearized unasked"
run volume-1 --pdf --edition screen --linearize --book "$book"
qpdf --check-linearization build/out/volume-1/volume-1-screen.pdf >"$work/log" 2>&1 || fail "--linearize"
pdfinfo build/out/volume-1/volume-1-screen.pdf | grep -q "^Optimized: *yes" || fail "--linearize does nothing"

# ---- what an outlet refuses is an error, and the file is there to be looked at

cat >>"$book/book.toml" <<'END'

[editions.print]
outlets = ["kdp"]
paper = "white"

[editions.shop]
kind = "print"
outlets = ["ingram"]
standard = "PDF/X-1a:2003"
tabs = true
crop-marks = true
END
run volume-1 --pdf --book "$book" --out out
expect_status 1 "an outlet that refuses"
expect_err "volume-1-print.pdf: error[preflight]: the file has too few pages" "an outlet that refuses"
expect_err "rule 'page-count-least' of kdp" "an outlet that refuses: its rule"
[ -s out/volume-1/volume-1-print.pdf ] || fail "a file that breaks a rule is written"
[ ! -e out/volume-1/volume-1-screen.pdf ] || fail "editions are those of the manifest"
grep -aq "(PDF/X-1a:2003)" out/volume-1/volume-1-shop.pdf || fail "the standard of the edition"
# 432 and 9 of bleed and 27 + 9 of room for marks on either side; 648 likewise.
[ "$(size_of out/volume-1/volume-1-shop.pdf)" = "495 x 720" ] || fail "bleed and marks: $(size_of out/volume-1/volume-1-shop.pdf)"
gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=inkcov -o "$work/ink" out/volume-1/volume-1-shop.pdf 2>/dev/null || true
[ ! -s "$work/ink" ] || awk '$1 + $2 + $3 > 0 { exit 1 }' "$work/ink" || fail "tabs are black ink"

sed 's/"ingram"/"ingrim"/' "$book/book.toml" >"$work/other.toml"
cp "$book/book.toml" "$work/kept.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-1 --pdf --edition shop --book "$book" --out out
expect_status 1 "an outlet that is not known"
expect_err "error[manifest-key]: there are no rules for PDF files of the outlet 'ingrim'" "an outlet that is not known"
cp "$work/kept.toml" "$book/book.toml"

# PDF/X-4 embeds a profile; where there is none for the paper, or none on the machine, the run says what to do.
sed 's/"PDF\/X-1a:2003"/"PDF\/X-4"\npaper = "cream"/' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-1 --pdf --edition shop --book "$book" --out x4
expect_status 1 "PDF/X-4 on paper without a profile"
expect_err "there is none for the paper 'cream'" "PDF/X-4 on paper without a profile"
[ ! -e x4 ] || [ -z "$(find x4 -type f)" ] || fail "a refused edition leaves a file"
sed '/^paper = "cream"/d' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-1 --pdf --edition shop --book "$book" --out x4
if [ -e /usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc ]; then
  pdfinfo x4/volume-1/volume-1-shop.pdf | grep -q "PDF/X-4" || fail "PDF/X-4"
else
  expect_status 3 "PDF/X-4 without its profile"
  expect_err "apt-get install texlive-base" "PDF/X-4 without its profile"
fi
cp "$work/kept.toml" "$book/book.toml"

# ---- covers

run volume-1 --cover --book "$book" --out covers
expect_status 0 "--cover"
for file in volume-1-cover-kdp.pdf volume-1-shop-cover-ingram.pdf volume-1-cover.jpg; do
  [ -s "covers/volume-1/$file" ] || fail "--cover makes no $file"
done
[ "$(find covers -type f | wc -l)" = 3 ] || fail "--cover makes covers alone"
[ "$(pages_of covers/volume-1/volume-1-cover-kdp.pdf)" = 1 ] || fail "a wrap is one page"
qpdf --check covers/volume-1/volume-1-cover-kdp.pdf >"$work/log" 2>&1 || fail "qpdf --check of a wrap"
qpdf --qdf --object-streams=disable covers/volume-1/volume-1-cover-kdp.pdf "$work/plain.pdf"
! grep -aEq '(^|[[:space:]])(rg|RG)([[:space:]]|$)|/DeviceRGB' "$work/plain.pdf" || fail "a wrap has colours of screens"
# Two panels of 432, the spine, 9 of bleed on either side; the spine grows with the pages.
pdfinfo -box covers/volume-1/volume-1-cover-kdp.pdf | awk '/^TrimBox/ { exit !($2 == 9 && $4 > 9 + 864) }' || fail "the wrap's trim"
run volume-1 --cover --edition screen --book "$book" --out covers
expect_status 2 "a cover for a screen"

# ---- a volume in several books

sed 's/^title = "Ends"/split-before = [3]\n&/; s/  chapter = \[{ file = "chapters\/three.md" }\]/&\n  [[volume.topic]]\n  title = "More"\n  chapter = [{ file = "chapters\/four.md" }]/' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
cp "$book/chapters/three.md" "$book/chapters/four.md"
run volume-2 --pdf --edition print --book "$book" --out split
expect_err "volume-2-print-part-2.pdf: error[preflight]" "each book is checked"
for part in 1 2; do [ -s "split/volume-2/volume-2-print-part-$part.pdf" ] || fail "no part $part"; done
pdfinfo split/volume-2/volume-2-print-part-2.pdf | grep -q "(part 2 of 2)" || fail "a part's title"
[ $(($(pages_of split/volume-2/volume-2-print-part-2.pdf) % 2)) = 0 ] || fail "a part has an odd number of pages"

# ---- addresses of links on paper

mkdir -p "$book/styles/ours"
printf 'extends = "six-by-nine"\n[reference]\nurls = "notes"\n' >"$book/styles/ours/style.toml"
sed 's/^\[editions.print\]/&\nstyle = "ours"/' "$book/book.toml" >"$work/other.toml"
mv "$work/other.toml" "$book/book.toml"
run volume-1 --pdf --edition print --book "$book" --out notes
pdftotext notes/volume-1/volume-1-print.pdf - | grep -q "example.org" || fail "the address of a link is not printed"
run volume-1 --pdf --edition screen --book "$book" --out notes
pdftotext notes/volume-1/volume-1-screen.pdf - >"$work/text"
! grep -q "example.org" "$work/text" || fail "a style's notes stand in editions of another style"

# ---- what is transparent in a cover's picture becomes part of it, or is told: presses know none

echo '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><rect width="400" height="600" fill="#048" opacity="0.4"/></svg>' \
  >"$book/figures/clear.svg"
sed -i '0,/^title = /s//cover = "figures\/clear.svg"\ntitle = /' "$book/book.toml"
run volume-1 --cover --edition print --book "$book" --out clear
expect_err "volume-1-cover-kdp.pdf: error[preflight]: something is transparent" "a transparent cover picture"

exit "$failed"
