#include "samples.h"

namespace nbpublish::test {

const std::vector<std::string_view>& languages() {
  static const std::vector<std::string_view> words{"js",   "jsx",        "ts",   "tsx",  "json", "sh",        "console",
                                                   "env",  "dockerfile", "py",   "c",    "cpp",  "yaml",      "diff",
                                                   "html", "css",        "http", "ansi", "text", "unheard-of"};
  return words;
}

std::string_view sample() {
  return R"sample(const naïve = `a ${b[`→ ${c}`]} d`; /re[/]x/gi / 2; // 🚀 end
class Ä extends B { #x = 1n; get y() { return <p a="é">t {z} </p>; } }
/* block
comment */ let s = 'it\'s' + "open
RUN npm ci && \
  echo "$(date +"%s") ${HOME:-`pwd`} $((1 + 2))" 'é'
cat <<EOF | tee <<-'B'
$ node a.js # run
> more
EOF
	B
case $x in a|b) f ;; esac
key: |
  block é
  scalar
- {a: [1, "x"], 'y': &z *z} # ü
"""triple
quoted""" r'raw' R"d(raw)d" #include <é.h>
--- a/é
+++ b/é
@@ -1 +1 @@
<script>let a = "</script>"</script><!-- é --><style>p{--é: #fff url('x')}</style>&eacute;
HTTP/1.1 200 OK
Hôte: x
export A="b ${C}" # d
)sample"
         "\x1b[1mbold é\x1b[0m\x1b[38;2;1;2;3mcolour\x1b[m \x1b]8;;http://x\x1b\\link\x1b[7";
}

}  // namespace nbpublish::test
