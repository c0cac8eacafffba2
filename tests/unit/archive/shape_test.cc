// What the encodings of each root are made of, so that none changes without its version.
#include <catch2/catch.hpp>

#include "archive/roots.h"
#include "support/shape.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("shape: fields do not change in kind without the version of the types that hold them") {
  // Where one of these fails, raise the version in roots.h (or where the type's root is), and put the new line here.
  CHECK(shape<Document>() == "document 1 a9269093c6188244");
  CHECK(shape<std::vector<Diagnostic>>() == "diagnostics 1 302d365c9b11190f");
  CHECK(shape<BookAddresses>() == "addresses 1 e1a3fe37d276aca4");
  CHECK(shape<BookIndex>() == "index 1 302b132712930293");
  CHECK(shape<std::vector<NamePlace>>() == "name-places 1 df7400ac8b7f1616");
  CHECK(shape<NameIndexes>() == "name-indexes 1 b916314df1653b06");
  CHECK(shape<PrintedPages>() == "printed-pages 1 d91436c7d5b92c25");
  CHECK(shape<PagedPart>() == "part 4 8ebaabd61c307a78");
  CHECK(shape<PagedVolume>() == "volume 4 464c25cca13a4343");
}

TEST_CASE("shape: enumerators are counted as the compiler knows them") {
  CHECK(kEnumerators<Turn> == 3);
  CHECK(kEnumerators<PathSegment::Kind> == 4);
  CHECK(kEnumerators<ColourRole> == kColourRoleCount);
  CHECK(kEnumerators<Severity> == static_cast<std::size_t>(Severity::Error) + 1);
  CHECK(kEnumerators<TagRole> == static_cast<std::size_t>(TagRole::Figure) + 1);
}
