#!/bin/sh
# Files are opened by few: what a book brings through platform/door.h alone (note [door] there), the program's own and
# what is named on the command line by those that are listed here. And one file writes to the standard streams.
# usage: door.sh ROOT
set -eu
cd "$1"
status=0

only_in() {  # PATTERN FILES WHY: only these files may hold the pattern
  found=$(grep -rnE "$1" src --include='*.cc' --include='*.h' | grep -vE "^($2):|^[^:]*:[0-9]+: *//" || true)
  [ -z "$found" ] && return
  printf '%s\n' "$found" | sed "s|\$|  <- $3|"
  status=1
}

own='src/platform/[a-z_]+\.(cc|h)|src/diagram/draw_diagrams\.cc'
only_in '[.>]read_file\(' "$own|src/text/font_(library|manifest)\.cc|src/preflight/rules/outlet_rules\.cc|src/cover/cover_rules\.cc|src/pipeline/output_intents\.cc" \
  "read_inside() reads a book's files"
only_in '\bread_at_most\(' "$own|src/style/read_style\.cc|src/graph/store\.cc|src/pipeline/(kept_runs|typography)\.cc|src/cli/preflight\.cc|src/workshop/ledger\.cc" \
  "read_inside() reads a book's files"
only_in '\b[io]?fstream\b|\bfopen\(|\bfreopen\(|[^_a-z.>]open(at)?\([^)]*O_' 'src/platform/[a-z_]+\.(cc|h)|src/source/pandoc_reader\.cc|src/cli/output\.cc' \
  "FileSystem and platform/door.h open files"
only_in 'fmt::print\(|std::(cout|cerr|clog)\b|\bprintf\(|\bputs\(|\bfputs\(' 'src/cli/output\.cc' \
  "cli/output.h prints"

exit "$status"
