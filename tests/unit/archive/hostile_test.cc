// Bytes that nobody vouches for: they give nothing, or a value that is as good as any.
#include <catch2/catch.hpp>

#include <random>

#include "document/ids.h"
#include "made_values.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// A small document of which everything is sound.
Document small_document() {
  Document document;
  document.file = "a.md";
  document.chapter = "a";
  document.front.title = "Streams";
  document.title = {text("Streams")};
  const SourceSpan span{3, 1, 3, 9, FileName("a.md")};
  Table table{{ColumnAlignment::Left}, {{{0, span, {paragraph({code("c")})}}}}, {}, {}, "tbl:a", "1.1"};
  document.blocks = {heading(2, {text("Heap")}, span),
                     {0, span, Paragraph{{{span, Link{InternalTarget{"b", "x"}, "", {text("b")}}}, {span, NoteReference{0}}}}},
                     {0, span, table},
                     {0, span, Alert{AlertKind::Tip, {bullet_list({{paragraph({text("one")})}})}}}};
  document.notes = {{0, span, "n", {paragraph({text("note")})}}};
  assign_ids(document);
  return document;
}

PagedPart small_part() {
  PagedPart part;
  part.key = "a";
  const TagId tag = part.tags.add(kRootTag, TagRole::P, 77);
  GlyphRun run{1, ColourRole::Text, Length::pt(10), {}, Length::pt(20), {{5, 0, 0}, {6, 300'000, 4}}, {{1, 1}, {2, 1}}, "a\u00E9"};
  Page page;
  page.label = "12";
  page.items =
      std::vector<FrameItem>{{tag, 77, 0, 3, run}, {kArtifact, 0, 0, 0, Fill{}}, {kArtifact, 0, 0, 0, PlacedPicture{made_picture(0), {}}}};
  page.links = std::vector<LinkArea>{{{}, ExternalTarget{"https://example.org"}, tag, "words"}};
  part.pages = {page, page};
  part.outline = {{2, "Streams", "a"}};
  return part;
}

// Asks for nothing, or for a value that can be encoded and is the same then.
template <class T>
bool is_harmless(std::string_view bytes) {
  const std::optional<T> value = decode<T>(bytes, with_pictures());
  if (!value) return true;
  const std::string again = encode(*value);
  const std::optional<T> second = decode<T>(again, with_pictures());
  return second && encode(*second) == again && hash_of(*value) == hash128(again);
}

template <class T>
void check_all_damage(const T& value) {
  const std::string whole = encode(value);
  REQUIRE(decode<T>(whole, with_pictures()));
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(decode<T>(whole.substr(0, size), with_pictures()));
  CHECK_FALSE(decode<T>(whole + '\0', with_pictures()));
  std::string bytes = whole;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      if (!is_harmless<T>(bytes)) FAIL("byte " << at << ", bit " << bit);
      bytes[at] = whole[at];
    }
}

// A root's word and version.
std::string beginning(const std::string& word) {
  Encoder encoder;
  encoder(word, std::uint32_t{1});
  return encoder.take();
}

}  // namespace

TEST_CASE("hostile bytes: every cut and every flipped bit of a document and of a part") {
  check_all_damage(small_document());
  check_all_damage(small_part());
}

TEST_CASE("hostile bytes: every cut and every flipped bit of the others") {
  check_all_damage(filled<std::vector<Diagnostic>>());
  check_all_damage(filled<BookAddresses>());
  check_all_damage(filled<std::vector<NamePlace>>());
  check_all_damage(filled<PrintedPages>());
}

TEST_CASE("hostile bytes: much damage at once, and none but the beginning right") {
  std::mt19937 random(7);
  const auto any = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
  const std::string document = encode(small_document()), part = encode(small_part());
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = i % 2 == 0 ? document : part;
    for (std::size_t flips = any(6) + 1; flips > 0; --flips) bytes[any(bytes.size())] = static_cast<char>(any(256));
    CHECK(is_harmless<Document>(bytes));
    CHECK(is_harmless<PagedPart>(bytes));
    bytes = beginning(i % 2 == 0 ? "document" : "part");
    for (std::size_t left = any(200); left > 0; --left) bytes += static_cast<char>(any(4) == 0 ? any(256) : any(8));
    CHECK(is_harmless<Document>(bytes));
    CHECK(is_harmless<PagedPart>(bytes));
  }
}

TEST_CASE("hostile bytes: a type's encoding is none of another's, nor of another version's") {
  CHECK_FALSE(decode<PagedPart>(encode(Document{})));
  std::string bytes = encode(Document{});
  const std::size_t version = 1 + Root<Document>::kWord.size();
  CHECK(bytes[version] == Root<Document>::kVersion);
  ++bytes[version];
  CHECK_FALSE(decode<Document>(bytes));
}

