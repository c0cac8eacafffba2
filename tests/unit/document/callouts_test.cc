// Numbers at the ends of lines, and their key.
#include "document/callouts.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

Block listing(std::string language, std::string text) {
  CodeBlock code;
  code.info.language = std::move(language);
  code.text = std::move(text);
  return {0, {}, std::move(code)};
}

Block list_of(std::size_t count) {
  List list;
  list.numbering = ListNumbering::Decimal;
  list.items.resize(count);
  for (ListItem& item : list.items) item.blocks.push_back({0, {}, Paragraph{}});
  return {0, {}, std::move(list)};
}

int last(std::string language, std::string text) { return last_callout(*as<CodeBlock>(listing(std::move(language), std::move(text)))); }

}  // namespace

TEST_CASE("a callout is a comment at a line's end that is a number in brackets") {
  const auto found = callout_in("await fs.open(path);  // (12) ");
  REQUIRE(found);
  CHECK(found->begin == 20);
  CHECK(found->number == 12);
  CHECK(callout_in("x = 1 # (1)")->number == 1);
  CHECK(callout_in("select 1 -- (2)")->number == 2);
  CHECK(callout_in("a //(3)")->number == 3);
  for (const char* line :
       {"", "// (1)", "  # (1)", "f(1)", "a // (0)", "a // ()", "a // (100)", "a // see (1)", "a// (1)", "a // (1) b", "a (1)"})
    CHECK_FALSE(callout_in(line));
}

TEST_CASE("callouts count from 1 without a gap") {
  CHECK(last("js", "a // (1)\nb\nc // (2)\nd // (1)") == 2);
  CHECK(last("js", "a // (2)\nb // (1)") == 0);
  CHECK(last("js", "a // (1)\nb // (3)") == 0);
  CHECK(last("js", "a") == 0);
  CHECK(last("", "a # (1)") == 0);
  CHECK(last("text", "a # (1)") == 0);
}

TEST_CASE("the list behind a listing is its key if it has as many items as there are callouts") {
  const Block code = listing("js", "a // (1)\nb // (2)");
  CHECK(is_key_of(code, list_of(2)));
  CHECK_FALSE(is_key_of(code, list_of(3)));
  CHECK_FALSE(is_key_of(listing("js", "a"), list_of(0)));
  CHECK_FALSE(is_key_of(list_of(2), code));
  Block bullets = list_of(2);
  std::get<List>(bullets.content).numbering = ListNumbering::Bullet;
  CHECK_FALSE(is_key_of(code, bullets));
  Block late = list_of(2);
  std::get<List>(late.content).start = 2;
  CHECK_FALSE(is_key_of(code, late));
  Block rich = list_of(2);
  std::get<List>(rich.content).items[1].blocks.push_back(listing("js", "x"));
  CHECK_FALSE(is_key_of(code, rich));
}
