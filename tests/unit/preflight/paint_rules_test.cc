// Rules about what is painted on a page.
#include <catch2/catch.hpp>

#include "unit/preflight/made_pdf.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The clean file with these operators and resources on its first page.
MadePdf painted(const std::string& content, const std::string& resources = {}) {
  MadePdf pdf;
  pdf.pages[0].content += content;
  pdf.pages[0].resources = resources;
  return pdf;
}

std::string image_keys(int side, const std::string& space, int bits = 8) {
  return "/Type /XObject /Subtype /Image /Width " + std::to_string(side) + " /Height " + std::to_string(side) + " /ColorSpace " + space +
         " /BitsPerComponent " + std::to_string(bits);
}

// A picture of 100 x 100 pixels with these keys, 24 pt (300 ppi) large.
MadePdf with_image(const std::string& keys, const std::string& data, const std::string& matrix = "24 0 0 24 200 200") {
  MadePdf pdf = painted("q " + matrix + " cm /I Do Q ");
  pdf.pages[0].resources = "/XObject << /I " + pdf.objects.add_stream(keys, data) + " >>";
  return pdf;
}

MadePdf with_form(const std::string& keys, const std::string& content) {
  MadePdf pdf = painted("/X Do ");
  pdf.pages[0].resources =
      "/XObject << /X " + pdf.objects.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 450 666] " + keys, content) + " >>";
  return pdf;
}

const std::string kGrayPixels(10'000, '\x40');

}  // namespace

TEST_CASE("fonts that are not embedded, of every kind") {
  MadePdf pdf;
  const auto with_font = [&](const std::string& font) {
    pdf.fonts = "/F " + pdf.objects.add(font);
    return only(pdf, Rule::FontEmbedded);
  };
  CHECK(with_font("<< /Subtype /Type1 /BaseFont /Helvetica >>") == "1: Helvetica");
  CHECK(with_font("<< /Subtype /TrueType /BaseFont /ABCDEF+Arial /FontDescriptor << /Flags 4 >> >>") == "1: Arial");
  CHECK(with_font("<< /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts "
                  "[<< /Subtype /CIDFontType2 /FontDescriptor << >> >>] >>") == "1: Song");
  SECTION("one that is only in the resources does not count") {
    pdf.pages[0].content.clear();
    CHECK(only(pdf, Rule::FontEmbedded).empty());
  }
}

TEST_CASE("a composite font is embedded by its descendant, and its widths count") {
  MadePdf pdf;
  const std::string program = pdf.objects.add_stream("", "font");
  pdf.fonts =
      "/F << /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [<< /DW 1000 /W [1 [500] "
      "2 3 2000] "
      "/FontDescriptor << /FontFile3 " +
      program + " >> >>] >>";
  pdf.pages[0].content = "0 g BT /F 10 Tf 100 400 Td <000100020004> Tj ET";
  CHECK(findings_of(pdf).empty());
  // 5 + 20 + 10 pt wide: from 441 - 18 - 35 on it is too near to the trimmed edge.
  pdf.pages[0].content = "0 g BT /F 10 Tf 389 400 Td <000100020004> Tj ET";
  CHECK(only(pdf, Rule::OuterMargin) == "1: 17 pt (right) (at least 18 pt)");
}

TEST_CASE("Type 3 fonts, and the colours of their glyphs") {
  MadePdf pdf;
  const std::string glyph = pdf.objects.add_stream("", "500 0 d0 0 0 1 rg 0 0 400 400 re f");
  pdf.fonts = "/F " + pdf.objects.add(
                          "<< /Type /Font /Subtype /Type3 /Name /Dots /FontBBox [0 0 500 500] /FontMatrix "
                          "[0.001 0 0 0.001 0 0] "
                          "/FirstChar 97 /Widths [500] /CharProcs << /a " +
                          glyph + " >> >>");
  pdf.pages[0].content = "0 g BT /F 9 Tf 100 400 Td (aaa) Tj ET";
  const auto found = findings_of(pdf);
  REQUIRE(found.size() == 2);
  CHECK(found[0].rule == Rule::FontType3);
  CHECK(found[0].measured == "Dots");
  CHECK(found[1].rule == Rule::Rgb);
}

