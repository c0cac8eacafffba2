// Where pages begin: the first word of the main text, whatever else stands above it.
#include "frame/page_starts.h"

#include <catch2/catch.hpp>

#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

Block paragraph(NodeId id) { return {id, {}, Paragraph{{{{}, Text{"Words of a paragraph."}}}}}; }

// A chapter of a paragraph, a figure, two more paragraphs, a table of one cell and a note.
Document chapter() {
  Document document;
  document.chapter = "one";
  Table table;
  table.columns = {ColumnAlignment::Left};
  table.rows = {{{{50, {}, {paragraph(51)}}}}};
  document.blocks = {paragraph(10), {20, {}, Figure{}}, paragraph(30), paragraph(40), {49, {}, table}};
  document.notes = {{90, {}, "n", {paragraph(91)}}};
  return document;
}

class Pages {
 public:
  Pages() { volume_.parts.emplace_back().key = "one"; }

  Pages& page(std::string label) {
    part().pages.emplace_back().label = std::move(label);
    return *this;
  }
  Pages& text(NodeId node, std::uint32_t at, TagRole role = TagRole::P) {
    return item(node, at, text_run(0, 10_pt, {}, "words"), part().tags.add(kRootTag, role));
  }
  Pages& artifact(NodeId node) { return item(node, 0, text_run(0, 10_pt, {}, "words"), kArtifact); }
  Pages& figure(NodeId node) { return item(node, 0, PlacedPicture{}, part().tags.add(kRootTag, TagRole::Figure)); }

  // "label node at" for each page.
  std::vector<std::string> starts() {
    const Document document = chapter();
    std::vector<std::string> out;
    const PrintedPages pages = page_starts(volume_, {{"one", &document}});
    for (const PrintedPageStart& start : pages.parts.front().starts)
      out.push_back(start.label + ' ' + std::to_string(start.node) + ' ' + std::to_string(start.at));
    return out;
  }
  PagedPart& part() { return volume_.parts.front(); }
  const PagedVolume& volume() const { return volume_; }

 private:
  Pages& item(NodeId node, std::uint32_t at, auto content, TagId tag) {
    part().pages.back().items.push_back({tag, node, at, at + 5, std::move(content)});
    return *this;
  }
  PagedVolume volume_;
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a text's first page is its own beginning, a further one that of its first word") {
  Pages pages;
  pages.page("1").text(10, 0).page("2").text(10, 17).text(30, 0).page("3").text(40, 3);
  CHECK(pages.starts() == Strings{"1 0 0", "2 10 17", "3 40 3"});
}

TEST_CASE("blank pages begin nowhere") {
  Pages pages;
  pages.page("1").text(10, 0).page("2");
  pages.part().pages.back().blank = true;
  pages.page("3").text(40, 3);
  CHECK(pages.starts() == Strings{"1 0 0", "3 40 3"});
}

TEST_CASE("repeated heads, bullets and notes are not where a page begins") {
  Pages pages;
  pages.page("1").text(10, 0).page("2").artifact(30).text(77, 0, TagRole::Lbl).text(91, 4).text(40, 3);
  CHECK(pages.starts() == Strings{"1 0 0", "2 40 3"});
}

TEST_CASE("a page begins with its figure only where the text does too") {
  SECTION("in its place") {
    Pages pages;
    pages.page("1").text(10, 0).page("2").figure(20).text(30, 0);
    CHECK(pages.starts() == Strings{"1 0 0", "2 20 0"});
  }
  SECTION("above words that come before it") {
    Pages pages;
    pages.page("1").text(10, 0).page("2").figure(20).text(10, 9).text(30, 0);
    CHECK(pages.starts() == Strings{"1 0 0", "2 10 9"});
  }
  SECTION("behind words that came before it") {
    Pages pages;
    pages.page("1").text(10, 0).text(30, 0).page("2").figure(20).text(30, 9);
    CHECK(pages.starts() == Strings{"1 0 0", "2 30 9"});
  }
  SECTION("alone: it begins where the next page does") {
    Pages pages;
    pages.page("1").text(10, 0).text(30, 0).page("2").figure(20).page("3").text(40, 1);
    CHECK(pages.starts() == Strings{"1 0 0", "2 40 1", "3 40 1"});
  }
}

TEST_CASE("words of a cell are those of its paragraph, a caption's stand before the table") {
  Pages pages;
  pages.page("1").text(10, 0).page("2").text(50, 6).page("3").text(49, 4, TagRole::Caption);
  CHECK(pages.starts() == Strings{"1 0 0", "2 51 6", "3 49 0"});
}

TEST_CASE("a page that the tool makes begins with a place or a link, whichever is first") {
  Pages pages;
  pages.part().key = "index";
  Page& first = pages.page("5").part().pages.back();
  first.destinations = std::vector<Destination>{{"index", {0_pt, 50_pt}}, {"index#heap", {0_pt, 80_pt}}};
  first.links.push_back({{20_pt, 80_pt, 10_pt, 10_pt}, InternalTarget{"one", "x"}, 0, ""});
  Page& second = pages.page("6").part().pages.back();  // goes on with an entry's page numbers
  second.links.push_back({{20_pt, 50_pt, 10_pt, 10_pt}, InternalTarget{"one", "y"}, 0, ""});
  second.destinations = std::vector<Destination>{{"index#loop", {0_pt, 62_pt}}};
  Page& third = pages.page("7").part().pages.back();  // the same, with the next entry in the next column
  third.links.push_back({{20_pt, 50_pt, 10_pt, 10_pt}, InternalTarget{"one", "z"}, 0, ""});
  third.destinations = std::vector<Destination>{{"index#pool", {180_pt, 50_pt}}};
  const PrintedPages made = page_starts(pages.volume(), {});
  const std::vector<PrintedPageStart>& starts = made.parts.front().starts;
  REQUIRE(starts.size() == 3);
  CHECK(starts[0].target == InternalTarget{"index", ""});
  CHECK(starts[1].target == InternalTarget{"one", "y"});
  CHECK(starts[2].target == InternalTarget{"one", "z"});
}

TEST_CASE("other pages have another name") {
  Pages a, b;
  a.page("1").text(10, 0).page("2").text(40, 3);
  b.page("1").text(10, 0).page("2").text(40, 4);
  const Document document = chapter();
  const std::map<std::string, const Document*> documents{{"one", &document}};
  const std::string name = urn_of(page_starts(a.volume(), documents));
  CHECK(name == urn_of(page_starts(a.volume(), documents)));
  CHECK(name != urn_of(page_starts(b.volume(), documents)));
  CHECK(name.starts_with("urn:uuid:"));
  CHECK(name.size() == 45);
  CHECK(name[23] == '5');
}
