#include "document/picture_key.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("picture_key resolves against the chapter's folder, or the book's") {
  CHECK(picture_key("chapters/one.md", "a.png") == "chapters/a.png");
  CHECK(picture_key("chapters/one.md", "../figures/a.png") == "figures/a.png");
  CHECK(picture_key("chapters/one.md", "/figures/./a.png") == "figures/a.png");
  CHECK(picture_key("one.md", "a.png") == "a.png");
  CHECK(picture_key("chapters/one.md", "a%20b.png?raw=1#x") == "chapters/a b.png");
  CHECK(picture_key("chapters/one.md", "../../a.png") == "../a.png");
}
