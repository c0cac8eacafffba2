// Smart punctuation, whatever it is given.
#include "source/smart_punctuation.h"

#include "base/utf8.h"
#include "support/blocks.h"
#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Pieces that its rules look for, and what they make of them.
const std::vector<std::string> kPieces = {"a", "I", "s",      "no", "1",      "20",   "\"", "'", "-",      "--",   "---", "...", ".",
                                          ",", "(", ")",      " ",  " ",      " ",    "/",  ":", "“",      "”",    "‘",   "’",   "–",
                                          "—", "…", "\u00a0", "ms", "Figure", "e.g.", "é",  "`", "5'10\"", "'90s", "J.",  "RFC"};

std::string any_words() {
  std::string made;
  for (const std::string& piece : *up_to(12, rc::gen::elementOf(kPieces))) made += piece;
  return made;
}

// A leaf of a few inlines.
Inlines any_leaf() {
  Inlines made;
  for (int left = *whole_range(1, 5); left > 0; --left) {
    const int kind = *whole_range(0, 8);
    if (kind == 0) made.push_back(code(any_words()));
    else if (kind == 1) made.push_back({{}, SoftBreak{}});
    else if (kind == 2) made.push_back({{}, Emphasis{{text(any_words())}}});
    else if (kind == 3) made.push_back({{}, LineBreak{}});
    else made.push_back(text(any_words()));
  }
  return made;
}

std::string dump_of(const Inlines& inlines) { return dump(document_of({paragraph(inlines)})); }

// Letters, digits and code, which no rule touches.
std::string words_of(const Inlines& inlines) {
  std::string made;
  for (const char32_t c : to_utf32(plain_text(inlines)))
    if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'é') append_utf8(made, c);
  return made;
}

}  // namespace

TEST_CASE("smart punctuation changes nothing in what it has made") {
  check_property(2000, [] {
    Inlines leaf = any_leaf();
    RC_LOG() << dump_of(leaf);
    apply_smart_punctuation(leaf);
    const std::string once = dump_of(leaf);
    apply_smart_punctuation(leaf);
    RC_ASSERT(dump_of(leaf) == once);
  });
}

TEST_CASE("smart punctuation takes no letter and no digit away, and adds none") {
  check_property(1000, [] {
    Inlines leaf = any_leaf();
    const std::string before = words_of(leaf);
    apply_smart_punctuation(leaf);
    RC_ASSERT(words_of(leaf) == before);
  });
}
