#include "pipeline/explained.h"

#include <catch2/catch.hpp>

#include "book/discovery.h"
#include "small_book.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Names = std::vector<std::string>;

struct NamedBook : SmallBook {
  Book book;
  NamedBook() {
    write("book.toml", *files.read_file("/book/book.toml") + "[front]\npreface = \"preface.md\"\n");
    write("preface.md", "Words.\n");
    auto read = load_book(files, "/book", sink);
    REQUIRE(read);
    book = std::move(*read);
  }
  Error refusal(const Names& words) const {
    const auto things = explained_things(book, words);
    REQUIRE_FALSE(things);
    return things.error();
  }
};

}  // namespace

TEST_CASE("chapters are named by number, file or key, pages by a word before them") {
  const NamedBook named;
  for (const char* word : {"1.2", "b.md"}) {
    INFO(word);
    const auto things = explained_things(named.book, {word});
    REQUIRE(things);
    REQUIRE(things->texts.size() == 1);
    CHECK(things->volumes == Names{"volume-1"});
  }
  const auto things = explained_things(named.book, {"volume-2", "page", "214", "page", "xii"});
  REQUIRE(things);
  CHECK(things->volumes == Names{"volume-2"});
  CHECK(things->pages == Names{"214", "xii"});
  CHECK(things->texts.empty());
}

TEST_CASE("matter belongs to all volumes, and what is named twice is told once") {
  const NamedBook named;
  const auto things = explained_things(named.book, {"preface.md", "preface"});
  REQUIRE(things);
  CHECK(things->volumes == Names{"volume-1", "volume-2"});
  CHECK(things->texts == Names{"matter/preface"});
}

TEST_CASE("a word that names nothing is refused with the nearest that does") {
  const NamedBook named;
  CHECK(named.refusal({"volume-3"}).hint == "did you mean 'volume-1'?");
  CHECK(named.refusal({"prefase"}).hint == "did you mean 'preface'?");
  CHECK(named.refusal({"nonsense-of-its-own"}).kind == ErrorKind::Usage);
  CHECK(named.refusal({"page"}).message == "'page' without a number");
}
