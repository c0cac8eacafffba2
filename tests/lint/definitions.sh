#!/bin/sh
# No type and no function of a namespace is defined twice among what one program may be linked from: two definitions of a name
# break the one-definition rule, and the linker keeps either one without a word. Anonymous namespaces are a file's own affair,
# and the tests of two rooms are two programs.
# usage: definitions.sh ROOT
set -eu
cd "$1"

# Lines "KIND|SCOPE|NAME|SIGNATURE|FILE:LINE" of the definitions that others may see. Aliases count as types.
definitions() {
  set -- src
  [ ! -d tests ] || set -- src tests
  ctags -x -R --languages=C++ --langmap=C++:.cc.h --kinds-C++=cfgstu --_xformat='%K|%s|%N|%S|%F:%n' "$@" |
    grep -v '^[^|]*|[^|]*__anon' | grep '^[^|]*|nbpublish'
}

work=$(mktemp)
trap 'rm -f "$work"' EXIT
definitions | sort | awk -F '|' '
  # The program that a file of tests belongs to; "" for what is linked into all of them.
  function program(place,   part) {
    if (place !~ /^tests\/unit\//) return ""
    split(place, part, "/")
    return part[3]
  }
  {
    name = $2 "::" $3 ($1 == "function" ? $4 : "")
    for (i = 1; i <= count[name]; ++i) {
      other = places[name, i]
      if (program(other) == "" || program($5) == "" || program(other) == program($5))
        print $5 ": " name " is defined in " other " as well"
    }
    places[name, ++count[name]] = $5
  }' >"$work"
cat "$work"
[ ! -s "$work" ]
