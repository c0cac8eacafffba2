// Files that are damaged, or made to do harm: each ends in a sentence, soon.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "preflight/content_reader.h"
#include "support/sound_report.h"
#include "unit/preflight/made_pdf.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string form(PdfObjects& objects, const std::string& inner, const std::string& content) {
  return objects.add_stream("/Subtype /Form /BBox [0 0 450 666] /Resources << /XObject << /X " + inner + " >> >>", content);
}

// The clean file whose first page draws `reference` as /X.
MadePdf drawing(MadePdf pdf, const std::string& reference) {
  pdf.pages[0].content += "/X Do";
  pdf.pages[0].resources = "/XObject << /X " + reference + " >>";
  return pdf;
}

std::string budget_error(const std::string& content, Budget budget) {
  try {
    read_content(content, budget, [](std::string_view, const Operands&) {});
    return "";
  } catch (const LimitPassed& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("what is no PDF is told so") {
  CHECK(refusal("") == "made.pdf: the file is not a PDF");
  CHECK(refusal("PK\x03\x04 an EPUB") == "made.pdf: the file is not a PDF");
  CHECK(refusal("%PDF-1.4\nnothing more").starts_with("made.pdf: the PDF is damaged: "));
}

TEST_CASE("a truncated file is refused, or mended and told") {
  const std::string whole = MadePdf().bytes();
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    const auto report = preflight(whole.substr(0, size), "made.pdf", all_rules());
    if (report) CHECK(report->findings.front().rule == Rule::Damaged);
    else CHECK(report.error().message.starts_with("made.pdf: "));
  }
}

TEST_CASE("a file with a changed byte gives a sound report or a named error, twice the same") {
  const std::string whole = MadePdf().bytes();
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x15);
    INFO("byte " << i);
    CHECK(fault_of([&] { return preflight(changed, "made.pdf", all_rules()); }, "made.pdf", all_rules()) == "");
  }
}

TEST_CASE("a stream that cannot be decoded names its page") {
  MadePdf pdf;
  pdf = drawing(pdf, pdf.objects.add_stream("/Subtype /Form /Filter /FlateDecode", "no deflated data"));
  CHECK(refusal(pdf.bytes()) == "made.pdf: the PDF is damaged: page 1: a stream cannot be decoded: object 4 0");
  MadePdf other;
  other = drawing(other, other.objects.add_stream("/Subtype /Form /Filter /Nonsense", "x"));
  CHECK(refusal(other.bytes()) == "made.pdf: the PDF is damaged: page 1: a stream cannot be decoded: object 4 0");
}

TEST_CASE("forms that draw themselves") {
  MadePdf pdf;
  const std::string self = pdf.objects.reserve();
  pdf.objects.set(
      self, "<< /Subtype /Form /BBox [0 0 9 9] /Length 5 /Resources << /XObject << /X " + self + " >> >> >>\nstream\n/X Do\nendstream");
  CHECK(refusal(drawing(pdf, self).bytes()) == "made.pdf: page 1: a form draws itself: object " + self.substr(0, self.size() - 2));
}

TEST_CASE("forms nested too deeply") {
  MadePdf pdf;
  std::string inner = form(pdf.objects, "null", "");
  for (int i = 0; i < 20; ++i) inner = form(pdf.objects, inner, "/X Do");
  CHECK(findings_of(drawing(pdf, inner)).empty());
  for (int i = 0; i < 20; ++i) inner = form(pdf.objects, inner, "/X Do");
  CHECK(refusal(drawing(pdf, inner).bytes()) == "made.pdf: page 1: forms are nested more than 24 deep");
}

TEST_CASE("a stream that unfolds to more than is read") {
  MadePdf pdf;
  const std::string bomb = pdf.objects.add_deflated("/Subtype /Form /BBox [0 0 9 9]", std::string(kMostContentBytes + 1, ' '));
  CHECK(refusal(drawing(pdf, bomb).bytes()) == "made.pdf: page 1: one of its streams is larger than 64 MB when decoded");
}

TEST_CASE("a form drawn again and again is paid for each time") {
  MadePdf pdf;
  std::string inner = form(pdf.objects, "null", std::string(1u << 20, ' '));
  std::string ten;
  for (int i = 0; i < 10; ++i) ten += "/X Do ";
  for (int i = 0; i < 6; ++i) inner = form(pdf.objects, inner, ten);
  CHECK(refusal(drawing(pdf, inner).bytes()) == "made.pdf: page 1: its pages have more than 256 MB of drawing operators");
}

