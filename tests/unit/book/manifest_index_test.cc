// `lists` and [index] of the manifest.
#include <catch2/catch.hpp>

#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

struct Read : ManifestFixture {
  Book book;
  explicit Read(const std::string& top) : ManifestFixture(small_manifest("", "", "", "", top)) { book = read(); }
  std::string terms() const {
    std::string out;
    for (const IndexTerm& term : book.index.terms) {
      out += term.entry + ":";
      for (const std::string& words : term.words) out += " [" + words + "]";
      out += "\n";
    }
    return out;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lists: none unless they are named, in their own order and once") {
  CHECK(Read("").book.lists.empty());
  CHECK(Read("lists = [\"listings\", \"figures\", \"listings\"]\n").book.lists == std::vector{CaptionList::Figures, CaptionList::Listings});
  Read wrong("lists = [\"figure\"]\n");
  CHECK(wrong.complaints() == Lines{"manifest-key 3:10 'lists' must be one of \"figures\", \"tables\", "
                                    "\"listings\" (did you mean \"figures\"?)"});
}

TEST_CASE("index terms: a plain list") {
  Read r("index.terms = [\"event loop\", \"`Buffer`\"]\n");
  CHECK(r.complaints() == Lines{});
  CHECK(r.terms() == "event loop: [event loop]\n`Buffer`: [`Buffer`]\n");
}

TEST_CASE("index terms: a table with other names, levels and references") {
  Read r("index.terms = { \"event loop\" = [\"loop\"], \"streams!readable\" = [\"readable stream\"], \"shape\" = \"hidden class\" }\n");
  CHECK(r.complaints() == Lines{});
  CHECK(r.terms() == "event loop: [event loop] [loop]\nstreams!readable: [readable stream]\n");
  REQUIRE(r.book.index.references.size() == 1);
  CHECK(r.book.index.references[0].term == "shape");
  CHECK(r.book.index.references[0].target == "hidden class");
  CHECK(r.book.index.references[0].file == "book.toml");
  CHECK(r.book.index.references[0].span.line == 3);
}

TEST_CASE("index terms: mistakes") {
  CHECK(Read("index.terms = 3\n").complaints() ==
        Lines{"manifest-key 3:15 'index.terms' must be a list of strings or a table, not a whole number"});
  CHECK(Read("index.terms = [\"a!b\"]\n").complaints() ==
        Lines{"manifest-key 3:16 nothing says which words lead to 'a!b' (write \"a!b\" = [\"the words\"] in [index.terms])"});
  CHECK(Read("index.terms = [\"!\"]\n").complaints() ==
        Lines{"manifest-key 3:16 '!' is no entry of an index (one to three levels, parted by '!')"});
  CHECK(Read("index.terms = { a = [1] }\n").complaints().size() == 1);
}

TEST_CASE("indexes of names are made where the manifest asks for them") {
  CHECK_FALSE(Read("").book.index.of_apis);
  CHECK_FALSE(Read("").book.index.of_errors);
  Read r("index.apis = true\nindex.set = true\n");
  CHECK(r.complaints() == Lines{});
  CHECK(r.book.index.of_apis);
  CHECK_FALSE(r.book.index.of_errors);
  CHECK(r.book.index.of_set);
  CHECK(Read("index.apis = 1\n").complaints().size() == 1);
}
