#!/bin/sh
# No units of a room include one another in a circle: what two of them need stands in a third, below both. A unit is a .cc with
# the header of its name, or either alone. Every include on a circle is told, file by file.
# usage: circles.sh ROOT
set -eu
cd "$1/src"

work=$(mktemp)
trap 'rm -f "$work"' EXIT
find . -name '*.cc' -o -name '*.h' | sort | sed 's|^\./||' | xargs grep -Hn '^ *# *include *"' |
  sed 's/^\([^:]*\):\([0-9]*\):[^"]*"\([^"]*\)".*/\1 \2 \3/' | awk '
  function unit_of(file) { sub(/\.[a-z]*$/, "", file); return file }
  function room_of(file) { sub(/\/[^\/]*$/, "", file); return file }
  # Marks what can be reached from `unit`.
  function reach(start, unit,   i) {
    if ((start, unit) in reached) return
    reached[start, unit] = 1
    for (i = 1; i <= count[unit]; ++i) reach(start, next_of[unit, i])
  }
  {
    from = unit_of($1)
    to = unit_of($3)
    if (from == to || room_of($1) != room_of($3)) next
    place[++places] = "src/" $1 ":" $2
    from_of[places] = from
    to_of[places] = to
    next_of[from, ++count[from]] = to
  }
  END {
    for (i = 1; i <= places; ++i) reach(to_of[i], to_of[i])
    for (i = 1; i <= places; ++i)
      if ((to_of[i], from_of[i]) in reached) print place[i] ": " to_of[i] " includes " from_of[i] " in turn"
  }' >"$work"
cat "$work"
[ ! -s "$work" ]
