#!/bin/sh
# Prints those usage messages among epubcheck's on standard input that LIST does not explain; ends with 0 if there are none.
# usage: unexplained_usage.sh LIST EPUB
set -eu
awk -v prefix="$2/" '
  NR == FNR { if ($1 !~ /^#/ && NF > 2) explained[$1 " " $2] = 1; next }
  /^USAGE\(/ {
    id = substr($0, 7, index($0, ")") - 7)
    at = index($0, prefix)
    file = at ? substr($0, at + length(prefix)) : ""
    sub(/\([0-9]+,[0-9]+\).*/, "", file)
    if ((id " " file) in explained) next
    print
    bad = 1
  }
  END { exit bad }' "$1" -
