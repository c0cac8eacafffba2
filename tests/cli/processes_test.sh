#!/bin/sh
# What a run leaves when a signal ends it: no program, no temporary folder, and its old files whole.
# usage: processes_test.sh NBPUBLISH ROOT
set -eu
nbpublish=$1 root=$2
# shellcheck source=tests/cli/small_book.sh
. "$root/tests/cli/small_book.sh"
make_book
mkdir "$work/bin" "$work/tmp" "$work/here"
cd "$work/here"

# A pandoc that never ends, and has a child of its own.
cat >"$work/bin/pandoc" <<END
#!/bin/sh
echo \$\$ >>"$work/pids"
sleep 1001 &
echo \$! >>"$work/pids"
echo ready >>"$work/ready"
wait
END
chmod +x "$work/bin/pandoc"

lives() { [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
expect_gone() {  # PID WHAT
  tries=0
  while lives "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { fail "$2: process $1 is still there"; kill -9 "$1"; return; }
    sleep 0.05
  done
}

# Starts a build with that pandoc in $pid, once it is being waited for.
start() {  # COMMAND...
  : >"$work/pids"
  rm -f "$work/ready"
  PATH=$work/bin:$PATH TMPDIR=$work/tmp "$@" "$nbpublish" volume-1 --epub --book "$book" --out "$work/out-files" --cache "$work/cache" \
    >"$work/out" 2>"$work/err" &
  pid=$!
  tries=0
  while [ ! -s "$work/ready" ] && [ "$tries" -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.05
  done
  [ -s "$work/ready" ] || fail "pandoc was not started"
}

# A shell without job control starts programs in the background with INT and QUIT ignored: `env` undoes that.
for ended in TERM:143 HUP:129 INT:130 QUIT:131; do
  signal=${ended%:*}
  start env --default-signal=INT,QUIT,HUP,TERM
  kill -"$signal" "$pid"
  status=0
  wait "$pid" || status=$?
  [ "$status" = "${ended#*:}" ] || fail "SIG$signal: ended with $status, not by the signal"
  [ -z "$(ls -A "$work/tmp")" ] || fail "SIG$signal: left in TMPDIR: $(ls "$work/tmp")"
  while read -r child; do expect_gone "$child" "SIG$signal"; done <"$work/pids"
done

# Killed, it can do nothing any more; the program that it waits for ends all the same.
start env
kill -9 "$pid"
wait "$pid" || true
expect_gone "$(sed -n 1p "$work/pids")" "SIGKILL"
kill -9 "$(sed -n 2p "$work/pids")" 2>/dev/null || true

# The folder that it has left is removed by a later run, and none that is in use.
[ -n "$(ls -A "$work/tmp")" ] || fail "SIGKILL leaves a folder: nothing to sweep"
touch -d '2 hours ago' "$work/tmp"/nbpublish-*
mkdir "$work/tmp/nbpublish-inused" "$work/tmp/nbpublish-newone"
touch -d '2 hours ago' "$work/tmp/nbpublish-inused"
TMPDIR=$work/tmp flock "$work/tmp/nbpublish-inused" "$nbpublish" volume-1 --epub --book "$book" --out "$work/out-files" --cache "$work/cache" >"$work/out" 2>"$work/err" ||
  fail "a run after one that was killed"
[ "$(ls "$work/tmp" | tr '\n' ' ')" = "nbpublish-inused nbpublish-newone " ] || fail "sweeping leaves $(ls "$work/tmp" | tr '\n' ' ')"
rm -rf "$work/tmp"/*

# nohup: a signal that is ignored ends nothing.
start env --ignore-signal=HUP
kill -HUP "$pid"
sleep 0.3
lives "$pid" || fail "SIGHUP is ignored under nohup"
kill -TERM "$pid"
wait "$pid" || true
[ -z "$(ls -A "$work/tmp")" ] || fail "left in TMPDIR: $(ls "$work/tmp")"

exit "$failed"
