// [editions] of book.toml.
#include <catch2/catch.hpp>

#include "book/manifest.h"
#include "manifest_fixture.h"

using namespace nbpublish;
using Strings = std::vector<std::string>;

namespace {

struct Editions : ManifestFixture {
  explicit Editions(const std::string& text) : ManifestFixture(small_manifest("", "", "", "", text)) { book = read(); }
  Book book;
};

}  // namespace

TEST_CASE("editions are read in the order of the manifest") {
  Editions f(
      "[editions.shop]\nkind = \"print\"\noutlets = [\"kdp\", \"ingram\"]\nstandard = \"PDF/X-4\"\npaper = \"cream\"\ntabs = "
      "true\ncrop-marks = true\n"
      "[editions.screen-dark]\nstyle = \"large\"\n");
  CHECK(f.complaints() == Strings{});
  REQUIRE(f.book.editions.size() == 2);
  const Edition& shop = f.book.editions[0];
  CHECK(shop.name == "shop");
  CHECK(shop.kind == EditionKind::Print);
  CHECK(shop.outlets == Strings{"kdp", "ingram"});
  CHECK(shop.standard == PrintStandard::X4);
  CHECK(shop.paper == "cream");
  CHECK(shop.tabs);
  CHECK(shop.crop_marks);
  // What the name says needs no words.
  CHECK(f.book.editions[1].kind == EditionKind::Screen);
  CHECK(f.book.editions[1].dark);
  CHECK(f.book.editions[1].style == "large");
}

TEST_CASE("mistakes in editions are told at their places") {
  Editions f("[editions.Shop]\n[editions.web]\n[editions.print]\ntheme = \"dark\"\npaper = \"creme\"\n[editions.screen]\ntabs = true\n");
  const Strings complaints = f.complaints();
  REQUIRE(complaints.size() == 5);
  CHECK(complaints[0].find("'Shop' cannot name an edition") != std::string::npos);
  CHECK(complaints[1].find("missing key 'kind'") != std::string::npos);
  CHECK(complaints[2].find("'paper' must be one of \"coated\", \"white\", \"cream\"") != std::string::npos);
  CHECK(complaints[3].find("'theme' says nothing of a print edition") != std::string::npos);
  CHECK(complaints[4].find("'tabs' says nothing of a screen edition") != std::string::npos);
}

TEST_CASE("without editions there are the usual ones") {
  Editions f("");
  CHECK(f.book.editions.empty());
  REQUIRE(usual_editions().size() == 3);
  CHECK(usual_editions()[0].kind == EditionKind::Print);
  CHECK(usual_editions()[kEditionsMadeUnasked - 1].name == "screen");
  CHECK(usual_editions()[2].dark);
}