TEST_CASE("hostile bytes: lengths that are only claimed take no memory") {
  for (const std::uint64_t claim : {std::uint64_t{1} << 20, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
    ByteWriter bytes;
    bytes.varint(claim);
    const std::string claimed = bytes.take();
    CHECK_FALSE(value_of<std::string>(claimed));
    CHECK_FALSE(value_of<std::vector<std::string>>(claimed));
    CHECK_FALSE(value_of<std::vector<Glyph>>(claimed));
    CHECK_FALSE(value_of<std::vector<GlyphCluster>>(claimed));
    CHECK_FALSE(value_of<Blocks>(claimed));
    CHECK_FALSE(value_of<std::map<std::string, std::string>>(claimed));
    CHECK_FALSE(value_of<std::set<std::string>>(claimed));
  }
}

TEST_CASE("hostile bytes: numbers that are too large for their field") {
  CHECK_FALSE(value_of<std::uint16_t>(bytes_of(std::uint32_t{0x10000})));
  CHECK_FALSE(value_of<std::int32_t>(bytes_of(std::int64_t{1} << 31)));
  CHECK(value_of<std::int32_t>(bytes_of(std::int64_t{-1} << 31)) == std::numeric_limits<std::int32_t>::min());
  CHECK_FALSE(value_of<bool>("\x02"));
  CHECK_FALSE(value_of<AlertKind>("\x05"));
  CHECK(value_of<AlertKind>("\x04") == AlertKind::Caution);
  CHECK_FALSE(value_of<LinkTarget>("\x03"));
  CHECK_FALSE(value_of<std::uint32_t>(std::string(10, '\xFF') + '\x01'));
  CHECK_FALSE(value_of<Length>(std::string(9, '\xFF') + '\x02'));  // 65 bits
  CHECK(value_of<Length>(std::string(9, '\xFF') + '\x01'));
}

TEST_CASE("hostile bytes: keys of a map that come twice") {
  const std::vector<std::pair<std::string, std::string>> twice{{"a", "1"}, {"a", "2"}};
  CHECK_FALSE(value_of<std::map<std::string, std::string>>(bytes_of(twice)));
  CHECK_FALSE(value_of<std::set<std::string>>(bytes_of(std::vector<std::string>{"a", "a"})));
}

TEST_CASE("hostile bytes: nests that no reader makes are refused, those that one makes are not") {
  const auto quotes = [](int depth) {
    Blocks blocks = {paragraph({text("a")})};
    for (int i = 0; i < depth; ++i) blocks = {Block{0, {}, List{ListNumbering::Bullet, 1, true, {ListItem{0, {}, {}, std::move(blocks)}}}}};
    return document_of(std::move(blocks));
  };
  CHECK(decode<Document>(encode(quotes(170))));
  CHECK_FALSE(decode<Document>(encode(quotes(2000))));
}

TEST_CASE("hostile bytes: numbers that point at nothing") {
  const auto is_refused = [](const auto& change) {
    PagedPart part = small_part();
    change(part);
    return !decode<PagedPart>(encode(part), with_pictures());
  };
  CHECK_FALSE(is_refused([](PagedPart&) {}));
  CHECK(is_refused([](PagedPart& part) { part.pages[0].items.edit()[0].tag = 2; }));
  CHECK(is_refused([](PagedPart& part) { part.pages[0].furniture = {{2, 0, 0, 0, Fill{}}}; }));
  CHECK(is_refused([](PagedPart& part) { part.pages[1].links.edit()[0].tag = 2; }));
  CHECK(is_refused([](PagedPart& part) { part.tags.nodes[1].parent = 1; }));
  CHECK(is_refused([](PagedPart& part) { part.tags.nodes.clear(); }));
  CHECK(is_refused([](PagedPart& part) { part.pages[0].items.edit()[2].content = PlacedPicture{}; }));
  CHECK(is_refused([](PagedPart& part) { part.pages[0].items.edit()[2].content = PlacedPicture{made_picture(7), {}}; }));
  const auto is_run_refused = [&](const auto& change) {
    return is_refused([&](PagedPart& part) { change(std::get<GlyphRun>(part.pages[0].items.edit()[0].content)); });
  };
  CHECK(is_run_refused([](GlyphRun& run) { run.font = 100; }));
  CHECK(is_run_refused([](GlyphRun& run) { run.text += 'x'; }));
  CHECK(is_run_refused([](GlyphRun& run) { run.glyphs.pop_back(); }));

  Document document = small_document();
  document.notes.clear();
  CHECK_FALSE(decode<Document>(encode(document)));
  document = small_document();
  std::get<Table>(document.blocks[2].content).columns.clear();
  CHECK_FALSE(decode<Document>(encode(document)));
}

TEST_CASE("hostile bytes: where pictures cannot be found there is no part") {
  CHECK_FALSE(decode<PagedPart>(encode(small_part()), {{}, 100}));
}
