// Items of words that were met before: the same as when the word is itemised anew.
#include <catch2/catch.hpp>

#include "layout/inline/items.h"
#include "support/simple_text.h"
#include "unit/layout_inline/set_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string dump_items(const std::vector<InlineItem>& items) {
  std::string out;
  for (const InlineItem& i : items) {
    for (const std::int64_t n :
         {static_cast<std::int64_t>(i.kind), std::int64_t{i.hyphen}, std::int64_t{i.level}, std::int64_t{i.span}, std::int64_t{i.begin},
          std::int64_t{i.end}, i.width.units(), i.stretch.units(), i.shrink.units(), i.letters.units(), i.hang_left.units(),
          i.hang_right.units(), std::int64_t{i.penalty}, std::int64_t{i.word}})
      out += std::to_string(n) + ' ';
    out += '\n';
  }
  return out;
}

struct Itemised : LayoutFixture {
  std::string items(const Inlines& inlines, const SpaceRules& rules, Length size) {
    TextStyle look = style.text;
    look.size = size;
    return dump_items(make_items(context, flatten(context, inlines, {look, ColourRole::Text, Features::Text, {}}, kRootTag), rules));
  }
};

const Inlines kTexts[] = {
    {text("asynchronous operations, and asynchronous “operations”")},
    {text("operations "), emphasis("asynchronous"), text(" I/O-bound operations in /usr/lib/node_modules/operations.json")},
    {text("operations שלום asynchronous")},
    {text("asynchronous-"), strong("operations"), text("asynchronous operations, and")},
};
const SpaceRules kRules[] = {{0.8, 1.45, true, Length::pt(3)}, {0.8, 1.45, false, Length::pt(3)}, {0.8, 1.45, true, {}}, {1, 1, true, {}}};

}  // namespace

TEST_CASE("a word met before has the items that a fresh context gives it") {
  Itemised warm;
  for (int round = 0; round < 2; ++round)
    for (const double size : {9.5, 12.0})
      for (const SpaceRules& rules : kRules)
        for (const Inlines& inlines : kTexts) {
          Itemised fresh;
          CHECK(warm.items(inlines, rules, Length::pt(size)) == fresh.items(inlines, rules, Length::pt(size)));
        }
}
