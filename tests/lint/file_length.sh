#!/bin/sh
# No file of src/ has more than 500 lines.
# usage: file_length.sh ROOT
set -eu
cd "$1"
long=$(find src -type f \( -name '*.cc' -o -name '*.h' \) -exec wc -l {} + |
  awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines, 500 are allowed" }' | sort)
[ -z "$long" ] && exit 0
echo "$long"
exit 1