TEST_CASE("text that is too small, in all its matrices") {
  CHECK(only(painted("BT /F 6 Tf 100 300 Td (x) Tj ET"), Rule::TextSize) == "1: 6 pt (at least 7 pt)");
  CHECK(only(painted("BT /F 1 Tf 6 0 0 6 100 300 Tm [(x) -200 (y)] TJ ET"), Rule::TextSize) == "1: 6 pt (at least 7 pt)");
  CHECK(only(painted("q .5 0 0 .5 0 0 cm BT /F 12 Tf 300 300 Td (x) Tj ET Q"), Rule::TextSize) == "1: 6 pt (at least 7 pt)");
  CHECK(only(painted("BT /F 12 Tf 0 .5 -.5 0 100 300 Tm (x) ' ET"), Rule::TextSize) == "1: 6 pt (at least 7 pt)");
  CHECK(findings_of(painted("BT /F 6 Tf 100 300 Td ( ) Tj ET")).empty());
}

TEST_CASE("text in a tint") {
  CHECK(only(painted(".5 g BT /F 9 Tf 100 300 Td (x) Tj ET"), Rule::TextTint) == "1: 50 % of full tone");
  CHECK(only(painted("0 0 0 .3 k BT /F 9 Tf 100 300 Td 0 0 (x) \" ET"), Rule::TextTint) == "1: 30 % of full tone");
  CHECK(only(painted("/S cs .4 scn BT /F 9 Tf 100 300 Td (x) Tj ET", "/ColorSpace << /S [/Separation /Black /DeviceGray 0] >>"),
             Rule::TextTint) == "1: 40 % of full tone");
  CHECK(findings_of(painted(".6 .4 .4 1 k BT /F 9 Tf 100 300 Td (x) Tj ET")).empty());
}

