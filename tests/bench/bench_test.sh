#!/bin/sh
# The generated set is the same each time and a book without faults, and `make bench` measures it.
# usage: bench_test.sh NBPUBLISH ROOT BENCHES
set -eu
nbpublish=$1 root=$2 benches=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() {  # WHAT
  echo "FAILED: $1"
  failed=1
}
make_set() { "$root/tests/bench/make_set.py" --chapters 8 --scale 0.05 "$@"; }

# ---- the set

make_set "$work/set"
mkdir "$work/elsewhere"
(cd "$work/elsewhere" && make_set other)
diff -r "$work/set" "$work/elsewhere/other" >"$work/log" || fail "equal seeds give equal sets"
make_set --seed 22 "$work/elsewhere/other"
! diff -r "$work/set" "$work/elsewhere/other" >"$work/log" || fail "another seed gives another set"
mkdir "$work/elsewhere/mine"
! make_set "$work/elsewhere/mine" 2>"$work/log" || fail "a folder that is something else is replaced"
[ ! -e "$root/tests/bench/made/__pycache__" ] || fail "something is left beside the sources"

"$nbpublish" list --book "$work/set" >"$work/list" 2>"$work/log"
[ "$(grep -c '^volume-[1-4]' "$work/list")" = 4 ] || fail "four volumes"
[ "$(grep -c ' ready ' "$work/list")" = 4 ] && [ "$(grep -c ' planned$' "$work/list")" = 4 ] || fail "four chapters written, four planned"

"$nbpublish" --all --strict --quiet --pdf --edition screen --epub --book "$work/set" --out "$work/out" --cache "$work/cache" \
  >"$work/files" 2>"$work/log" || fail "the set is published without a warning"
[ ! -s "$work/log" ] || { fail "something is said of the set"; head -n 10 "$work/log"; }
[ "$(find "$work/out" -name '*-screen.pdf' | wc -l)" = 4 ] && [ "$(find "$work/out" -name '*.epub' | wc -l)" = 4 ] ||
  fail "a PDF and an EPUB of each volume"
# A reference to another volume says which.
for file in "$work"/out/*/*-screen.pdf; do pdftotext "$file" -; done >"$work/words"
tr '\n' ' ' <"$work/words" | grep -q '(Volume.I' || fail "no references between volumes"

# ---- the measurements

cp -R "$work/set" "$work/before"
# Another program, as pandoc calls it: SOURCE PDF.
mkdir "$work/bin"
printf '#!/bin/sh\nfor last; do :; done\necho %%PDF >"$last"\n' >"$work/bin/weasyprint"
chmod +x "$work/bin/weasyprint"
PATH=$work/bin:$PATH
"$root/scripts/bench.py" --runs 1 --json "$work/bench.json" "$nbpublish" "$benches" "$work/set" >"$work/table" 2>"$work/log" ||
  { fail "bench.py"; cat "$work/log"; }
diff -r "$work/set" "$work/before" >"$work/log" || fail "the book is as it was"
python3 - "$work/bench.json" <<'END' || fail "the figures"
import json, sys
told = json.load(open(sys.argv[1]))
assert told["chapters"] == 4 and told["pages"] >= 40 and told["rounds"] == 1, told
measured, left_out = told["measured"], told["left_out"]
assert {"pandoc alone", "cold", "warm", "edit", "all editions", "pandoc + weasyprint"} <= set(measured), measured
for name in ("floor", "pandoc + typst", "pandoc + lualatex", "pandoc + xelatex"):
    assert (name in measured) != (name in left_out), name
for name, of in measured.items():
    assert set(of) == {"cpu_s", "wall_s", "memory_mb", "size_bytes"}, of
    assert of["cpu_s"]["median"] > 0 and of["memory_mb"]["median"] > 1, (name, of)
assert measured["cold"]["size_bytes"]["median"] < measured["all editions"]["size_bytes"]["median"]
expected = {"cold, CPU: to pandoc + weasyprint", "cold, wall to own CPU", "warm, wall: to cold", "edit, CPU: to cold",
            "all editions, CPU: to cold"}
assert expected <= set(told["ratios"]), told["ratios"]
if "floor" in measured:
    assert "lines broken" in told["stages"]["floor"] and "cold, CPU: to the floor" in told["ratios"]
END
grep -q '^cold ' "$work/table" || fail "the table"

# ---- the floor, where it is built

if [ -x "$benches/floor_bench" ]; then
  printf '# The Heap\n\nWords that are set, and\n[divided](a.md) `here`.\n\n- An item.\n\n```js\nconst code = 1;\n```\n' >"$work/text.md"
  pandoc -f gfm -t json -o "$work/text.json" "$work/text.md"
  "$benches/floor_bench" "$work/floor.pdf" "$work/text.json" >"$work/stages" || fail "floor_bench"
  grep -q '^PDF finished ' "$work/stages" || fail "the stages of the floor"
  qpdf --check "$work/floor.pdf" >"$work/log" 2>&1 || { fail "qpdf --check of the floor"; cat "$work/log"; }
  pdfinfo "$work/floor.pdf" | grep -q '^Tagged: *yes' || fail "the floor is tagged"
  pdftotext "$work/floor.pdf" "$work/words"
  for words in "The Heap" "Words that are set, and divided here." "An item." "const code = 1;"; do
    grep -Fq "$words" "$work/words" || fail "the floor has no \"$words\""
  done
fi

exit $failed
