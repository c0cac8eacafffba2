// Rules about the file as a whole, its pages' boxes and margins.
#include <catch2/catch.hpp>
#include <functional>

#include "unit/preflight/made_pdf.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

MadePdf changed(const std::function<void(MadePdf&)>& change) {
  MadePdf pdf;
  change(pdf);
  return pdf;
}

std::string without(std::string text, std::string_view part) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

// A page of 432 x 648 without bleed, on which `content` stands.
MadePage plain_page(std::string content) { return {std::move(content), {}, {}, "/MediaBox [0 0 432 648]"}; }

}  // namespace

TEST_CASE("a file that keeps all rules has no findings") { CHECK(findings_of(MadePdf()).empty()); }

TEST_CASE("what a file says about itself") {
  const auto catalogue = [](std::string_view part) { return changed([&](MadePdf& pdf) { pdf.catalogue = without(pdf.catalogue, part); }); };
  const auto info = [](std::string_view part) { return changed([&](MadePdf& pdf) { pdf.info = without(pdf.info, part); }); };
  CHECK(only(info("/Title (A Book)"), Rule::Title) == "0: none");
  CHECK(only(info("/Author (Ada)"), Rule::Author) == "0: none");
  CHECK(only(info("/GTS_PDFXVersion (PDF/X-1a:2003)"), Rule::PdfX) == "0: neither or only one of the two is there");
  CHECK(only(catalogue("/OutputIntents [<< /S /GTS_PDFX >>]"), Rule::PdfX) == "0: neither or only one of the two is there");
  CHECK(only(catalogue("/Lang (en)"), Rule::Language) == "0: no /Lang");
  CHECK(only(catalogue("/DisplayDocTitle true"), Rule::TitleShown) == "0: no /DisplayDocTitle");
  CHECK(only(catalogue("/Marked true"), Rule::Tagged) == "0: no structure tree, or not marked");
  CHECK(only(changed([](MadePdf& pdf) { pdf.catalogue = pdf.catalogue.substr(0, pdf.catalogue.find("/Metadata")); }), Rule::Xmp) ==
        "0: none");
  CHECK(only(changed([](MadePdf& pdf) { pdf.version = "1.7"; }), Rule::PdfVersion) == "0: 1.7 (at most 1.4)");
  CHECK(only(changed([](MadePdf& pdf) { pdf.catalogue += "/Outlines << /First << /Title (One) >> >>"; }), Rule::Outline) ==
        "0: it has entries");
}

TEST_CASE("XMP may say title and author instead of Info") {
  MadePdf pdf;
  pdf.info = "/GTS_PDFXVersion (PDF/X-1a:2003)";
  pdf.catalogue = pdf.catalogue.substr(0, pdf.catalogue.find("/Metadata"));
  pdf.catalogue += "/Metadata " + pdf.objects.add_stream("/Type /Metadata", "<dc:title>A</dc:title><dc:creator>B</dc:creator>");
  CHECK(findings_of(pdf).empty());
}

TEST_CASE("annotations are counted by kind") {
  MadePdf pdf;
  pdf.pages[0].keys = "/Annots [<< /Subtype /Link >> << /Subtype /Text >> << /Subtype /Link >>]";
  CHECK(only(pdf, Rule::Annotation) == "1: 1 Text, 2 Link");
}

TEST_CASE("page counts") {
  MadePdf pdf;
  pdf.pages.resize(1);
  pdf.pages[0].content.clear();
  const auto report = preflight(pdf.bytes(), "made.pdf", all_rules());
  REQUIRE(report);
  REQUIRE(report->findings.size() == 2);
  CHECK(report->findings[0].rule == Rule::PageCountLeast);
  CHECK(report->findings[0].measured == "1 pages");
  CHECK(report->findings[1].rule == Rule::PageCountEven);
  pdf.pages.clear();
  for (int i = 0; i < 6; ++i) pdf.pages.insert(pdf.pages.end(), {{kBlackText, {}, {}}, {}});
  CHECK(only(pdf, Rule::PageCountMost) == "0: 12 pages (at most 10 pages)");
}

TEST_CASE("blank pages") {
  MadePdf pdf;
  const MadePage text{kBlackText, {}, {}}, blank{};
  pdf.pages = {text, blank, blank, blank, text, blank};
  CHECK(only(pdf, Rule::BlankRun) == "2: 3 pages (at most 2 pages)");
  pdf.pages = {text, blank, blank, blank};
  CHECK(only(pdf, Rule::BlankRun) == "2: 3 pages (at most 2 pages)");
  pdf.pages = {blank, text};
  CHECK(only(pdf, Rule::LastPageBlank) == "2: something is painted on it");
  SECTION("white paint, invisible text and what is clipped away leave a page blank") {
    pdf.pages[1].content =
        "1 g 0 0 450 666 re f 1 1 1 rg 0 0 9 9 re f BT 3 Tr /F 9 Tf 100 100 Td (words) Tj ET "
        "q 0 0 5 5 re W n 0 g 100 100 50 50 re f Q";
    for (const Finding& finding : findings_of(pdf)) CHECK(finding.rule == Rule::Rgb);
  }
}

