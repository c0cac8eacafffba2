#include <catch2/catch.hpp>

#include "rows.h"

// clang-format off

TEST_CASE("JSON: keys, values, comments") {
  CHECK_ROWS("json", R"table(
{

  // note
  CCCCCCC
  "name": "x\"y", "n": [-1.5e+3, true, null],
  PPPPPP  SSSSSS  PPP   NNNNNNN  KKKK  KKKK
  key: 'v', ... }
  PPP  SSS
)table");
}

TEST_CASE("env files") {
  CHECK_ROWS("env", R"table(
# settings
CCCCCCCCCC
PORT=8080
PPPP NNNN
export NAME = "Node ${PORT}" # why
KKKKKK PPPP   SSSSSSPPPPPPPS CCCCC
URL=postgres://u:p@h/db?x=$PORT#frag # note
PPP SSSSSSSSSSSSSSSSSSSSSSPPPPPSSSSS CCCCCC
KEY='multi
PPP SSSSSS
line $X'
SSSSSSSS
EMPTY=
PPPPP
broken line

)table");
}

TEST_CASE("Dockerfile") {
  CHECK_ROWS("dockerfile", R"table(
# syntax=docker/dockerfile:1
CCCCCCCCCCCCCCCCCCCCCCCCCCCC
FROM node:22-slim AS build
KKKK              KK
ARG VERSION="1.0"
KKK PPPPPPP SSSSS
ENV NODE_ENV=production PORT=8080
KKK PPPPPPPP            PPPP NNNN
WORKDIR /app
KKKKKKK
COPY --from=build --chown=node:node /app/dist ./dist
KKKK
RUN npm ci --omit=dev && \
KKK FFF
    # keep it small
    CCCCCCCCCCCCCCC
    npm cache clean
    FFF
RUN <<EOF
KKK   SSS
apt-get update
SSSSSSSSSSSSSS
EOF
SSS
EXPOSE 8080
KKKKKK NNNN
HEALTHCHECK --interval=5s CMD curl -f http://localhost:$PORT/
KKKKKKKKKKK               KKK                          PPPPP
ENTRYPOINT ["tini", "--"]
KKKKKKKKKK  SSSSSS  SSSS
CMD ["node", "server.js"]
KKK  SSSSSS  SSSSSSSSSSS
)table");
}

TEST_CASE("YAML: keys, scalars, flow collections, anchors, comments") {
  CHECK_ROWS("yaml", R"table(
# service
CCCCCCCCC
version: "3.9"
PPPPPPP  SSSSS
services:
PPPPPPPP
  web: &web
  PPP  TTTT
    image: node:22-slim
    PPPPP
    ports: ["8080:80", 9229]
    PPPPP   SSSSSSSSS  NNNN
    env: {NODE_ENV: production, debug: false}
    PPP   PPPPPPPP              PPPPP  KKKKK
    "quoted key": 'it''s' # note
    PPPPPPPPPPPP  SSSSSSS CCCCCC
    retries: -3
    PPPPPPP  NN
    url: http://x:80/#frag
    PPP
  - <<: *web
    PP  TTTT
  - !ruby/sym name
    TTTTTTTTT
---

done: yes
PPPP  KKK
)table");
}

TEST_CASE("YAML: block scalars end where the indent does") {
  CHECK_ROWS("yml", R"table(
command: |
PPPPPPP
  node server.js
SSSSSSSSSSSSSSSS
  # not a comment
SSSSSSSSSSSSSSSSS


  exit 0
SSSSSSSS
list:
PPPP
  - |

    text
SSSSSSSS
  - text: >-
    PPPP
      folded
SSSSSSSSSSSS
    next: 1
    PPPP  N
)table");
}

TEST_CASE("diff: headers, hunks, lines") {
  CHECK_ROWS("diff", R"table(
diff --git a/x.js b/x.js
KKKKKKKKKKKKKKKKKKKKKKKK
--- a/x.js
KKKKKKKKKK
+++ b/x.js
KKKKKKKKKK
@@ -1,3 +1,3 @@
CCCCCCCCCCCCCCC
 const a = 1;

-let b;
-------
--- old
-------
+let c;
+++++++
++ d
++++
)table");
}

TEST_CASE("HTTP messages") {
  CHECK_ROWS("http", R"table(
POST /a HTTP/1.1
KKKK
Host: x:80
PPPP
Content-Length: 5
PPPPPPPPPPPPPP


ok: 1

HTTP/1.1 404 Not Found
KKKKKKKK NNN
Via: b
PPP
)table");
}
