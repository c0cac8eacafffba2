#!/bin/sh
# Publishes whole books, in all editions, with a program that was built under the sanitizers: a report of theirs ends it.
# usage: scripts/publish-sanitized.sh NBPUBLISH BOOK...
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
nbpublish=$1
shift
export LSAN_OPTIONS="suppressions=$root/tests/support/leaks.txt:print_suppressions=0"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for book in "$@"; do
  echo "publish-sanitized: $book"
  "$nbpublish" --all --edition all --epub --sample --cover --book "$book" --out "$out/out" --cache "$out/cache" >"$out/log" 2>&1 || {
    cat "$out/log"
    exit 1
  }
done
