#!/bin/sh
# Puts exactly the files of fonts/fonts.toml into fonts/files/, each checked against its SHA-256. Files come
# from Debian packages (setup.sh installs them) and npm packages (the versions of fonts/package-lock.json). Where every file is there and right, nothing is fetched.
# usage: scripts/fetch-fonts.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
manifest=$root/fonts/fonts.toml
files=$root/fonts/files
npm_folder=$root/build/npm/fonts

die() {
  printf 'fonts: %s\n' "$1" >&2
  exit 3
}

# The manifest as lines of: sha256|file|source|face
manifest_lines() {
  awk '
    function value(line) { sub(/^[^=]*= */, "", line); gsub(/"/, "", line); return line }
    function flush() { if (file) print sha "|" file "|" source "|" family " " weight (italic ? " italic" : "") }
    /^\[\[font\]\]/ { flush(); family = weight = file = source = sha = ""; italic = 0 }
    /^family *=/ { family = value($0) }
    /^weight *=/ { weight = value($0) }
    /^italic *= *true/ { italic = 1 }
    /^file *=/ { file = value($0) }
    /^source *=/ { source = value($0) }
    /^sha256 *=/ { sha = value($0) }
    END { flush() }' "$manifest"
}

has_sum() {  # FILE SHA256
  [ -f "$1" ] && [ "$(sha256sum <"$1" | cut -d ' ' -f 1)" = "$2" ]
}

all_files_are_right() {
  awk -F '|' -v files="$files" '{ print $1 "  " files "/" $2 }' "$work/lines" |
    sha256sum --check --status 2>/dev/null
}

# The path at which the package of a source holds the file, or nothing.
path_in_source() {  # SOURCE FILE
  case $1 in
    debian:*) dpkg -L "${1#debian:}" 2>/dev/null | grep -x ".*/$2" | head -n 1 ;;
    npm:*)
      package=${1#npm:}
      find "$npm_folder/node_modules/${package%@*}" -name "$2" 2>/dev/null | head -n 1
      ;;
  esac
}

step_for() {  # SOURCE
  case $1 in
    debian:*) echo "apt-get install --reinstall ${1#debian:}" ;;
    *) echo "rm -r build/npm/fonts && make setup" ;;
  esac
}

fetch() {  # SHA256 FILE SOURCE FACE
  has_sum "$files/$2" "$1" && return
  case $3 in
    npm:*) "$root/scripts/npm-packages.sh" "$root/fonts" fonts ;;
    debian:*) ;;
    *) die "fonts.toml: unknown source '$3' of $4 ($2)" ;;
  esac
  found=$(path_in_source "$3" "$2")
  [ -n "$found" ] || die "$4: the file $2 is not in $3; to bring it: $(step_for "$3")"
  has_sum "$found" "$1" ||
    die "$4: $2 of $3 does not have the SHA-256 that fonts/fonts.toml names; to bring it anew: $(step_for "$3")"
  cp "$found" "$files/$2.part"
  chmod 644 "$files/$2.part"
  mv "$files/$2.part" "$files/$2"
}

remove_other_files() {
  cut -d '|' -f 2 "$work/lines" >"$work/wanted"
  for path in "$files"/*; do
    grep -Fxq "${path##*/}" "$work/wanted" || rm -f "$path"
  done
}

mkdir -p "$files"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
manifest_lines >"$work/lines"
remove_other_files
all_files_are_right && exit 0
while IFS='|' read -r sha file source face; do
  fetch "$sha" "$file" "$source" "$face" </dev/null
done <"$work/lines"
echo "fonts: $(wc -l <"$work/lines") faces in fonts/files"
