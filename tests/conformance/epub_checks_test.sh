#!/bin/sh
# What conformance.sh asks about EPUBs finds the faults of a page that has one of each kind, and nothing on a sound one. The
# parts that need Node.js and Chromium are skipped (77) where scripts/conformance.sh has not brought them yet; it runs this test
# before it trusts them, so that they are never skipped where they count.
# usage: epub_checks_test.sh ROOT
set -eu
here=$1/tests/conformance
packages=$1/build/npm/conformance/node_modules
node=$packages/node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')/bin/node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

expect() {  # STATUS WHAT LINE... (what was said is in $work/out)
  if [ "$status" != "$1" ]; then
    echo "$2: expected status $1, got $status and:"
    cat "$work/out"
    failed=1
  fi
  what=$2
  shift 2
  for line; do
    grep -Fq -- "$line" "$work/out" || { echo "$what: \"$line\" is not in:"; cat "$work/out"; failed=1; }
  done
}

run() {
  status=0
  "$@" >"$work/out" 2>&1 || status=$?
}

printf '# ID FILE reason\nA-1 EPUB/a.css known\nA-2 EPUB/a.css\n' >"$work/list"
usage() { printf '%s\n' "$1" | "$here/unexplained_usage.sh" "$work/list" "my book.epub"; }
run usage 'USAGE(A-1): my book.epub/EPUB/a.css(6,14): Known.'
expect 0 "an explained message"
run usage 'USAGE(A-1): my book.epub/EPUB/b.css(6,14): Known.'
expect 1 "the same of another file" "EPUB/b.css"
run usage 'USAGE(A-2): my book.epub/EPUB/a.css(6,14): Listed.'
expect 1 "listed without a reason" "USAGE(A-2)"
run usage 'USAGE(A-3): my book.epub: New.'
expect 1 "a new message of no file" "USAGE(A-3)"

[ "$failed" -eq 0 ] || exit 1
if [ ! -x "$node" ] || ! command -v chromium >/dev/null; then
  echo "skipped: the checks of pages want Node.js and Chromium, which 'make conformance' brings; it runs this test too"
  exit 77
fi

report() {  # OUTCOME ASSERTIONS
  printf '{"earl:result":{"earl:outcome":"%s"},"assertions":[%s]}' "$1" "$2" >"$work/report.json"
  run "$node" "$here/ace_findings.mjs" "$work/report.json"
}
report pass ''
expect 0 "a report without violations"
report fail '{"earl:testSubject":{"url":"a.xhtml"},"assertions":[{"earl:result":{"earl:outcome":"fail","dct:description":"no text","earl:pointer":{"css":["img"]}},"earl:test":{"dct:title":"image-alt"}}]}'
expect 1 "a report with one" "a.xhtml img: image-alt: no text"

page() {  # FOLDER STYLE BODY
  mkdir -p "$work/$1"
  cat >"$work/$1/a.xhtml" <<END
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A</title><style>$2</style></head><body>$3</body></html>
END
  run "$node" "$here/browser/check.mjs" "$work/$1" "$(command -v chromium)"
}
page sound 'pre { white-space: pre-wrap; overflow-wrap: anywhere } a { color: inherit } .wide { overflow: auto }' \
  '<p>Text <a href="#a">linked</a>.</p><pre>const a = 1;                                        // a long line</pre>
   <div class="wide" tabindex="0" aria-label="Wide"><pre style="white-space: pre">a line that is so long that it scrolls in its own box</pre></div>'
expect 0 "a sound page" "1 documents in" ": 0 faults"
page faulty 'pre { white-space: pre-wrap } pre span { display: block; margin: 3em 0 } .tall { height: 900px; width: 1px }
   .pale { color: #777 } .mark::before { content: "x"; color: #f99 } .box { width: 8em; overflow: auto }' \
  '<p id="word">Thisisawordofmorethanfortycharactersthatdoesnotdivide</p><p class="pale">pale</p><p class="mark">mark</p>
   <div class="box"><p>Thisisawordofmorethanfortycharactersthatdoesnotdivide</p></div><img class="tall" src="none.png" alt="" />
   <pre><span>one</span><span>two</span></pre>'
expect 1 "a faulty page" "phone: overflow: <p#word>" "phone: contrast: text of p.pale at 4.5:1" "phone: contrast: ::before of p.mark" \
  "phone: scrollers: <div.box>" "phone: unbreakable: <img.tall>" "phone: copies: <pre>" "loading:"

exit $failed
