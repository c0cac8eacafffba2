#include "output/pdf/screen_standard.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <qpdf/Buffer.hh>

#include "output/pdf/srgb_profile.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

std::string bytes_of(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

}  // namespace

TEST_CASE("the XMP packet claims PDF/A-2a and PDF/UA-1, and explains the latter's schema") {
  OpenedPdf pdf(written(sample_volume()));
  pugi::xml_document xmp;
  REQUIRE(xmp.load_string(bytes_of(pdf.root().getKey("/Metadata")).c_str()));
  const auto text = [&](const char* path) { return std::string(xmp.select_node(path).node().text().get()); };
  CHECK(text("//pdfaid:part") == "2");
  CHECK(text("//pdfaid:conformance") == "A");
  CHECK(text("//pdfuaid:part") == "1");
  CHECK(text("//pdfaExtension:schemas//pdfaSchema:prefix") == "pdfuaid");
  CHECK(text("//pdfaExtension:schemas//pdfaProperty:name") == "part");
  // The packet is not compressed: whoever looks for it need not know PDF.
  CHECK_FALSE(pdf.root().getKey("/Metadata").getDict().hasKey("/Filter"));
}

TEST_CASE("the output intent is sRGB") {
  OpenedPdf pdf(written(sample_volume()));
  QPDFObjectHandle intents = pdf.root().getKey("/OutputIntents");
  REQUIRE(intents.getArrayNItems() == 1);
  QPDFObjectHandle intent = intents.getArrayItem(0);
  CHECK(intent.getKey("/S").getName() == "/GTS_PDFA1");
  CHECK(intent.getKey("/OutputConditionIdentifier").getUTF8Value() == "sRGB IEC61966-2.1");
  CHECK(intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue() == 3);
  CHECK(bytes_of(intent.getKey("/DestOutputProfile")) == srgb_profile());
}

TEST_CASE("the profile is an sRGB display profile of version 4.2 with a date of its own") {
  const std::string profile = srgb_profile();
  CHECK(profile == srgb_profile());
  CHECK(static_cast<unsigned char>(profile[2]) * 256 + static_cast<unsigned char>(profile[3]) == static_cast<int>(profile.size()));
  CHECK(profile.substr(8, 2) == "\x04\x20");
  CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
  CHECK(profile.substr(24, 4) == std::string("\x07\xD0\x00\x01", 4));
  CHECK(profile.substr(36, 4) == "acsp");
}

TEST_CASE("a file for screens is linearized where that is asked for: the first page's objects stand first") {
  PdfOptions options = test_options();
  CHECK(written(sample_volume(), options).find("/Linearized") == std::string::npos);
  options.linearized = true;
  const std::string bytes = written(sample_volume(), options);
  CHECK(bytes.substr(0, 300).find("/Linearized 1") != std::string::npos);
  CHECK(bytes == written(sample_volume(), options));
  OpenedPdf plain(written(sample_volume())), pdf(bytes);
  CHECK(pdf.warnings() == std::vector<std::string>{});
  CHECK(pdf.structure() == plain.structure());
}

TEST_CASE("a long outline is linearized on a stack that is large enough") {
  PagedVolume volume = sample_volume();
  volume.parts[1].outline.assign(60'000, {1, "Section", "front"});
  PdfOptions options = test_options();
  options.linearized = true;
  CHECK(written(volume, options).substr(0, 300).find("/Linearized 1") != std::string::npos);
}

TEST_CASE("pages with links are walked in the order of the structure, and links print and speak") {
  OpenedPdf pdf(written(sample_volume()));
  int links = 0;
  for (QPDFObjectHandle page : pdf.pages()) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) continue;
    CHECK(page.getKey("/Tabs").getName() == "/S");
    for (int i = 0; i < annotations.getArrayNItems(); ++i, ++links) {
      QPDFObjectHandle link = annotations.getArrayItem(i);
      CHECK(link.getKey("/F").getIntValue() == 4);
      CHECK_FALSE(link.getKey("/Contents").getUTF8Value().empty());
    }
  }
  CHECK(links == 4);
}

TEST_CASE("a link without words says where it leads") {
  PagedVolume volume = plain_volume();
  const TagId tag = volume.parts[0].tags.add(kRootTag, TagRole::Link);
  only_page(volume).items = std::vector<FrameItem>{text_item(tag, 54, 60, "x")};
  only_page(volume).links = std::vector<LinkArea>{{{54_pt, 50_pt, 10_pt, 12_pt}, ExternalTarget{"https://example.org/"}, tag, ""}};
  OpenedPdf pdf(written(volume));
  CHECK(pdf.page(0).getKey("/Annots").getArrayItem(0).getKey("/Contents").getUTF8Value() == "https://example.org/");
}

TEST_CASE("no figure is silent") {
  PagedVolume volume = plain_volume();
  const TagId tag = volume.parts[0].tags.add(kRootTag, TagRole::Figure);
  only_page(volume).items = std::vector<FrameItem>{text_item(tag, 54, 60, "x")};
  CHECK(OpenedPdf(written(volume)).structure() == "Document\n  Sect\n    Figure Alt=Picture without a description 0:0\n");
}

TEST_CASE("fonts of several bytes a code have a map from codes to glyphs, and no picture is smoothed") {
  OpenedPdf pdf(written(sample_volume()));
  for (QPDFObjectHandle object : pdf.objects()) {
    if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) CHECK(object.hasKey("/CIDToGIDMap"));
    if (object.isStream() && object.getDict().hasKey("/Interpolate")) CHECK_FALSE(object.getDict().getKey("/Interpolate").getBoolValue());
  }
}
