// Fonts and pictures of a file.
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/Buffer.hh>
#include <set>

#include "output/pdf/glyph_tables.h"
#include "output/pdf/glyph_use.h"
#include "output/pdf/page_layers.h"
#include "output/pdf/text_map.h"
#include "text/shaper.h"
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
    page.items = std::vector<FrameItem>{text_item(p, 54, 60, "read()", "JetBrains Mono"), text_item(p, 54, 80, text)};
    if (volume.parts.size() == 1) std::swap(page.items.edit()[0], page.items.edit()[1]);
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
  only_page(volume).items = std::vector<FrameItem>{text_item(p, 54, 60, "office fjord")};
  const auto& run = std::get<GlyphRun>(only_page(volume).items[0].content);
  REQUIRE(run.glyphs.size() < run.text.size());  // the face has ligatures
  CHECK(OpenedPdf(written(volume)).content(0).find("ActualText") == std::string::npos);
  // The hyphen's glyph stands for "-" here; at a line's end it means something else.
  only_page(volume).items = std::vector<FrameItem>{text_item(p, 54, 60, "re-do"), text_item(p, 54, 80, "re-do")};
  auto& broken = std::get<GlyphRun>(only_page(volume).items.edit()[1].content);
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

TEST_CASE("a picture is a form with resources of its own, the same at the same size once") {
  // Cairo calls the first opacity of every drawing /a0.
  constexpr const char* kPale =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='9' height='9' fill='#f00' "
      "fill-opacity='0.2'/></svg>";
  const auto pale = picture(PictureKind::Svg, kPale, 10);
  PagedVolume volume = plain_volume();
  const TagId p = volume.parts[0].tags.add(kRootTag, TagRole::P);
  only_page(volume).items = std::vector<FrameItem>{{kArtifact, 0, 0, 0, PlacedPicture{pale, {54_pt, 60_pt, 20_pt, 20_pt}}},
                                                   text_item(p, 54, 100, "opaque"),
                                                   {p, 0, 0, 0, PlacedPicture{pale, {54_pt, 160_pt, 20_pt, 20_pt}}},
                                                   {p, 0, 0, 0, PlacedPicture{pale, {54_pt, 260_pt, 40_pt, 40_pt}}}};
  OpenedPdf pdf(written(volume));
  CHECK(pdf.warnings() == std::vector<std::string>{});
  CHECK_FALSE(pdf.page(0).getKey("/Resources").hasKey("/ExtGState"));
  CHECK(pdf.page(0).getKey("/Resources").getKey("/XObject").getKeys() == std::set<std::string>{"/P0", "/P1"});
  auto forms = of_subtype(pdf, "/Form");
  REQUIRE(forms.size() == 2);
  for (QPDFObjectHandle form : forms)
    CHECK(form.getDict().getKey("/Resources").getKey("/ExtGState").getKey("/a0").getKey("/ca").getNumericValue() == 0.2);
  const std::string content = pdf.content(0);
  CHECK(content.find("/P0 Do") < content.find("/MCID 0"));
  CHECK(content.find("/P0 Do", content.find("/MCID 0")) < content.find("/P1 Do"));
  CHECK(pdf.page(0).hasKey("/Group"));
}

TEST_CASE("used glyphs stand in order, each once") {
  GlyphUse use;
  for (const std::uint32_t glyph : {7u, 5u, 7u}) use.add(2, glyph);
  use.add({{0, {3}}, {2, {6}}});
  std::string found;
  for (const FaceGlyphs& face : use.faces())
    for (const std::uint32_t glyph : face.glyphs) found += std::to_string(face.font) + ":" + std::to_string(glyph) + " ";
  CHECK(found == "0:3 2:5 2:6 2:7 ");
  // What a glyph stood for is the same whoever says it first.
  use.say(2, 6, "b");
  use.say(2, 6, "a");
  use.add({{2, {7}, {{6, "ab"}, {7, "c"}}}});
  const FaceGlyphs face = use.faces()[1];
  REQUIRE(face.texts.size() == 2);
  CHECK((face.texts[0].glyph == 6 && face.texts[0].text == "a" && face.texts[1].glyph == 7 && face.texts[1].text == "c"));
}

