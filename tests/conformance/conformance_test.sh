#!/bin/sh
# scripts/conformance.sh tells sound PDFs from unsound ones. (EPUBs: epub_checks_test.sh.)
# usage: conformance_test.sh ROOT
set -eu
script=$1/scripts/conformance.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# A page that says "Hello" in a font that is not embedded; qpdf builds the cross-reference table.
write_pdf() {  # FILE EXTRA-KEYS-OF-CATALOG
  cat >"$work/hand.pdf" <<END
%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R $2 >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 432 648] /Contents 4 0 R
   /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
endobj
4 0 obj
<< /Length 39 >>
stream
BT /F1 12 Tf 72 500 Td (Hello) Tj ET  
endstream
endobj
trailer << /Root 1 0 R /Size 5 >>
startxref
0
%%EOF
END
  qpdf --warning-exit-0 --no-warn "$work/hand.pdf" "$1"
}

expect() {  # STATUS FOLDER LINE...
  status=0
  "$script" "$2" >"$work/out" 2>&1 || status=$?
  wanted=$1
  shift 2
  for line; do
    if [ "$status" != "$wanted" ] || ! grep -Fq -- "$line" "$work/out"; then
      echo "expected status $wanted and \"$line\", got status $status and:"
      cat "$work/out"
      failed=1
    fi
  done
}

mkdir "$work/none" "$work/damaged" "$work/plain"
expect 1 "$work/none" "no PDF and no EPUB below"

echo 'not a PDF' >"$work/damaged/a.pdf"
expect 1 "$work/damaged" "FAILED  qpdf" "FAILED  text" "conformance: 0 passed, 4 failed"

write_pdf "$work/plain/untagged.pdf" ""
write_pdf "$work/plain/tagged.pdf" "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>"
expect 1 "$work/plain" "ok      qpdf: $work/plain/untagged.pdf" "ok      text: $work/plain/untagged.pdf" \
  "FAILED  fonts: $work/plain/untagged.pdf" "not embedded: Helvetica" \
  "FAILED  tags: $work/plain/untagged.pdf" "ok      tags: $work/plain/tagged.pdf" \
  "conformance: 5 passed, 3 failed"

exit $failed
