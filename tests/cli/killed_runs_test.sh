#!/bin/sh
# Runs that are killed at any time, and two at once: the next run makes what an undisturbed one does, and nothing half-made stays.
# usage: killed_runs_test.sh NBPUBLISH SOURCE_DIR; KILLS in the environment: how many
set -eu
nbpublish=$1
. "$2/tests/cli/small_book.sh"
kills=${KILLS:-6}
make_book
cd "$work"

run volume-1 --pdf --epub --book "$book"
expect_status 0 "an undisturbed run"
cp -r build/out fresh

litter() { find build -name '.nbpublish-*.tmp' | head -n 3; }

for kill in $(seq "$kills"); do
  # Something is new in each, so that there is something to make.
  [ $((kill % 3)) -ne 0 ] || rm -rf build/cache
  rm -rf build/out
  "$nbpublish" volume-1 --pdf --epub --quiet --book "$book" >/dev/null 2>&1 &
  victim=$!
  sleep "0.$(printf '%02d' $((kill * 37 % 90)))"
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  run volume-1 --pdf --epub --book "$book"
  expect_status 0 "a run after one that was killed"
  diff -r build/out fresh >"$work/log" 2>&1 || fail "after a kill: $(head -n 1 "$work/log")"
done

rm -rf build/cache build/out
for other in 1 2; do "$nbpublish" volume-1 --pdf --epub --quiet --book "$book" >/dev/null 2>"$work/other-$other" & done
wait
diff -r build/out fresh >"$work/log" 2>&1 || fail "two at once: $(head -n 1 "$work/log")"
run volume-1 --pdf --epub --book "$book"
expect_status 0 "a run after two at once"
diff -r build/out fresh >"$work/log" 2>&1 || fail "after two at once: $(head -n 1 "$work/log")"
# A killed run's temporary files go with the next that writes to their folder.
"$nbpublish" clean
run volume-1 --pdf --epub --book "$book"
[ -z "$(litter)" ] || fail "left behind: $(litter)"

exit "$failed"
