#include <catch2/catch.hpp>

#include "rows.h"

// clang-format off

TEST_CASE("shell: commands, options, assignments, redirections") {
  CHECK_ROWS("sh", R"table(
#!/bin/bash
CCCCCCCCCCC
NODE_ENV=production PORT=8080 node --inspect server.js 2>&1 | head -20  # run
PPPPPPPP            PPPP      FFFF                            FFFF      CCCCC
sudo -u node npm start && kill -TERM $PID &
FFFF    FFFF              FFFF       PPPP
docker run -e NODE_ENV=test -p 80:80 node:22
FFFFFF        PPPPPPPP
files=(a.js b.js); export PATH=$PATH:/opt/bin
PPPPP              FFFFFF PPPP PPPPP
V=`uname -r` W=$(id) make -j2
P  FFFFF     P   FF  FFFF
)table");
}

TEST_CASE("shell: compound commands") {
  CHECK_ROWS("bash", R"table(
if [ -f "$HOME/.env" ]; then source ./env; else exit 1; fi
KK      SPPPPPSSSSSS    KKKK FFFFFF        KKKK FFFF N  KK
for f in *.js; do echo "file: ${f%.js} at $(date +%s) done"; done
KKK   KK       KK FFFF SSSSSSSPPPPPPPPSSSS  FFFF     SSSSSS  KKKK
while read -r line; do printf '%s\n' "$line"; done < input.txt
KKKKK FFFF          KK FFFFFF SSSSSS SPPPPPS  KKKK
case "$1" in
KKKK SPPS KK
  start|stop) run "$1" ;;
              FFF SPPS
  *) echo 'usage' >&2 ;;
     FFFF SSSSSSS
esac
KKKK
greet() { local name=$1; echo hi; }
FFFFF   K FFFFF PPPP PP  FFFF     K
function stop { return 0; }
KKKKKKKK FFFF K FFFFFF N  K
time ( \
KKKK
  curl http://localhost:5000/ & \
  FFFF
  wait
  FFFF
)

)table");
}

TEST_CASE("shell: arithmetic is no here-document and no command") {
  CHECK_ROWS("zsh", R"table(
total=$(( count + 1 )); (( total > 3 )) && echo $((total << two))
PPPPP             N                N       FFFF
for ((i=0; i<3; i++)); do :; done
KKK          N         KK F  KKKK
)table");
}

TEST_CASE("shell: here-documents") {
  CHECK_ROWS("sh", R"table(
cat > app.conf <<EOF | tee log
FFF              SSS   FFF
listen $PORT
SSSSSSSSSSSS
  # no comment
SSSSSSSSSSSSSS
EOF
SSS
cat <<-'A' <<B; echo done
FFF    SSS   S  FFFF
	A
SS
x
S
B
S
ls
FF
)table");
}

TEST_CASE("shell: strings over lines, unclosed expansions") {
  CHECK_ROWS("sh", R"table(
echo 'one
FFFF SSSS
two' "three $x
SSSS SSSSSSSPP
four" $'a\'b'
SSSSS SSSSSSS
echo ${open
FFFF PPPPPP
ls
FF
)table");
}

TEST_CASE("a shell fence that begins with a prompt is a session") {
  CHECK_ROWS("bash", R"table(
$ npm start
$$>>>>>>>>>


> app@1.0.0 start
ooooooooooooooooo
> node server.js
oooooooooooooooo
)table");
}

TEST_CASE("console: prompts, typed text, output") {
  CHECK_ROWS("console", R"table(
$ node server.js   # starts
$$>>>>>>>>>>>>>>>>>CCCCCCCC
Listening on 8080
ooooooooooooooooo
# a remark
CCCCCCCCCC
$ curl -s \
$$>>>>>>>>>
>   http://localhost:8080/
$$>>>>>>>>>>>>>>>>>>>>>>>>
> not a prompt
oooooooooooooo
$ echo "two # no
$$>>>>>>>>>>>>>>
> lines"
$$>>>>>>
two
ooo
user@host:~/app$ cat <<EOF
$$$$$$$$$$$$$$$$$>>>>>>>>>
x
>
EOF
>>>
x
o
$
$
)table");
}

TEST_CASE("console: root's prompt, and dialogues of node and python") {
  CHECK_ROWS("shell-session", R"table(
# apt-get install nodejs
$$>>>>>>>>>>>>>>>>>>>>>>
Reading...
oooooooooo
)table");
  CHECK_ROWS("terminal", R"table(
> const a = '#'
$$>>>>>>>>>>>>>
undefined
ooooooooo
> function f() {
$$>>>>>>>>>>>>>>
... }
$$$$>
undefined
ooooooooo
)table");
  CHECK_ROWS("console", R"table(
>>> import os
$$$$>>>>>>>>>
>>> 1
$$$$>
1
o
)table");
}
