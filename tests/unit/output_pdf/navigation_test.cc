#include <catch2/catch.hpp>

#include "output/pdf/folio.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

QPDFObjectHandle destinations(OpenedPdf& pdf) { return pdf.root().getKey("/Names").getKey("/Dests"); }

// "Title(count) -> dest", two spaces a level.
void add_outline(QPDFObjectHandle parent, int depth, std::string& out) {
  for (QPDFObjectHandle item = parent.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
    out += std::string(static_cast<std::size_t>(2 * depth), ' ') + item.getKey("/Title").getUTF8Value();
    if (item.hasKey("/Count")) out += "(" + item.getKey("/Count").unparse() + ")";
    out += " -> " + item.getKey("/Dest").getUTF8Value() + "\n";
    CHECK(item.getKey("/Parent").getObjGen() == parent.getObjGen());
    add_outline(item, depth + 1, out);
  }
}

std::string outline(OpenedPdf& pdf) {
  std::string out;
  add_outline(pdf.root().getKey("/Outlines"), 0, out);
  return out;
}

// "index: dictionary" for each range.
std::vector<std::string> labels(const std::vector<std::string>& texts) {
  PagedVolume volume = plain_volume();
  volume.parts[0].pages.assign(texts.size(), Page{});
  for (std::size_t i = 0; i < texts.size(); ++i) volume.parts[0].pages[i].label = texts[i];
  OpenedPdf pdf(written(volume));
  std::vector<std::string> result;
  for (auto& [index, range] : pdf.tree(pdf.root().getKey("/PageLabels"))) result.push_back(index + ": " + range.unparse());
  return result;
}

}  // namespace

TEST_CASE("destinations are sorted names with the place on their page, y upward") {
  OpenedPdf pdf(written(sample_volume()));
  auto names = pdf.tree(destinations(pdf));
  REQUIRE(names.size() == 3);
  QPDFObjectHandle place = names.at("topic/one#phases");
  CHECK(pdf.page_index(place.getArrayItem(0)) == 3);
  CHECK(place.getArrayItem(1).getName() == "/XYZ");
  CHECK(place.getArrayItem(2).getNumericValue() == 54);
  CHECK(place.getArrayItem(3).getNumericValue() == 598);
  CHECK(place.getArrayItem(4).isNull());
}

TEST_CASE("every internal link leads to a destination that is there") {
  OpenedPdf pdf(written(sample_volume()));
  auto names = pdf.tree(destinations(pdf));
  for (QPDFObjectHandle object : pdf.objects()) {
    if (object.isDictionary() && object.hasKey("/Dest")) CHECK(names.contains(object.getKey("/Dest").getUTF8Value()));
  }
}

TEST_CASE("thousands of destinations make a tree with limits, each found once") {
  PagedVolume volume = plain_volume();
  for (int i = 0; i < 3000; ++i) only_page(volume).destinations.push_back({"d" + std::to_string(i), {0_pt, 0_pt}});
  OpenedPdf pdf(written(volume));
  CHECK(pdf.tree(destinations(pdf)).size() == 3000);
  QPDFObjectHandle kids = destinations(pdf).getKey("/Kids");
  std::string last;
  for (int i = 0; i < kids.getArrayNItems(); ++i) {
    QPDFObjectHandle limits = kids.getArrayItem(i).getKey("/Limits");
    CHECK(last < limits.getArrayItem(0).getStringValue());
    last = limits.getArrayItem(1).getStringValue();
  }
}

TEST_CASE("of two destinations with one name the first counts") {
  PagedVolume volume = plain_volume();
  only_page(volume).destinations = std::vector<Destination>{{"d", {10_pt, 0_pt}}, {"d", {20_pt, 0_pt}}};
  OpenedPdf pdf(written(volume));
  CHECK(pdf.tree(destinations(pdf)).at("d").getArrayItem(2).getNumericValue() == 10);
}

