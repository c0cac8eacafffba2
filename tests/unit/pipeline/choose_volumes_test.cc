#include <catch2/catch.hpp>

#include "pipeline/prepared_book.h"

using namespace nbpublish;

namespace {

Book three_volumes() {
  Book book;
  for (const char* key : {"volume-1", "volume-2", "volume-3"}) {
    Volume volume;
    volume.key = key;
    book.volumes.push_back(std::move(volume));
  }
  return book;
}

std::vector<std::string> keys(const Book& book, const std::vector<std::string>& wanted) {
  const auto chosen = choose_volumes(book, wanted);
  REQUIRE(chosen);
  std::vector<std::string> out;
  for (const Volume* volume : *chosen) out.push_back(volume->key);
  return out;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("no name means all volumes") { CHECK(keys(three_volumes(), {}) == Keys{"volume-1", "volume-2", "volume-3"}); }

TEST_CASE("volumes come in the order they were named, each once") {
  CHECK(keys(three_volumes(), {"volume-3", "volume-1"}) == Keys{"volume-3", "volume-1"});
  CHECK(keys(three_volumes(), {"volume-2", "volume-2"}) == Keys{"volume-2"});
}

TEST_CASE("an unknown volume is wrong use; the message lists the volumes, the hint is the nearest name") {
  const auto chosen = choose_volumes(three_volumes(), {"volume-1", "volum-2"});
  REQUIRE_FALSE(chosen);
  CHECK(chosen.error().kind == ErrorKind::Usage);
  CHECK(chosen.error().message == "there is no volume 'volum-2'; there are: volume-1, volume-2, volume-3");
  CHECK(chosen.error().hint == "did you mean 'volume-2'?");
}

TEST_CASE("a name that is like no other has no hint") {
  const auto chosen = choose_volumes(three_volumes(), {"appendix"});
  REQUIRE_FALSE(chosen);
  CHECK(chosen.error().hint.empty());
}

TEST_CASE("a book without volumes cannot be published") {
  const auto chosen = choose_volumes(Book{}, {});
  REQUIRE_FALSE(chosen);
  CHECK(chosen.error().kind == ErrorKind::Input);
}
