#!/bin/sh
# No path of one person's machine and no package registry's host stands in the project's own files. (The book
# in content/ may speak of both; unit tests may make up home folders on their disk in memory.)
# usage: machine_names.sh ROOT
set -eu
cd "$1"

own_files() {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard
  else
    find . \( -type f -o -type l \) ! -path './.git/*' ! -path './build/*' ! -path './fonts/files/*' ! -path './node_modules/*' | sed 's|^\./||'
  fi | grep -v '^content/' | sort
}

# Links that leave the tree lead to nothing on another machine.
links() {
  own_files | while IFS= read -r file; do
    [ -L "$file" ] || continue
    case $(readlink "$file") in /*) echo "$file: a link to a path of this machine" ;; esac
  done
}

hosts='(^|[^A-Za-z0-9_-])(registry|mirror|packages|pkg|npm|deb|snapshot)[.][a-z0-9.-]+[.](org|com|net|io)'
folders='(^|[^A-Za-z0-9_.~}/-])/(home|root|Users|work)/[A-Za-z0-9._-]'
found=$(own_files | tr '\n' '\0' | xargs -0 grep -InE "$hosts|$folders|\"resolved\":" -- 2>/dev/null |
  grep -vE '^tests/unit/.*/(home|Users)/' || true)
found=$(printf '%s\n%s\n' "$found" "$(links)" | sed '/^$/d')
[ -z "$found" ] && exit 0
echo "$found"
exit 1
