#include <catch2/catch.hpp>

#include "rows.h"

// clang-format off

TEST_CASE("JavaScript: keywords, numbers, comments") {
  CHECK_ROWS("js", R"table(
#!/usr/bin/env node
CCCCCCCCCCCCCCCCCCC
const x = 1; // hi
KKKKK     N  CCCCC
let total = 0xFF_FFn + 1_000.5e-3 / count / 2;
KKK         NNNNNNNN   NNNNNNNNNN           N
if (a === null || b !== undefined) throw NaN;
KK        KKKK          KKKKKKKKK  KKKKK NNN
await using fh = await open('a.csv');
KKKKK KKKKK      KKKKK FFFF SSSSSSS
/**
CCC
 * Adds one.
CCCCCCCCCCCC
 */
CCC
export default x;
KKKKKK KKKKKKK
)table");
}

TEST_CASE("JavaScript: imports and contextual words") {
  CHECK_ROWS("js", R"table(
import { createServer as make, Server } from 'node:http';
KKKKKK                KK       TTTTTT   KKKK SSSSSSSSSSS
import * as fs from "node:fs";
KKKKKK   KK    KKKK SSSSSSSSS
for (const [key, value] of Object.entries(map)) { total += value; }
KKK  KKKKK              KK TTTTTT FFFFFFF
const get = set, from = of, async = type;
KKKKK
import('./a.mjs').then(({ default: run }) => run());
KKKKKK SSSSSSSSS  FFFF    PPPPPPP            FFF
)table");
}

TEST_CASE("JavaScript: a slash is a regular expression where an operand may stand") {
  CHECK_ROWS("js", R"table(
const word = /[/\]]+\/x/gi.test(line) ? a / b : c / d;
KKKKK        SSSSSSSSSSSSS FFFF
if (done) /re/.exec(s);
KK        SSSS FFFF
total = (a + b) / 2 / list[0] / x++ / 4;
                  N        N          N
function f() {} /re/.test(s);
KKKKKKKK F      SSSS FFFF
return /unclosed
KKKKKK
const after = 1;
KKKKK         N
)table");
}

TEST_CASE("JavaScript: template literals nest") {
  CHECK_ROWS("js", R"table(
const page = `Hi ${req.url.split('/').map(p => `<${p}>`).join('')} !
KKKKK        SSSS      PPP FFFFF SSS  FFF      SS    SS  FFFF SS  SS
  second ${{ a: 1 }.a} line`;
SSSSSSSSS    P  N   P SSSSSS
tag`raw ${1 + 1} \` end`;
FFFSSSSS  N   N SSSSSSSS
)table");
}

TEST_CASE("JavaScript: functions, declared, assigned and called") {
  CHECK_ROWS("js", R"table(
async function* readAll(stream) { yield chunk.toString('utf8'); }
KKKKK KKKKKKKK  FFFFFFF           KKKKK       FFFFFFFF SSSSSS
const handler = async (req, res) => res.end();
KKKKK FFFFFFF   KKKKK                   FFF
const twice = n => n * 2, run = function () {};
KKKKK FFFFF            N  FFF   KKKKKKKK
process.on?.('exit', (code) => { process.exitCode ??= code; });
        FF   SSSSSS                      PPPPPPPP
)table");
}

TEST_CASE("JavaScript: classes and private names") {
  CHECK_ROWS("js", R"table(
class Pool extends EventEmitter {
KKKKK TTTT KKKKKKK TTTTTTTTTTTT
  #free = [];
  PPPPP
  static max = 4;
  KKKKKK PPP   N
  static { Pool.seal(); }
  KKKKKK   TTTT FFFF
  constructor(size) { super(); this.size = size; }
  FFFFFFFFFFF         KKKKK    KKKK PPPP
  get length() { return this.#free.length; }
  KKK FFFFFF     KKKKKK KKKK PPPPP PPPPPP
  async #grow() { await null; }
  KKKKK FFFFF     KKKKK KKKK
  delete(key) { return this.map.delete(key); }
  FFFFFF        KKKKKK KKKK PPP FFFFFF
}

@sealed
FFFFFFF
new net.Socket(), new agent();
KKK     TTTTTT    KKK TTTTT
)table");
}

TEST_CASE("JavaScript: keys are properties, labels and branches are not") {
  CHECK_ROWS("js", R"table(
const options = {
KKKKK
  timeout: 5_000,
  PPPPPPP  NNNNN
  'content-type': "text/plain",
  PPPPPPPPPPPPPP  SSSSSSSSSSSS
  default: undefined,
  PPPPPPP  KKKKKKKKK
  retry(attempt) { return attempt < 3; },
  FFFFF            KKKKKK           N
  highWaterMark: big ? small : MAX_SIZE,
  PPPPPPPPPPPPP
};

const { size: limit = 16, on } = options;
KKKKK   PPPP          NN
switch (kind) { case 'a': { break; } default: label: while (true) continue label; }
KKKKKK          KKKK SSS    KKKKK    KKKKKKK         KKKKK  KKKK  KKKKKKKK
)table");
  CHECK_ROWS("js", R"table(
{ name: 'x', of: [1, 2] }
  PPPP  SSS  PP   N  N
)table");
  CHECK_ROWS("js", R"table(
{

  "type": "module"
  PPPPPP  SSSSSSSS
}

)table");
}

TEST_CASE("JavaScript: an unclosed string ends with its line, an unclosed template does not") {
  CHECK_ROWS("js", R"table(
'unclosed
SSSSSSSSS
const next = 1;
KKKKK        N
`open ${ x
SSSSSS
const y = 2;
KKKKK     N
)table");
  CHECK_ROWS("js", R"table(
const s = `open
KKKKK     SSSSS
const y = 2;
SSSSSSSSSSSS
)table");
}

TEST_CASE("JSX: elements, attributes, expressions and text") {
  CHECK_ROWS("jsx", R"table(
function App({ items }) {
KKKKKKKK FFF
  return (
  KKKKKK
    <ul className="list" onClick={() => go(1)}>
     KK PPPPPPPPP SSSSSS PPPPPPP        FF N
      {items.map(i => <Item key={i.id} {...i} />)} don't / stop
             FFF       TTTT PPP    PP
      <></>

    </ul>
      KK
  );

}

const n = a < b && c > d;
KKKKK
)table");
}