TEST_CASE("the font alone tells what a glyph says") {
  const FontLibrary& fonts = project_fonts();
  const GlyphTables tables(fonts);
  const auto said = [&](std::string_view family, Features features, std::string_view text) {
    const FontId font = fonts.find(family, 400, false);
    Shaper shaper(fonts);
    std::string out;
    for (const ShapedRun& run : shaper.shape(font, features, text))
      for (const ShapedGlyph& glyph : run.glyphs) (out += tables.of(run.font).text(glyph.id)) += '|';
    return out;
  };
  for (const char* family : {"Source Serif 4", "Inter", "JetBrains Mono"}) {
    CHECK(said(family, Features::Text, "A-z ~ \u00E9\u2014\u2026") == "A|-|z| |~| |\u00E9|\u2014|\u2026|");
    CHECK(said(family, Features::Tabular, "0123456789") == "0|1|2|3|4|5|6|7|8|9|");
  }
  // One glyph for several characters says the one of everyday text.
  CHECK(said("Source Serif 4", Features::Text, "\u02BC \u2019") == "\u2019| |\u2019|");
  // One glyph for several letters, though it is a character, too.
  CHECK(said("Source Serif 4", Features::Text, "office") == "o|ffi|c|e|");
  // What is drawn with another character's glyph is not what that says.
  CHECK(said("Source Serif 4", Features::Text, "\u00A0") == " |");
  CHECK(tables.of(fonts.find("Inter", 400, false)).text(1'000'000).empty());
}

TEST_CASE("a glyph of which the font does not tell says what it stood for") {
  const FontId mono = project_fonts().find("JetBrains Mono", 400, false);
  const GlyphTable table(project_fonts(), mono);
  std::uint32_t dumb = 1;
  while (!table.text(dumb).empty()) ++dumb;
  const std::string map = text_map(table, {mono, {dumb, dumb + 10'000}, {{dumb, "Q"}}});
  CHECK(map.find("> <0051>\n") != std::string::npos);
  CHECK(map.find("> <fffd>\n") != std::string::npos);
  PagedVolume volume = plain_volume();
  only_page(volume).furniture = {text_item(kArtifact, 54, 60, "x", "JetBrains Mono")};
  std::get<GlyphRun>(only_page(volume).furniture[0].content).glyphs[0].id = dumb;
  OpenedPdf pdf(written(volume));
  const auto data = of_subtype(pdf, "/Type0")[0].getKey("/ToUnicode").getStreamData();
  CHECK(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()).find("> <0078>\n") != std::string::npos);
  CHECK(pdf.content(0).find("/ActualText <feff0078>") != std::string::npos);
}

TEST_CASE("fonts map every glyph of theirs to its text and width") {
  PagedVolume volume = plain_volume();
  only_page(volume).furniture = {text_item(kArtifact, 54, 60, "office", "Source Serif 4")};
  OpenedPdf pdf(written(volume));
  auto fonts = of_subtype(pdf, "/Type0");
  REQUIRE(fonts.size() == 1);
  QPDFObjectHandle font = fonts[0];
  CHECK(font.getKey("/Encoding").getName() == "/Identity-H");
  const auto data = font.getKey("/ToUnicode").getStreamData();
  const std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  CHECK(map.find("<006600660069>") != std::string::npos);  // ffi
  CHECK(map.find("4 beginbfchar") != std::string::npos);
  const FontId serif = project_fonts().find("Source Serif 4", 400, false);
  const auto& run = std::get<GlyphRun>(only_page(volume).furniture[0].content);
  const GlyphTable table(project_fonts(), serif);
  QPDFObjectHandle widths = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/W");
  int found = 0;
  for (int i = 0; i + 1 < widths.getArrayNItems(); i += 2)
    for (int k = 0; k < widths.getArrayItem(i + 1).getArrayNItems(); ++k)
      for (const Glyph& glyph : run.glyphs)
        if (widths.getArrayItem(i).getIntValue() + k == glyph.id) {
          ++found;
          CHECK(widths.getArrayItem(i + 1).getArrayItem(k).getNumericValue() ==
                static_cast<double>(table.advance(glyph.id)));  // 1,000 an em
        }
  CHECK(found == 4);
}

TEST_CASE("a page is divided into runs of one leaf") {
  Page page;
  CHECK(marked_runs(page).empty());
  page.items = std::vector<FrameItem>{text_item(1, 0, 0, "a"), text_item(kArtifact, 0, 0, "b"), text_item(1, 0, 0, "c"),
                                      text_item(2, 0, 0, "d"), text_item(1, 0, 0, "e")};
  const auto runs = marked_runs(page);
  REQUIRE(runs.size() == 3);
  CHECK((runs[0].tag == 1 && runs[0].begin == 0 && runs[0].end == 3));
  CHECK((runs[1].tag == 2 && runs[1].begin == 3 && runs[1].end == 4));
  CHECK((runs[2].tag == 1 && runs[2].begin == 4 && runs[2].end == 5));
}