TEST_CASE("RGB, wherever it is") {
  CHECK(only(painted("0 0 0 rg"), Rule::Rgb) == "1: DeviceRGB fill");
  CHECK(only(painted("1 0 0 RG"), Rule::Rgb) == "1: DeviceRGB stroke");
  CHECK(only(painted("/DeviceRGB cs"), Rule::Rgb) == "1: DeviceRGB fill");
  CHECK(only(painted("/C CS", "/ColorSpace << /C [/CalRGB << >>] >>"), Rule::Rgb) == "1: CalRGB stroke");
  CHECK(only(with_form("", "0 0 1 rg"), Rule::Rgb) == "1: DeviceRGB fill");
  CHECK(only(with_image(image_keys(100, "/DeviceRGB"), std::string(30'000, 'x')), Rule::Rgb) == "1: DeviceRGB picture");
  CHECK(only(with_image(image_keys(100, "[/Indexed /DeviceRGB 0 <000000>]"), kGrayPixels), Rule::Rgb) == "1: DeviceRGB picture");
  CHECK(only(painted("q 24 0 0 24 200 200 cm BI /W 100 /H 100 /BPC 8 /CS /RGB /F /AHx ID 00> EI Q"), Rule::Rgb) == "1: DeviceRGB picture");
  const std::string shading =
      "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function << /FunctionType 2 /N 1 /Domain "
      "[0 1] >> >>";
  CHECK(only(painted("q 200 200 50 50 re W n /S sh Q", "/Shading << /S " + shading + " >>"), Rule::Rgb) == "1: DeviceRGB shading");
  CHECK(only(painted("/Pattern cs /P scn 200 200 50 50 re f", "/Pattern << /P << /PatternType 2 /Shading " + shading + " >> >>"),
             Rule::Rgb) == "1: DeviceRGB shading");
  MadePdf tiled = painted("/Pattern cs /P scn 200 200 50 50 re f");
  tiled.pages[0].resources =
      "/Pattern << /P " +
      tiled.objects.add_stream("/PatternType 1 /PaintType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5", "1 0 0 rg 0 0 5 5 re f") + " >>";
  CHECK(only(tiled, Rule::Rgb) == "1: DeviceRGB fill");
}

TEST_CASE("colour spaces of their own: managed and spot") {
  MadePdf pdf = painted("/A cs /B cs /L cs ");
  pdf.pages[0].resources = "/ColorSpace << /L [/Lab << >>] /A [/ICCBased " + pdf.objects.add_stream("/N 1", "profile") +
                           "] /B [/ICCBased " + pdf.objects.add_stream("/N 4", "profile") + "] >>";
  CHECK(only(pdf, Rule::ColourManaged) == "1: ICC CMYK fill, ICC gray fill, Lab fill");
  MadePdf rgb = painted("/A cs ");
  rgb.pages[0].resources = "/ColorSpace << /A [/ICCBased " + rgb.objects.add_stream("/N 3", "profile") + "] >>";
  CHECK(only(rgb, Rule::Rgb) == "1: ICC RGB fill");
  CHECK(only(painted("/S cs", "/ColorSpace << /S [/DeviceN [/Black /Gold] /DeviceCMYK 0] >>"), Rule::SpotColour) == "1: Gold");
  CHECK(findings_of(painted("/S cs", "/ColorSpace << /S [/Separation /Black /DeviceGray 0] >>")).empty());
}

TEST_CASE("ink is added up") {
  CHECK(only(painted("1 .9 .5 .2 k 200 200 50 50 re f"), Rule::TotalInk) == "1: 260 % (a fill) (at most 240 %)");
  CHECK(only(painted("1 1 1 1 K 2 w 200 200 m 250 250 l S"), Rule::TotalInk) == "1: 400 % (a stroke) (at most 240 %)");
  CHECK(only(painted("1 1 1 1 k BT /F 9 Tf 100 300 Td (x) Tj ET"), Rule::TotalInk) == "1: 400 % (text) (at most 240 %)");
  CHECK(only(painted("/S cs 1 scn 200 200 50 50 re f", "/ColorSpace << /S [/Separation /All /DeviceGray 0] >>"), Rule::TotalInk) ==
        "1: 400 % (a fill) (at most 240 %)");
  CHECK(findings_of(painted(".4 .4 .4 1 k 200 200 50 50 re f")).empty());
  CHECK(findings_of(painted("1 1 1 1 k")).empty());  // nothing is painted with it
}

TEST_CASE("ink of pictures and shadings") {
  std::string pixels(40'000, '\x20');
  CHECK(findings_of(with_image(image_keys(100, "/DeviceCMYK"), pixels)).empty());
  pixels.replace(20'000, 4, "\xFF\xFF\xFF\x01");
  CHECK(only(with_image(image_keys(100, "/DeviceCMYK"), pixels), Rule::TotalInk) == "1: 300.39 % (a picture) (at most 240 %)");
  CHECK(only(with_image(image_keys(100, "/DeviceCMYK") + " /Decode [1 0 1 0 1 0 1 0]", std::string(40'000, '\x01')), Rule::TotalInk) ==
        "1: 398.43 % (a picture) (at most 240 %)");
  CHECK(only(with_image(image_keys(100, "[/Indexed /DeviceCMYK 1 <00000000FFFFFF00>]"), kGrayPixels), Rule::TotalInk) ==
        "1: 300 % (a picture) (at most 240 %)");
  CHECK(only(with_image(image_keys(100, "/DeviceCMYK", 4), std::string(20'000, '\xF0') + "\xFF\xFF"), Rule::TotalInk).empty());
  CHECK(only(with_image(image_keys(100, "/DeviceCMYK") + " /Filter /DCTDecode", "no JPEG"), Rule::InkUnknown) == "1: a picture");
  const std::string axial = "/ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 1] /Function ";
  CHECK(only(painted("q 200 200 50 50 re W n /S sh Q", "/Shading << /S << " + axial +
                                                           "<< /FunctionType 3 /Functions [<< /FunctionType 2 /C0 [0 0 0 0] "
                                                           "/C1 [1 1 1 0] /N 1 >>] >> >> >>"),
             Rule::TotalInk) == "1: 300 % (a shading) (at most 240 %)");
  CHECK(only(painted("q 200 200 50 50 re W n /S sh Q", "/Shading << /S << " + axial + "<< /FunctionType 0 >> >> >>"), Rule::InkUnknown) ==
        "1: a shading");
}

TEST_CASE("fills that are too faint") {
  CHECK(only(painted(".95 g 200 200 50 50 re f"), Rule::FaintFill) == "1: 5 % (at least 10 %)");
  CHECK(only(painted("0 0 0 .05 k 200 200 50 50 re f"), Rule::FaintFill) == "1: 5 % (at least 10 %)");
  CHECK(findings_of(painted(".88 g 200 200 50 50 re f 1 g 200 200 20 20 re f")).empty());
}

TEST_CASE("transparency") {
  const auto state = [](const std::string& entries) { return painted("/G gs", "/ExtGState << /G << " + entries + " >> >>"); };
  CHECK(only(state("/ca .5"), Rule::Transparency) == "1: opacity 0.50");
  CHECK(only(state("/CA .25 /ca 1"), Rule::Transparency) == "1: opacity 0.25");
  CHECK(only(state("/BM /Multiply"), Rule::Transparency) == "1: blend mode Multiply");
  CHECK(only(state("/BM [/Darken /Normal]"), Rule::Transparency) == "1: blend mode Darken");
  CHECK(only(state("/SMask << /S /Alpha >>"), Rule::Transparency) == "1: soft mask");
  CHECK(findings_of(state("/SMask /None /BM /Normal /ca 1 /CA 1.0")).empty());
  MadePdf masked = with_image(image_keys(100, "/DeviceGray"), kGrayPixels);
  const std::string mask = masked.objects.add_stream(image_keys(100, "/DeviceGray"), kGrayPixels);
  masked.pages[0].resources =
      "/XObject << /I " + masked.objects.add_stream(image_keys(100, "/DeviceGray") + " /SMask " + mask, kGrayPixels) + " >>";
  CHECK(only(masked, Rule::Transparency) == "1: a picture with a soft mask");
  CHECK(only(with_form("/Group << /S /Transparency >>", ""), Rule::TransparencyGroup) == "1: a form");
  MadePdf page;
  page.pages[0].keys = "/Group << /S /Transparency /CS /DeviceRGB >>";
  CHECK(only(page, Rule::TransparencyGroup) == "1: the page");
}

TEST_CASE("pictures at their printed size") {
  const std::string gray = image_keys(100, "/DeviceGray");
  CHECK(findings_of(with_image(gray, kGrayPixels)).empty());
  CHECK(only(with_image(gray, kGrayPixels, "48 0 0 24 200 200"), Rule::ImageResolution) == "1: 150 ppi (at least 300 ppi)");
  CHECK(only(with_image(gray, kGrayPixels, "0 48 -48 0 300 200"), Rule::ImageResolution) == "1: 150 ppi (at least 300 ppi)");
  CHECK(only(with_image(image_keys(100, "/DeviceGray", 1), std::string(1300, 'x')), Rule::LineArtResolution) ==
        "1: 300 ppi (at least 600 ppi)");
  CHECK(only(painted("q 24 0 0 24 200 200 cm BI /W 100 /H 100 /IM true /F /AHx ID 00> EI Q"), Rule::LineArtResolution) ==
        "1: 300 ppi (at least 600 ppi)");
  CHECK(only(with_image(gray + " /Filter /JPXDecode", "x"), Rule::Jpeg2000) == "1: JPXDecode");
  MadePdf nested;
  const std::string image = nested.objects.add_stream(gray, kGrayPixels);
  const std::string form =
      nested.objects.add_stream("/Subtype /Form /BBox [0 0 90 90] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /I " + image + " >> >>",
                                "24 0 0 24 50 50 cm /I Do");
  nested.pages[0].content += "q 1 0 0 1 100 100 cm /X Do Q";
  nested.pages[0].resources = "/XObject << /X " + form + " >>";
  CHECK(only(nested, Rule::ImageResolution) == "1: 150 ppi (at least 300 ppi)");
}

TEST_CASE("strokes and bars") {
  const auto line = [](const std::string& before) { return painted(before + " 200 200 m 250 250 l S"); };
  CHECK(only(line("0 w"), Rule::Hairline) == "1: 0 pt (a stroke) (at least 0.25 pt)");
  CHECK(only(line(".2 w"), Rule::Hairline) == "1: 0.2 pt (a stroke) (at least 0.25 pt)");
  CHECK(only(line(".5 w"), Rule::StrokeWidth) == "1: 0.5 pt (a stroke) (at least 0.75 pt)");
  CHECK(only(painted("q 1 w .5 0 0 .5 0 0 cm 200 400 m 250 450 l S Q"), Rule::StrokeWidth) == "1: 0.5 pt (a stroke) (at least 0.75 pt)");
  CHECK(only(painted("/G gs 200 200 m 250 250 l S", "/ExtGState << /G << /LW .5 >> >>"), Rule::StrokeWidth) ==
        "1: 0.5 pt (a stroke) (at least 0.75 pt)");
  CHECK(only(painted("200 200 90 .5 re f"), Rule::StrokeWidth) == "1: 0.5 pt (a filled bar) (at least 0.75 pt)");
  CHECK(findings_of(line(".75 w")).empty());
  CHECK(findings_of(painted("200 200 .5 .5 re f 1 G .1 w 200 200 m 250 250 l S")).empty());  // a dot; white
}
