// MDX: tags and expressions of JSX by themselves, and a chapter with them.
#include "fuzz/chapter_reading.h"
#include "fuzz/fuzz.h"
#include "source/jsx.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

void read_pieces(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') {
      const auto tag = read_jsx_tag(text, i);
      must(!tag || (tag->end > i && tag->end <= text.size() && text[tag->end - 1] == '>'), "a tag ends behind its >");
    }
    if (text[i] == '{') {
      const auto end = end_of_braces(text, i);
      must(!end || (*end > i && *end <= text.size() && text[*end - 1] == '}'), "braces end behind a }");
      if (end) (void)string_literal(text.substr(i, *end - i));
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  read_pieces(text);
  read_chapter_twice(text, "a.mdx");
  return 0;
}
