#!/usr/bin/env bash
# What the whole job costs, as a multiple of what pandoc alone takes to read the same chapters in one process, in
# the same run: CPU time, so that a busy machine changes little. Cold: the output folder is new each time.
# usage: scripts/bench.sh NBPUBLISH BOOK [RUNS]
set -euo pipefail
nbpublish=$(realpath "$1")
book=$(realpath "$2")
runs=${3:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'

cpu_seconds() {  # COMMAND...: the least of the runs
  for _ in $(seq "$runs"); do
    rm -rf "$work/run"
    mkdir "$work/run"
    { time (cd "$work/run" && "$@" >"$work/log" 2>&1); } 2>"$work/time" || { cat "$work/log" >&2; return 1; }
    awk '{ print $1 + $2 }' "$work/time"
  done | sort -g | head -n 1
}

mapfile -t chapters < <(find "$book/chapters" \( -name '*.md' -o -name '*.mdx' \) ! -name README.md | LC_ALL=C sort)
reference=$(cpu_seconds pandoc -f gfm -t json "${chapters[@]}" -o "$work/reference.json")
printf 'pandoc alone, %d chapters: %.2f CPU-s\n' "${#chapters[@]}" "$reference"

measure() {  # NAME OPTION...
  local name=$1 seconds
  shift
  seconds=$(cpu_seconds "$nbpublish" --all --quiet --book "$book" "$@")
  awk -v name="$name" -v s="$seconds" -v r="$reference" \
    'BEGIN { printf "%-20s %6.2f CPU-s = %5.2f times that\n", name ":", s, s / r }'
}

measure "PDF" --pdf
measure "EPUB" --epub
measure "PDF and EPUB" --pdf --epub
