#!/bin/sh
# Standard output and standard error that are closed, full, or have lost their reader.
# usage: streams_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
cd "$work"

expect_exit() {  # STATUS WHAT COMMAND: run by a shell of its own, where "$nbpublish" and "$book" are known
  status=0
  nbpublish=$nbpublish book=$book sh -c "$3" >"$work/out" 2>"$work/err" || status=$?
  expect_status "$1" "$2"
}

# ---- a result that is lost is an error

for command in list "dump --stage=document" "dump --stage=frames volume-2" "audit --all" --style-keys --help --version "list --help"; do
  case $command in *help | --*) in_book="" ;; *) in_book="--book \"\$book\"" ;; esac
  for lost in ">/dev/full" ">&-"; do
    expect_exit 3 "$command $lost" "\"\$nbpublish\" $command $in_book --quiet $lost"
    expect_err "nbpublish: cannot write to standard output: " "$command $lost"
  done
  expect_exit 0 "$command" "\"\$nbpublish\" $command $in_book --quiet"
done
for lost in ">/dev/full" ">&-"; do
  expect_exit 3 "publish $lost" "\"\$nbpublish\" volume-2 --epub --book \"\$book\" --out made $lost"
  [ -s made/volume-2/volume-2.epub ] || fail "publish $lost: the book is made all the same"
  expect_exit 3 "preflight $lost" "\"\$nbpublish\" preflight made/volume-2/volume-2.epub --for kobo $lost"
  expect_exit 3 "preflight --json $lost" "\"\$nbpublish\" preflight made/volume-2/volume-2.epub --for kobo --json $lost"
done
expect_exit 3 "full disk" "\"\$nbpublish\" list --book \"\$book\" >/dev/full"
expect_err "No space left on device" "the message says why"

# ---- a message that is lost is not

cp made/volume-2/volume-2.epub with-messages.epub
sed -i '/^rights/d' "$book/book.toml"  # a warning to lose
for lost in "2>/dev/full" "2>&-" "0<&- 1>/dev/null 2>&-"; do
  rm -r made
  expect_exit 0 "publish $lost" "\"\$nbpublish\" volume-2 --pdf --epub --book \"\$book\" --out made $lost"
  unzip -tqq made/volume-2/volume-2.epub || fail "publish $lost: the book is damaged"
  qpdf --check made/volume-2/volume-2-screen.pdf >"$work/log" 2>&1 || fail "publish $lost: the book is damaged"
  expect_exit 0 "check $lost" "\"\$nbpublish\" check --book \"\$book\" $lost"
  expect_exit 2 "a wrong option $lost" "\"\$nbpublish\" list --bogus --book \"\$book\" $lost"
  expect_exit 2 "no volume $lost" "\"\$nbpublish\" --pdf --book \"\$book\" $lost"
  expect_exit 1 "check --strict $lost" "\"\$nbpublish\" check --strict --book \"\$book\" $lost"
done
# Unless messages are the result.
expect_exit 3 "check --json 2>/dev/full" "\"\$nbpublish\" check --json --book \"\$book\" 2>/dev/full"

# ---- a reader that goes away has what it wanted

expect_exit 0 "list | head" "{ \"\$nbpublish\" list --book \"\$book\" 2>/dev/null; echo \$? >code; } | head -n 1 >/dev/null; exit \$(cat code)"
for command in "dump --stage=frames" "--all --epub --out piped" check; do
  expect_exit 0 "$command: no reader" "{ sleep 1; \"\$nbpublish\" $command --book \"\$book\" 2>&1; echo \$? >code; } | true; exit \$(cat code)"
done
[ -s piped/volume-1/volume-1.epub ] || fail "a book whose messages nobody reads"

exit "$failed"
