#!/bin/sh
# install-debian.sh, with apt-get, sudo and id replaced: what it asks for, and that it asks for nothing when
# nothing is missing.
# usage: install_debian_test.sh ROOT
set -eu
script=$1/scripts/install-debian.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
mkdir "$work/bin"

fake() {  # NAME BODY
  printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

run() {  # LIST-LINES: runs the script with them, output in $work/out, calls of the fakes in $work/calls
  printf '%s\n' "$1" >"$work/list"
  : >"$work/calls"
  status=0
  PATH="$work/bin:$PATH" "$script" "$work/list" >"$work/out" 2>&1 || status=$?
}

expect() {  # STATUS CALLS WHAT
  if [ "$status" != "$1" ] || [ "$(cat "$work/calls")" != "$2" ]; then
    echo "$3: status $status, calls: $(cat "$work/calls")"
    cat "$work/out"
    failed=1
  fi
}

# shellcheck disable=SC2016
fake apt-get 'echo "apt-get $*" >>"${0%/*}/../calls"'
fake dpkg-query 'echo "installed-one installed"; echo "removed-one config-files"; exit 1'
options='-q -o DPkg::Lock::Timeout=300'

fake id 'echo 0'
run '# a comment
installed-one'
expect 0 '' 'nothing is missing'

run 'missing-one sh'
expect 0 '' 'the command that makes a package unnecessary is there'

run 'installed-one
missing-one no-such-command-here
removed-one   # with a comment'
expect 0 "apt-get $options update
apt-get $options install --yes --no-install-recommends missing-one removed-one" 'as root'

fake id 'echo 1000'
# shellcheck disable=SC2016
fake sudo 'echo sudo >>"${0%/*}/../calls"; exec "$@"'
run 'missing-one'
expect 0 "sudo
apt-get $options update
sudo
apt-get $options install --yes --no-install-recommends missing-one" 'as a user with sudo'

fake apt-get 'exit 100'
run 'missing-one'
expect 3 'sudo' 'apt-get fails'

exit $failed
