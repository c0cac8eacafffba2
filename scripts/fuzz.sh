#!/bin/sh
# Runs the fuzz targets of build/fuzz one after another, each for SECONDS on a copy of its seeds, and prints a line for each. An input
# that breaks a promise, takes ten seconds or two gigabytes is kept in build/fuzz/findings, and the script fails.
# usage: scripts/fuzz.sh SECONDS [TARGET...]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
seconds=$1
shift
build=$root/build/fuzz
seeds=$root/tests/fuzz/corpus

# Bytes of the longest input: what takes longer to run gets less.
longest() {
  case $1 in
    layout) echo 512 ;;
    picture | pdf | zip) echo 16384 ;;
    *) echo 4096 ;;
  esac
}

# The last "cov:" of a log: "#4711 DONE cov: 120 ft: 300 corp: 40/2Kb ..."
number_after() {
  sed -n "s/.* $1: \([0-9]*\).*/\1/p" "$2" | tail -n 1
}

fuzz() {
  name=$1
  log=$build/log/$name.txt
  corpus=$work/$name
  mkdir -p "$corpus"
  cp "$seeds/$name/"* "$corpus/"
  status=0
  "$build/tests/fuzz/${name}_fuzz" -max_total_time="$seconds" -max_len="$(longest "$name")" -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$build/findings/$name-" "$corpus" >"$log" 2>&1 || status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-13s %9s executions %7s edges %6s inputs' "$name" "${runs:-?}" "$(number_after cov "$log")" "$(number_after corp "$log")"
  if [ "$status" -eq 0 ]; then
    echo
  else
    echo "  FOUND: $(sed -n 's/^.*Test unit written to //p' "$log" | tail -n 1), $log"
    found=yes
  fi
}

if [ -w /dev/shm ]; then memory=/dev/shm; else memory=${TMPDIR:-/tmp}; fi
work=$(mktemp -d -p "$memory")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir -p "$build/findings" "$build/log"
# Some targets make temporary files: not on a disk, thousands of times a second.
export TMPDIR="$work"
export ASAN_SYMBOLIZER_PATH="${ASAN_SYMBOLIZER_PATH:-$(command -v llvm-symbolizer-19 || true)}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/support/leaks.txt:print_suppressions=0}"

# shellcheck disable=SC2046 # names of folders without blanks
[ $# -gt 0 ] || set -- $(ls "$seeds")
found=no
for target in "$@"; do fuzz "$target"; done
[ "$found" = no ]
