// What stages give comes back from its encoding as it was: of every text and every page of whole books.
#include "pipeline/stage_values.h"

#include "archive/encoder.h"
#include "archive/item_facts.h"
#include "archive/roots.h"
#include "everything.h"
#include "pipeline/stage_fields.h"
#include "support/page_pictures.h"
#include "support/shape.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

template <class T>
T check_comes_back(const T& value, const Decoding& with) {
  const std::string bytes = encode(value);
  std::optional<T> back = decode<T>(bytes, with);
  REQUIRE(back);
  CHECK(encode(*back) == bytes);
  CHECK(hash_of(*back) == hash_of(value));
  CHECK(hash_of(value) == hash128(bytes));
  return std::move(*back);
}

void check_book(const Everything& made) {
  const Decoding with = with_pictures_of(made.volume);
  for (const auto& [key, document] : made.documents) CHECK(dump(check_comes_back(*document, with)) == dump(*document));
  for (const PagedPart& part : made.volume.parts) CHECK(dump(check_comes_back(part, with), project_fonts()) == dump(part, project_fonts()));
  check_comes_back(made.volume, with);
  check_comes_back(made.sink.all(), with);
  check_comes_back(made.loaded.front().index, with);
  check_comes_back(made.loaded.front().name_places, with);
  check_comes_back(made.loaded.front().names, with);
}

// Some of a text or of a volume's pages, damaged here and there.
template <class T>
void check_damage(const T& value, const Decoding& with) {
  const std::string whole = encode(value);
  std::uint64_t random = 1;
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>((random = random * 6364136223846793005u + 1) >> 33) % below; };
  for (int i = 0; i < 60; ++i) {
    std::string bytes = whole;
    bytes[any(bytes.size())] ^= static_cast<char>(1 << any(8));
    if (i % 3 == 0) bytes.resize(any(bytes.size()));
    if (const std::optional<T> back = decode<T>(bytes, with)) check_comes_back(*back, with);
  }
}

}  // namespace

TEST_CASE("stage values: every text and page of the test book comes back as it was") { check_book(everything()); }

TEST_CASE("stage values: every text and page of the small book comes back as it was") { check_book(Everything(source_path("content"))); }

TEST_CASE("stage values: items of pages without pictures are read when somebody looks at them, and are the same") {
  const PagedVolume& volume = everything().volume;
  Decoding with = with_pictures_of(volume);
  std::size_t unread = 0;
  for (const PagedPart& part : volume.parts) {
    with.owner = std::make_shared<const std::string>(encode(part));
    const std::optional<PagedPart> back = decode<PagedPart>(*with.owner, with);
    REQUIRE(back);
    for (const Page& page : back->pages) {
      CHECK(page.items.is_unread() == !facts_of(page.items).has_pictures);
      unread += page.items.is_unread() ? 1 : 0;
    }
    CHECK(encode(*back) == *with.owner);
    CHECK(dump(*back, project_fonts()) == dump(part, project_fonts()));
  }
  CHECK(unread > 10);
}

TEST_CASE("stage values: items that turn out to be damaged when they are read are none, or what can be kept again") {
  const PagedPart& part = everything().volume.parts.back();
  Decoding with = with_pictures_of(everything().volume);
  const std::string whole = encode(part);
  for (std::size_t i = 0; i < whole.size(); i += whole.size() / 50) {
    std::string bytes = whole;
    bytes[i] ^= 4;
    with.owner = std::make_shared<const std::string>(bytes);
    if (const std::optional<PagedPart> back = decode<PagedPart>(*with.owner, with)) CHECK_FALSE(encode(*back).empty());
  }
}

TEST_CASE("stage values: damage to large ones gives nothing, or what can be kept again") {
  const Decoding with = with_pictures_of(everything().volume);
  check_damage(*everything().documents.begin()->second, with);
  check_damage(everything().volume.parts.back(), with);
}

TEST_CASE("stage values: a chapter that was read comes back with what was said of it") {
  RealProcessRunner processes;
  const auto read = value_or_throw(read_chapters(
      {{"a.md", "a", "",
        "# T\n\nwords [x](#nowhere) <blink>\n\n<table><tr><td>no head</td></tr></table>\n\n| a | b |\n|---|--:|\n| c |\n| d | e | f |\n"}},
      {}, processes));
  REQUIRE_FALSE(read.front().diagnostics.all().empty());
  const ReadResult back = check_comes_back(read.front(), {});
  CHECK(dump(back.document) == dump(read.front().document));
  REQUIRE(back.diagnostics.all().size() == read.front().diagnostics.all().size());
  CHECK(back.diagnostics.all()[0].message == read.front().diagnostics.all()[0].message);
  CHECK(back.diagnostics.all()[0].span == read.front().diagnostics.all()[0].span);
}

TEST_CASE("stage values: a text that was looked through comes back with its facts and all that was said of it") {
  RealProcessRunner processes;
  auto read = value_or_throw(read_chapters(
      {{"a.md", "a", "", "# T\n\nwords [x](#fig:y)\n\n## A {#fig:x}\n\n## B {#fig:x}\n\n```mermaid\ngraph TD\n```\n"}}, {}, processes));
  const std::vector<DiagramFence> fences = check_comes_back(fences_of(read.front().document), {});
  REQUIRE(fences.size() == 1);
  CHECK(fences.front().text == "graph TD");
  const std::vector<PlacedDiagram> places(1, {DiagramState::Drawn, "", ""});
  const ReadText text = understand(std::move(read.front()), places, nullptr, true);
  const ReadText back = check_comes_back(text, {});
  CHECK(back.document.bytes == text.document.bytes);
  CHECK(back.facts.wanted == std::set<std::string>{"fig:y"});
  CHECK(back.placing.all().size() == text.placing.all().size());
  CHECK(back.review.all().size() == text.review.all().size());
}

TEST_CASE("stage values: a chapter that was laid out comes back") {
  const Document& document = *everything().documents.begin()->second;
  LayoutFixture fixture;
  const LaidOutChapter chapter =
      layout_chapter(fixture.context, document, {"1.1", "Short", document.title, {}, {{"Section", {"a", "b"}, 0}}, {}, true});
  const LaidOutChapter back = check_comes_back(chapter, with_pictures_of({{}, {}, {}, {chapter.part}}));
  CHECK(dump(back.part, project_fonts()) == dump(chapter.part, project_fonts()));
  CHECK(back.opener == chapter.opener);
  CHECK(back.facts.size() == chapter.part.pages.size());

  LaidOutChapter wrong = chapter;
  wrong.facts.pop_back();
  CHECK_FALSE(decode<LaidOutChapter>(encode(wrong), with_pictures_of({{}, {}, {}, {chapter.part}})));
}

TEST_CASE("stage values: fields do not change in kind without the version of the types that hold them") {
  CHECK(shape<ReadResult>() == "read 1 fdecea9fe866a811");
  CHECK(shape<std::vector<DiagramFence>>() == "fences 1 ddb293235a2d0ecf");
  CHECK(shape<ReadText>() == "text 2 fb49207f3d7cf171");
  CHECK(shape<LaidOutChapter>() == "laid-out 4 a94c3525f47a702b");
}
