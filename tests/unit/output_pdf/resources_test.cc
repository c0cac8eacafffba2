// What the joiner does to fonts, pictures and content streams.
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/Buffer.hh>
#include <set>

#include "output/pdf/page_layers.h"
#include "output/pdf/used_glyphs.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

std::vector<QPDFObjectHandle> of_subtype(OpenedPdf& pdf, const std::string& subtype) {
  std::vector<QPDFObjectHandle> result;
  for (QPDFObjectHandle object : pdf.objects()) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (dictionary.isDictionary() && dictionary.getKey("/Subtype").isNameAndEquals(subtype)) result.push_back(object);
  }
  return result;
}

// Parts that use the same faces for different letters, in different order.
PagedVolume many_parts() {
  PagedVolume volume = plain_volume();
  const char* texts[] = {"fjord → office", "vexing Quartz", "→ … ← lynx"};
  volume.parts.clear();
  for (const char* text : texts) {
    PagedPart part;
    part.key = text;
    const TagId p = part.tags.add(kRootTag, TagRole::P);
    Page page;
    page.items = {text_item(p, 54, 60, "read()", "JetBrains Mono"), text_item(p, 54, 80, text)};
    if (volume.parts.size() == 1) std::swap(page.items[0], page.items[1]);
    part.pages.push_back(page);
    volume.parts.push_back(part);
  }
  return volume;
}

}  // namespace

TEST_CASE("each face is embedded once, whatever parts use of it") {
  OpenedPdf pdf(written(many_parts()));
  std::map<std::string, int> programs;
  for (QPDFObjectHandle object : pdf.objects()) {
    if (!object.isDictionary() || !object.getKey("/Type").isNameAndEquals("/FontDescriptor")) continue;
    CHECK((object.hasKey("/FontFile2") || object.hasKey("/FontFile3")));
    ++programs[object.getKey("/FontName").getName()];
  }
  CHECK(programs.size() >= 2);
  for (const auto& [name, count] : programs) {
    INFO(name);
    CHECK(count == 1);
  }
}

TEST_CASE("ligatures are copied by their font's map, and only what differs from it needs ActualText") {
  PagedVolume volume = plain_volume();
  const TagId p = volume.parts[0].tags.add(kRootTag, TagRole::P);
  only_page(volume).items = {text_item(p, 54, 60, "office fjord")};
  const auto& run = std::get<GlyphRun>(only_page(volume).items[0].content);
  REQUIRE(run.glyphs.size() < run.text.size());  // the face has ligatures
  CHECK(OpenedPdf(written(volume)).content(0).find("ActualText") == std::string::npos);
  // The hyphen's glyph stands for "-" here; at a line's end it means something else.
  only_page(volume).items = {text_item(p, 54, 60, "re-do"), text_item(p, 54, 80, "re-do")};
  auto& broken = std::get<GlyphRun>(only_page(volume).items[1].content);
  broken.text = "re\u00ADdo";
  broken.clusters[2].bytes = 2;
  const std::string content = OpenedPdf(written(volume)).content(0);
  CHECK(content.find("<feff00ad>") != std::string::npos);
  CHECK(content.find("ActualText") == content.rfind("ActualText"));
}

TEST_CASE("TrueType fonts with CIDs name their glyph map") {
  OpenedPdf pdf(written(many_parts()));
  auto fonts = of_subtype(pdf, "/CIDFontType2");
  REQUIRE_FALSE(fonts.empty());
  for (QPDFObjectHandle font : fonts) CHECK(font.getKey("/CIDToGIDMap").isName());
}

TEST_CASE("JPEG files pass through, are not smoothed and are kept once for all parts") {
  const std::string file = jpeg_bytes(16, 200, 20, 20);
  PagedVolume volume = plain_volume();
  volume.parts.push_back(volume.parts[0]);
  for (PagedPart& part : volume.parts) {
    const TagId figure = part.tags.add(kRootTag, TagRole::Figure);
    part.pages[0].items.push_back({figure, 0, 0, 0, PlacedPicture{picture(PictureKind::Jpeg, file, 16), {54_pt, 60_pt, 64_pt, 64_pt}}});
  }
  OpenedPdf pdf(written(volume));
  auto images = of_subtype(pdf, "/Image");
  REQUIRE(images.size() == 1);
  QPDFObjectHandle image = images[0];
  CHECK(image.getDict().getKey("/Filter").getName() == "/DCTDecode");
  CHECK_FALSE(image.getDict().getKey("/Interpolate").getBoolValue());
  const auto data = image.getRawStreamData();
  CHECK(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) == file);
}

