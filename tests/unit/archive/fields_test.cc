// Every field of every struct, in every alternative of every variant: it is in the encoding, and comes out of it as it went in.
#include <catch2/catch.hpp>

#include <set>

#include "made_values.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

template <class T>
Hash128 hash_of_any(const T& value) {
  HashStream hash;
  Encoder encoder(hash);
  encoder.put(value);
  encoder.finish();
  return hash.hash();
}

// What it has is in its bytes: all that differ in one thing have other ones, and give back what they were made from.
template <class T>
void check_changes(const T& value) {
  std::set<std::string> seen{bytes_of(value)};
  for (const T& other : changes_of(value)) {
    const std::string bytes = bytes_of(other);
    CHECK(seen.insert(bytes).second);
    CHECK(hash_of_any(other) == hash128(bytes));
    const std::optional<T> back = value_of<T>(bytes);
    REQUIRE(back);
    CHECK(bytes_of(*back) == bytes);
  }
}

template <class T>
void check_alternatives(std::size_t count) {
  for (std::size_t alternative = 0; alternative < count; ++alternative) {
    INFO("alternative " << alternative);
    check_changes(filled<T>(alternative));
  }
}

constexpr std::size_t kInlines = std::variant_size_v<decltype(Inline::content)>;
constexpr std::size_t kBlocks = std::variant_size_v<decltype(Block::content)>;
constexpr std::size_t kItems = std::variant_size_v<decltype(FrameItem::content)>;
constexpr std::size_t kTargets = std::variant_size_v<LinkTarget>;

}  // namespace

TEST_CASE("fields: every inline") { check_alternatives<Inline>(kInlines); }
TEST_CASE("fields: every block") { check_alternatives<Block>(kBlocks); }
TEST_CASE("fields: every link's target") { check_alternatives<LinkTarget>(kTargets); }
TEST_CASE("fields: every item of a page") { check_alternatives<FrameItem>(kItems); }

TEMPLATE_TEST_CASE("fields: what has no alternatives", "", Diagnostic, Note, FrontMatter, CaptionCounters, ChapterAddress, FarChapter,
                   BookAddresses, IndexEntry, IndexGroup, IndexReference, NamePlace, NameIndexes, PrintedPages, LinkArea, Destination,
                   OutlineEntry, TagNode, TagTree, VolumeInfo, SheetEdges) {
  check_changes(filled<TestType>());
  check_changes(TestType{});
}

TEST_CASE("fields: a document, a page and a part") {
  check_changes(filled<Page>());
  check_changes(filled<PagedPart>(2));
  Document document = filled<Document>(9);
  check_changes(document);
  check_changes(Document{});
}

TEST_CASE("fields: all that a picture is counts for its hash") {
  const Picture picture = filled<Picture>();
  std::set<Hash128> seen{hash_of_picture(picture)};
  for (const Picture& other : changes_of(picture)) CHECK(seen.insert(hash_of_picture(other)).second);
  CHECK(seen.size() == 10);
}

TEST_CASE("fields: the shortest and the longest numbers") {
  Glyph glyph{0xFFFF'FFFF, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  Glyph next{0, std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::min()};
  const std::vector<Glyph> glyphs{glyph, next, {}, glyph};
  const auto back = value_of<std::vector<Glyph>>(bytes_of(glyphs));
  REQUIRE(back);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    CHECK((*back)[i].id == glyphs[i].id);
    CHECK((*back)[i].x == glyphs[i].x);
    CHECK((*back)[i].y == glyphs[i].y);
  }
  for (const std::int64_t units : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()})
    CHECK(value_of<Length>(bytes_of(Length::raw(units))) == Length::raw(units));
  for (const std::uint32_t number : {0u, 1u, 127u, 128u, 0xFFFF'FFFFu}) CHECK(value_of<std::uint32_t>(bytes_of(number)) == number);
  for (const std::uint16_t bytes : {0, 1, 15, 16, 4095, 0xFFFF})
    for (const std::uint16_t count : {0, 1, 7, 8, 0xFFFF}) {
      const auto clusters = value_of<std::vector<GlyphCluster>>(bytes_of(std::vector<GlyphCluster>{{bytes, count}}));
      REQUIRE(clusters);
      CHECK(clusters->front().bytes == bytes);
      CHECK(clusters->front().glyphs == count);
    }
  const SourceSpan far{0xFFFF'FFFF, 0xFFFF'FFFF, 0, 0, FileName("a.md")}, near{1, 0, 0xFFFF'FFFF, 0xFFFF'FFFF, FileName("b.md")};
  const std::vector<SourceSpan> spans{far, near, {}, far, far, {}, near};
  CHECK(value_of<std::vector<SourceSpan>>(bytes_of(spans)) == spans);
}

TEST_CASE("fields: a text does not begin where the one before it ends") {
  const std::vector<std::string> one{"ab", "c"}, other{"a", "bc"}, longer{"ab", "c", ""};
  CHECK(bytes_of(one) != bytes_of(other));
  CHECK(bytes_of(one) != bytes_of(longer));
}

TEST_CASE("fields: an id that comes again takes a byte") {
  const auto size = [](std::vector<std::uint64_t> ids) { return bytes_of(ids).size(); };
  CHECK(size({1u << 20}) == 10);
  CHECK(size({1u << 20, 1u << 20, 0, 1u << 20}) == 13);
  const std::vector<std::uint64_t> ids{0, 5, 0, 5, 6, 6, 5, 0xFFFF'FFFF'FFFF'FFFF};
  CHECK(value_of<std::vector<std::uint64_t>>(bytes_of(ids)) == ids);
}
