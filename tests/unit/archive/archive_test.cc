#include "archive/archive.h"

#include <catch2/catch.hpp>

#include "made_values.h"
#include "support/property.h"
#include "support/random_document.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("archive: any document comes back as it was") {
  check_property(200, [] {
    const auto bytes = *up_to<std::uint8_t>(300, rc::gen::arbitrary<std::uint8_t>());
    const Document document = random_document(bytes.data(), bytes.size());
    const std::string encoded = encode(document);
    const std::optional<Document> back = decode<Document>(encoded);
    RC_ASSERT(back.has_value());
    RC_ASSERT(dump(*back) == dump(document));
    RC_ASSERT(hash_of(*back) == hash_of(document));
    RC_ASSERT(hash_of(document) == hash128(encoded));
  });
}

TEST_CASE("archive: the same bytes on any machine and in any release that does not say otherwise") {
  Document document;
  document.file = "a.md";
  document.blocks = {
      {0x0102'0304'0506'0708, {3, 1, 3, 9, FileName("a.md")}, Heading{2, {{{3, 4, 3, 9, FileName("a.md")}, Text{"\u00E9"}}}, "x"}}};
  CHECK(to_hex(hash_of(document)) == "a42c4b4f5e3787abc5d5db6e7d7459ba");
  CHECK(encode(std::vector<Diagnostic>{{DiagCode{}, Severity::Error, "a.md", {300, 1, 300, 2, FileName("a.md")}, "m", ""}}) ==
        std::string("\x0B"
                    "diagnostics\x01"
                    "\x01"
                    "\x00\x02\x04"
                    "a.md\xB1\x09\x01\x04"
                    "a.md\x01\x00\x02\x01m\x00",
                    35));
}

TEST_CASE("archive: where a document is kept long it takes little more than its words") {
  Document document;
  document.file = "a.md";
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const std::uint32_t line = 2 * i + 1;
    document.blocks.push_back({i * 0x9E37'79B9'7F4A'7C15u,
                               {line, 1, line, 12, FileName("a.md")},
                               Paragraph{{{{line, 1, line, 12, FileName("a.md")}, Text{"twelve bytes"}}}}});
  }
  CHECK(encode(document).size() < 1000 * (12 + 22));
}

TEST_CASE("archive: a hash of much is that of its encoding") {
  Document document;
  document.blocks = {{1, {}, Paragraph{{{{}, Text{std::string(100'000, 'x')}}, {{}, Text{"y"}}, {{}, Code{std::string(40'000, 'z')}}}}}};
  for (int i = 0; i < 5000; ++i) document.blocks.push_back({static_cast<NodeId>(i), {}, ThematicBreak{}});
  CHECK(hash_of(document) == hash128(encode(document)));
}