TEST_CASE("boxes") {
  MadePdf pdf;
  SECTION("sizes differ") {
    pdf.pages[1].boxes = "/MediaBox [0 0 450 666] /BleedBox [0 0 450 666] /TrimBox [9 9 441 650]";
    CHECK(only(pdf, Rule::PageSize) == "2: 432 x 641 pt, the first page 432 x 648 pt");
  }
  SECTION("a turned page is measured as it is seen") {
    pdf.pages[1].boxes = "/Rotate 90 /MediaBox [0 0 666 450] /BleedBox [0 0 666 450] /TrimBox [9 9 657 441]";
    CHECK(findings_of(pdf).empty());
  }
  SECTION("a box outside of another") {
    pdf.pages[0].boxes = "/MediaBox [0 0 450 666] /BleedBox [9 9 441 657] /TrimBox [0 0 432 648]";
    const auto found = findings_of(pdf);
    CHECK(found.front().rule == Rule::Boxes);
    CHECK(found.front().measured == "the trim box is not inside the bleed box");
  }
  SECTION("room for marks") {
    for (MadePage& page : pdf.pages) page.boxes = "/MediaBox [0 0 500 700] /BleedBox [0 0 450 666] /TrimBox [9 9 441 657]";
    pdf.pages[0].content += "0 g 460 20 m 490 20 l S";
    CHECK(only(pdf, Rule::Slug) ==
          "1: media box 500 x 700 pt, bleed box 450 x 666 pt, something is painted outside the trim box\n"
          "2: media box 500 x 700 pt, bleed box 450 x 666 pt");
  }
  SECTION("user units") {
    for (MadePage& page : pdf.pages)
      page.boxes = "/UserUnit 2 /MediaBox [0 0 225 333] /BleedBox [0 0 225 333] /TrimBox [4.5 4.5 220.5 328.5]";
    pdf.pages[0].content = "0 g BT /F 4 Tf 50 200 Td (words) Tj ET";
    CHECK(findings_of(pdf).empty());
  }
}

TEST_CASE("bleed goes over the outer edges") {
  MadePdf pdf;
  pdf.pages[0].content += "0 g 400 300 50 20 re f";  // to the edge of the media box
  CHECK(findings_of(pdf).empty());
  pdf.pages[0].content = kBlackText + "0 g 400 300 42 20 re f";
  CHECK(only(pdf, Rule::Bleed) == "1: 1 pt (a fill, right) (at least 9 pt)");
  pdf.pages[0].content = kBlackText + "0 g 9 300 50 20 re f";  // the spine of a recto
  CHECK(findings_of(pdf).empty());
  pdf.pages.insert(pdf.pages.begin() + 1, {{"0 g 9 300 50 20 re f", {}, {}}, {}});  // and the outer edge of a verso
  CHECK(only(pdf, Rule::Bleed) == "2: 0 pt (a fill, left) (at least 9 pt)");
}

TEST_CASE("margins, mirrored, and inner ones by page count") {
  MadePdf pdf;
  const auto text_at = [](int x) { return plain_page("0 g BT /F 9 Tf " + std::to_string(x) + " 400 Td (words) Tj ET"); };
  pdf.pages = {text_at(20), text_at(20), plain_page("0 g BT /F 9 Tf 395 400 Td (words) Tj ET"), plain_page("")};
  CHECK(findings_of(pdf).size() == 2);
  CHECK(findings_of(pdf)[0].rule == Rule::InnerMargin);
  CHECK(findings_of(pdf)[0].place.page == 1);
  CHECK(findings_of(pdf)[0].measured == "20 pt (left)");
  CHECK(findings_of(pdf)[0].limit == "at least 27 pt");
  CHECK(findings_of(pdf)[1].rule == Rule::OuterMargin);
  CHECK(findings_of(pdf)[1].place.page == 3);
  CHECK(findings_of(pdf)[1].measured == "14.5 pt (right)");  // 432 - 395 - five letters of half of 9 pt
  pdf.pages = {text_at(30), plain_page("")};
  CHECK(findings_of(pdf).empty());
  pdf.pages = {text_at(30), plain_page(""), text_at(60), plain_page(""), text_at(60), plain_page("")};
  CHECK(only(pdf, Rule::InnerMargin) == "1: 30 pt (left) (at least 36 pt)");
  pdf.pages = {plain_page(kBlackText + "0 g BT /F 9 Tf 100 9 Td (words) Tj ET"), plain_page("")};
  CHECK(only(pdf, Rule::OuterMargin) == "1: 9 pt (foot) (at least 18 pt)");
}
