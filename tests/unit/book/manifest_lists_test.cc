// `lists-from` and `forward-references` of the manifest.
#include <catch2/catch.hpp>

#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

struct ReadLine : ManifestFixture {
  Book book;
  explicit ReadLine(const std::string& top) : ManifestFixture(small_manifest("", "", "", "", top)) { book = read(); }
};

}  // namespace

TEST_CASE("lists-from and forward-references") {
  CHECK(ReadLine("").book.shortest_list == 8);
  CHECK(ReadLine("lists-from = 2\n").book.shortest_list == 2);
  CHECK(ReadLine("").book.far_mentions == FarMentions::Plain);
  CHECK(ReadLine("forward-references = \"first\"\n").book.far_mentions == FarMentions::First);
  CHECK(ReadLine("forward-references = \"all\"\n").book.far_mentions == FarMentions::All);
  CHECK(ReadLine("forward-references = \"some\"\n").complaints() ==
        std::vector<std::string>{"manifest-key 3:22 'forward-references' must be one of \"none\", \"first\", \"all\""});
}
