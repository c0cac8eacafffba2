#!/bin/sh
# Every #include in src/ stays within what the table of src/README.md allows its room, and that table is the
# one CMake links by. What a room may include, it may include through the rooms it names, too.
# usage: rooms.sh ROOT
set -eu
src=$1/src

# Lines "ROOM NAMED NAMED ..." of the table, the named ones sorted.
rooms_of_table() {
  awk -F '|' '
    function ticked(cell,   out) {
      while (match(cell, /`[^`]*`/)) {
        out = out " " substr(cell, RSTART + 1, RLENGTH - 2)
        cell = substr(cell, RSTART + RLENGTH)
      }
      return out
    }
    /^\| *`/ { print ticked($2) ticked($4) }' "$src/README.md" | sorted_lines
}

# The same of the nbp_room() calls.
rooms_of_cmake() {
  sed 's/#.*//' "$src/CMakeLists.txt" | tr '\n' ' ' | tr ')' '\n' | awk '
    sub(/^.*nbp_room\(/, "") {
      line = $1
      for (i = 2; i <= NF && $i != "LIBS"; ++i) if ($i != "ROOMS") line = line " " $i
      print line
    }' | sorted_lines
}

sorted_lines() {
  while read -r room named; do
    # shellcheck disable=SC2046,SC2086
    echo "$room" $(printf '%s\n' $named | sort)
  done | sort
}

# Lines "FILE:LINE INCLUDED" with paths relative to src/.
includes() {
  (cd "$src" && find . -name '*.cc' -o -name '*.h' | sort | sed 's|^\./||' | xargs grep -Hn '^ *# *include *"') |
    sed 's/^\([^:]*:[0-9]*\):[^"]*"\([^"]*\)".*/\1 \2/'
}

check_includes() {
  awk '
    # The room of a path: the longest room that is a folder of it.
    function room_of(path,   room, best) {
      for (room in rooms) if (index(path, room "/") == 1 && length(room) > length(best)) best = room
      return best
    }
    function reach(start, room,   i, n, next_rooms) {
      if ((start, room) in may) return
      may[start, room] = 1
      n = split(rooms[room], next_rooms, " ")
      for (i = 1; i <= n; ++i) reach(start, next_rooms[i])
    }
    FNR == NR { room = $1; $1 = ""; rooms[room] = $0; next }
    FNR == 1 { for (room in rooms) reach(room, room); rooms["main.cc"] = "cli" }
    {
      split($1, place, ":")
      from = room_of(place[1])
      to = room_of($2)
      if (to == "") print "src/" $1 ": \"" $2 "\" names no room of src/README.md"
      else if (from == "" && place[1] != "main.cc") print "src/" $1 ": the file stands in no room of src/README.md"
      else if (from != "" && !((from, to) in may)) print "src/" $1 ": " from " may not include " to
      else if (to ~ /^layout/ && from ~ /^output/) print "src/" $1 ": output never includes layout"
    }' "$1" "$2"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rooms_of_table >"$work/table"
rooms_of_cmake >"$work/cmake"
includes >"$work/includes"
[ -s "$work/table" ] || echo "src/README.md: no table of rooms" >"$work/breaches"
diff "$work/table" "$work/cmake" | sed -n \
  's/^</src\/README.md alone says:/p; s/^>/src\/CMakeLists.txt alone says:/p' >>"$work/breaches"
check_includes "$work/table" "$work/includes" >>"$work/breaches"
cat "$work/breaches"
[ ! -s "$work/breaches" ]
