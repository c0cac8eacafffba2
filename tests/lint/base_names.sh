#!/bin/sh
# No two units of src/ have one base name, whatever their rooms: a name in a report, a search or an editor's list stands for one
# thing. A .cc and the header of its name are one unit. The files of cli are called as the commands are that they hold, and so
# may be what a command does.
# usage: base_names.sh ROOT
set -eu
cd "$1"

work=$(mktemp)
trap 'rm -f "$work"' EXIT
find src -name '*.cc' -o -name '*.h' | grep -v '^src/cli/' | sed 's/\.[a-z]*$//' | sort -u | awk -F / '
  $NF in first { print $0 ": the base name stands for " first[$NF] " as well"; next }
  { first[$NF] = $0 }' >"$work"
cat "$work"
[ ! -s "$work" ]
