#!/bin/sh
# Every shell script of the project parses, and those that people start can be started.
# usage: shell_scripts.sh ROOT
set -eu
cd "$1"
failed=0
for script in scripts/*.sh .ci/run; do
  [ -x "$script" ] || { echo "$script: not executable"; failed=1; }
done
for script in scripts/*.sh .ci/run tests/*/*.sh; do
  case $(head -n 1 "$script") in
    '#!/bin/sh') sh -n "$script" || failed=1 ;;
    '#!/usr/bin/env bash') bash -n "$script" || failed=1 ;;
    *) echo "$script: neither #!/bin/sh nor #!/usr/bin/env bash"; failed=1 ;;
  esac
done
exit $failed