TEST_CASE("layers whose resources clash are kept apart") {
  // Cairo calls the first opacity of a page /a0: a fifth in the artifacts, one in the body.
  constexpr const char* kPale =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='9' height='9' fill='#f00' "
      "fill-opacity='0.2'/></svg>";
  PagedVolume volume = plain_volume();
  const TagId p = volume.parts[0].tags.add(kRootTag, TagRole::P);
  only_page(volume).items = {{kArtifact, 0, 0, 0, PlacedPicture{picture(PictureKind::Svg, kPale, 10), {54_pt, 60_pt, 20_pt, 20_pt}}},
                             text_item(p, 54, 100, "opaque")};
  OpenedPdf pdf(written(volume));
  CHECK(pdf.warnings() == std::vector<std::string>{});
  QPDFObjectHandle resources = pdf.page(0).getKey("/Resources");
  CHECK(resources.getKey("/ExtGState").getKey("/a0").getKey("/ca").getNumericValue() == 1);
  auto forms = of_subtype(pdf, "/Form");
  REQUIRE(forms.size() == 1);
  QPDFObjectHandle form = forms[0];
  CHECK(form.getDict().getKey("/Resources").getKey("/ExtGState").getKey("/a0").getKey("/ca").getNumericValue() == 0.2);
  CHECK(pdf.content(0).find(" Do") < pdf.content(0).find("/MCID 0"));
  CHECK(pdf.page(0).hasKey("/Group"));
}

TEST_CASE("used glyphs stand in order of first use, with the text they mean") {
  PagedVolume volume = plain_volume();
  GlyphRun run{.font = 1, .colour = {}, .size = 10_pt, .origin = {}, .width = {}, .glyphs = {}, .clusters = {}, .text = {}};
  run.glyphs = {{7, 0, 0}, {5, 0, 0}, {7, 0, 0}, {9, 0, 0}, {3, 0, 0}, {5, 0, 0}};
  run.text = "ab\u00ADcdb";
  run.clusters = {{2, 2}, {2, 1}, {1, 1}, {1, 1}, {1, 1}};  // "ab" two glyphs, soft hyphen 7, c 9, d 3, b 5
  only_page(volume).items = {{kArtifact, 0, 0, 0, run}};
  only_page(volume).furniture = {{kArtifact, 0, 0, 0, run}};
  run.text = "--";
  run.glyphs = {{7, 0, 0}, {4, 0, 0}};
  run.clusters = {{1, 1}, {1, 1}};
  only_page(volume).furniture.push_back({kArtifact, 0, 0, 0, run});
  const UsedGlyphs glyphs = used_glyphs(volume, 3);
  REQUIRE(glyphs.size() == 3);
  CHECK(glyphs[0].empty());
  std::string found;
  for (const UsedGlyph& g : glyphs[1]) found += std::to_string(g.id) + g.text + " ";
  CHECK(found == "7- 5b 9c 3d 4- ");
  CHECK(used_faces(volume.parts[0], 3) == std::vector<FontId>{1});
}

TEST_CASE("a page is divided into layers and runs of one leaf") {
  Page page;
  CHECK(layers_of(page).empty());
  page.items = {text_item(1, 0, 0, "a"), text_item(kArtifact, 0, 0, "b"), text_item(1, 0, 0, "c"), text_item(2, 0, 0, "d"),
                text_item(1, 0, 0, "e")};
  CHECK(layers_of(page) == std::vector<Layer>{Layer::Artifacts, Layer::Body});
  const auto runs = marked_runs(page);
  REQUIRE(runs.size() == 3);
  CHECK((runs[0].tag == 1 && runs[0].begin == 0 && runs[0].end == 3));
  CHECK((runs[1].tag == 2 && runs[1].begin == 3 && runs[1].end == 4));
  CHECK((runs[2].tag == 1 && runs[2].begin == 4 && runs[2].end == 5));
  page.furniture = {text_item(kArtifact, 0, 0, "f")};
  page.items = {text_item(1, 0, 0, "a")};
  CHECK(layers_of(page) == std::vector<Layer>{Layer::Furniture, Layer::Body});
}