TEST_CASE("link annotations have what readers and PDF/UA want") {
  OpenedPdf pdf(written(sample_volume()));
  QPDFObjectHandle page = pdf.page(3);
  CHECK(page.getKey("/Tabs").getName() == "/S");
  QPDFObjectHandle internal = page.getKey("/Annots").getArrayItem(0), external = page.getKey("/Annots").getArrayItem(2);
  CHECK(internal.getKey("/Rect").unparse() == "[ 260 586 300 598 ]");
  CHECK(internal.getKey("/Dest").getUTF8Value() == "front");
  CHECK(internal.getKey("/Contents").getUTF8Value() == "on the first page");
  CHECK(internal.getKey("/F").getIntValue() == 4);
  CHECK(internal.getKey("/Border").unparse() == "[ 0 0 0 ]");
  CHECK(external.getKey("/A").getKey("/S").getName() == "/URI");
  CHECK(external.getKey("/A").getKey("/URI").getUTF8Value() == "https://example.org/?a=(b)");
  CHECK_FALSE(pdf.page(1).hasKey("/Annots"));
}

TEST_CASE("the outline nests over parts, to level 3, closed below chapters") {
  OpenedPdf pdf(written(sample_volume()));
  CHECK(outline(pdf) ==
        "Contents -> front\n"
        "Chapter 9(1) -> topic/one\n"
        "  9.1 The loop(-1) -> topic/one\n"
        "    Phases -> topic/one#phases\n");
  CHECK(pdf.root().getKey("/Outlines").getKey("/Count").getIntValue() == 3);
  CHECK(pdf.root().getKey("/PageMode").getName() == "/UseOutlines");
}

TEST_CASE("an outline that skips a level hangs on what is above; without entries there is none") {
  PagedVolume volume = sample_volume();
  volume.parts[1].outline = {{1, "Topic", "front"}, {3, "Section", "front"}, {2, "Chapter", "front"}};
  OpenedPdf pdf(written(volume));
  CHECK(outline(pdf) == "Contents -> front\nTopic(2) -> front\n  Section -> front\n  Chapter -> front\n");
  OpenedPdf plain(written(plain_volume()));
  CHECK_FALSE(plain.root().hasKey("/Outlines"));
  CHECK_FALSE(plain.root().hasKey("/PageMode"));
}

TEST_CASE("an outline may be longer than any stack is deep") {
  PagedVolume volume = sample_volume();
  volume.parts[1].outline.assign(60'000, {1, "Section", "front"});
  volume.parts[1].outline.push_back({1, "Last", "front"});
  OpenedPdf pdf(written(volume));
  QPDFObjectHandle outlines = pdf.root().getKey("/Outlines");
  CHECK(outlines.getKey("/Count").getIntValue() == 60'002);
  CHECK(outlines.getKey("/Last").getKey("/Title").getUTF8Value() == "Last");
}

TEST_CASE("page labels are ranges of folios, others stand for themselves") {
  CHECK(labels({"i", "ii", "iii", "1", "2", "3"}) == std::vector<std::string>{"0: << /S /r /St 1 >>", "3: << /S /D /St 1 >>"});
  CHECK(labels({"Cover", "ix", "x", "7", "9"}) ==
        std::vector<std::string>{"0: << /P (Cover) >>", "1: << /S /r /St 9 >>", "3: << /S /D /St 7 >>", "4: << /S /D /St 9 >>"});
  CHECK(labels({"", ""}) == std::vector<std::string>{"0: << /P () >>", "1: << /P () >>"});
}

TEST_CASE("folios are read as viewers would print them") {
  const auto is = [](std::string_view label, FolioStyle style, int number) {
    const Folio folio = parse_folio(label);
    return folio.style == style && folio.number == number;
  };
  CHECK(is("214", FolioStyle::Decimal, 214));
  CHECK(is("mcmxcix", FolioStyle::Roman, 1999));
  CHECK(is("iv", FolioStyle::Roman, 4));
  for (const char* other : {"", "0", "-1", "007", "12a", "iiii", "vx", "IV", "99999999999", "mmmm", "A-1"}) {
    CHECK(is(other, FolioStyle::Literal, 0));
  }
  CHECK(is(std::string(100'000, 'm'), FolioStyle::Literal, 0));
}