TEST_CASE("an empty form drawn a million times") {
  MadePdf pdf;
  std::string inner = form(pdf.objects, "null", ""), ten;
  for (int i = 0; i < 10; ++i) ten += "/X Do ";
  for (int i = 0; i < 7; ++i) inner = form(pdf.objects, inner, ten);
  CHECK(refusal(drawing(pdf, inner).bytes()) == "made.pdf: page 1: its pages have more than 30 million drawing operators");
}

TEST_CASE("inline images end at their EI, and are looked for once") {
  std::vector<std::string> operators;
  const auto names = [&](const std::string& content) {
    Budget budget;
    operators.clear();
    read_content(content, budget, [&](std::string_view name, const Operands&) { operators.emplace_back(name); });
    return operators;
  };
  CHECK(names("q BI /W 1 ID \x01 EI\x02 EI \xff\xfe EI Q") == std::vector<std::string>{"q", "BI", "Q"});
  CHECK(names("BI ID x\nEI") == std::vector<std::string>{"BI"});
  CHECK(names("BI ID never ends") == std::vector<std::string>{"BI"});
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "BI ID x EI BI ID ( EI ";
  CHECK(names(many).size() == 200'000);
}

TEST_CASE("too many operators, operands and saved states") {
  CHECK(budget_error("q Q q", Budget(100, 2, 0)) == "its pages have more than 30 million drawing operators");
  CHECK(budget_error("q Q q", Budget(4, 9, 0)) == "its pages have more than 256 MB of drawing operators");
  std::string many;
  for (std::size_t i = 0; i <= kMostOperands; ++i) many += "0 ";
  CHECK(budget_error("[" + many + "] TJ", Budget()) == "an operator has more than 65,536 operands");
  MadePdf pdf;
  for (std::size_t i = 0; i <= kMostSavedStates; ++i) pdf.pages[0].content += "q ";
  CHECK(refusal(pdf.bytes()) == "made.pdf: page 1: q is nested more than 512 deep");
}

TEST_CASE("colour spaces in themselves, and of too many inks") {
  MadePdf pdf;
  const std::string space = pdf.objects.reserve();
  pdf.objects.set(space, "[/Indexed " + space + " 255 <00>]");
  pdf.pages[0].content += "/S cs 0 scn";
  pdf.pages[0].resources = "/ColorSpace << /S " + space + " >>";
  CHECK(refusal(pdf.bytes()) == "made.pdf: page 1: colour spaces are nested too deeply");
  std::string inks;
  for (int i = 0; i < 40; ++i) inks += fmt::format("/Ink{} ", i);
  pdf.pages[0].resources = "/ColorSpace << /S [/DeviceN [" + inks + "] /DeviceGray 0] >>";
  CHECK(refusal(pdf.bytes()) == "made.pdf: page 1: a colour space has more than 32 inks");
}

TEST_CASE("a page tree that is a chain, or a ring") {
  PdfObjects objects;
  const std::string page = objects.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
  std::string node = page;
  for (int i = 0; i < 70; ++i) node = objects.add("<< /Type /Pages /Kids [" + node + "] /Count 1 >>");
  const std::string root = objects.add("<< /Type /Catalog /Pages " + node + " >>");
  CHECK(refusal(objects.file("1.4", "/Root " + root)) == "made.pdf: its page tree is more than 64 levels deep");
  PdfObjects ring;
  const std::string self = ring.reserve();
  ring.set(self, "<< /Type /Pages /Kids [" + self + "] /Count 1 >>");
  const std::string top = ring.add("<< /Type /Catalog /Pages " + self + " >>");
  CHECK(refusal(ring.file("1.4", "/Root " + top)) == "made.pdf: the PDF is damaged: it has no pages");
}

TEST_CASE("numbers beyond all pages, and operators without operands") {
  MadePdf pdf;
  pdf.pages[0].content +=
      "1e999 0 0 99999999999999999999999 0 0 cm 999999999999 w 0 0 m 9999999999999999 1 l S Q Q Q re f Tj ' "
      "\" TJ cm gs Do sh scn d0 "
      "BT /None 9 Tf (x) Tj ET BI ID EI ] ] >> ) > /";
  CHECK(fault_of([&] { return preflight(pdf.bytes(), "made.pdf", all_rules()); }, "made.pdf", all_rules()) == "");
}
