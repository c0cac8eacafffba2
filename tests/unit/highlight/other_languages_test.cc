#include <catch2/catch.hpp>

#include "rows.h"

// clang-format off

TEST_CASE("Python: strings, decorators, definitions") {
  CHECK_ROWS("py", R"table(
@app.route("/x")
FFFFFFFFFF SSSS
async def fetch(url: str, n=1_000) -> Response:
KKKKK KKK FFFFF      TTT    NNNNN     TTTTTTTT
    """Doc
    SSSSSS
    string"""
SSSSSSSSSSSSS
    data = rb'\x00' + f"{url}" # note
           SSSSSSSS   SSSSSSSS CCCCCC
    return Response(data.body, len(data), None, 1e-3j)
    KKKKKK TTTTTTTT      PPPP  FFF        KKKK  NNNNN
class Task(Base):
KKKKK TTTT TTTT
    pass
    KKKK
)table");
}

TEST_CASE("Python: an unclosed triple quote runs to the end") {
  CHECK_ROWS("python", R"table(
x = '''a
    SSSS
b
S
)table");
}

TEST_CASE("C++: directives, raw strings, members") {
  CHECK_ROWS("cpp", R"table(
#include <node_api.h>
KKKKKKKK SSSSSSSSSSSS
#define MAX(a, b) ((a) > (b) ? (a) : (b))
KKKKKKK FFF
static napi_value Add(napi_env env, const v8::FunctionCallbackInfo<v8::Value>& args) {
KKKKKK            TTT               KKKKK     TTTTTTTTTTTTTTTTTTTT     TTTTT
  auto s = R"x(raw )" text)x"; char c = '\'';
  KKKK     SSSSSSSSSSSSSSSSSS  TTTT     SSSS
  uint32_t n = 1'000'000u + 0xFF; /* note
  TTTTTTTT     NNNNNNNNNN   NNNN  CCCCCCC
  more */ return isolate->GetCurrentContext()->Global().length;
CCCCCCCCC KKKKKK          TTTTTTTTTTTTTTTTT    TTTTTT   PPPPPP
}

struct point { double x, y; };
KKKKKK TTTTT   TTTTTT
)table");
}

TEST_CASE("C: class is a name") {
  CHECK_ROWS("c", R"table(
struct list *class = NULL; size_t n = sizeof(int);
KKKKKK TTTT          KKKK  TTTTTT     KKKKKK TTT
)table");
}

TEST_CASE("HTML with script and style") {
  CHECK_ROWS("html", R"table(
<!DOCTYPE html>
  KKKKKKK PPPP
<!-- note -->
CCCCCCCCCCCCC
<p class="a" data-x=1 hidden>Tom &amp; Jerry < 3</p>
 K PPPPP SSS PPPPPP P PPPPPP     NNNNN            K
<script type="module">const x = 1;</script>
 KKKKKK PPPP SSSSSSSS KKKKK     N   KKKKKK
<style>p { color: #fff; margin: -1.5em }</style><br/>
 KKKKK     PPPPP  NNNN  PPPPPP  NNNNNN    KKKKK  KK
)table");
}

TEST_CASE("CSS") {
  CHECK_ROWS("css", R"table(
@media (min-width: 600px) {
KKKKKK             NNNNN
  a:hover { background: url("x.png") no-repeat; }
            PPPPPPPPPP  FFF SSSSSSS
  .list > li:nth-child(2n) { --gap: 4px; width: calc(100% - var(--gap)); }
             FFFFFFFFF NN    PPPPP  NNN  PPPPP  FFFF NNNN   FFF
}

/* end */
CCCCCCCCC
)table");
}
