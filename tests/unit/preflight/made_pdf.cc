#include "unit/preflight/made_pdf.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>

namespace nbpublish::testing {

std::string PdfObjects::add(const std::string& value) {
  values_.push_back(value);
  return fmt::format("{} 0 R", values_.size());
}

std::string PdfObjects::reserve() { return add("null"); }

void PdfObjects::set(const std::string& reference, const std::string& value) {
  values_.at(static_cast<std::size_t>(std::stoi(reference)) - 1) = value;
}

std::string PdfObjects::add_stream(const std::string& keys, const std::string& data) {
  return add(fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", keys, data.size(), data));
}

std::string PdfObjects::add_deflated(const std::string& keys, const std::string& data) {
  std::string packed;
  Pl_String end("packed", nullptr, packed);
  Pl_Flate flate("flate", &end, Pl_Flate::a_deflate);
  flate.writeString(data);
  flate.finish();
  return add_stream(keys + " /Filter /FlateDecode", packed);
}

std::string PdfObjects::file(const std::string& version, const std::string& trailer) const {
  std::string out = "%PDF-" + version + "\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    places.push_back(out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, values_[i]);
  }
  const std::size_t table = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", values_.size() + 1);
  for (const std::size_t place : places) out += fmt::format("{:010} 00000 n \n", place);
  return out + fmt::format("trailer\n<< /Size {} {} >>\nstartxref\n{}\n%%EOF\n", values_.size() + 1, trailer, table);
}

MadePdf::MadePdf() {
  info = "/Title (A Book) /Author (Ada) /GTS_PDFXVersion (PDF/X-1a:2003)";
  const std::string xmp = objects.add_stream("/Type /Metadata /Subtype /XML", "<x:xmpmeta/>");
  catalogue =
      "/Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >> "
      "/ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< /S /GTS_PDFX >>] /Metadata " +
      xmp;
  const std::string program = objects.add_stream("", "not looked into");
  fonts = "/F " + objects.add("<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Serif /FirstChar 32 /Widths [250" +
                              [] {
                                std::string w;
                                for (int i = 33; i < 127; ++i) w += " 500";
                                return w;
                              }() +
                              "] /FontDescriptor << /Type /FontDescriptor /FontFile2 " + program + " >> >>");
  pages = {{kBlackText, {}, {}}, {}};
}

std::string MadePdf::bytes() const {
  PdfObjects all = objects;
  const std::string tree = all.reserve();
  std::string kids;
  for (const MadePage& page : pages) {
    const std::string content = all.add_stream("", page.content);
    kids += all.add(fmt::format("<< /Type /Page /Parent {} {} /Contents {} /Resources << /Font << {} >> {} >> {} >>", tree, page.boxes,
                                content, fonts, page.resources, page.keys)) +
            " ";
  }
  all.set(tree, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids));
  const std::string root = all.add(fmt::format("<< /Type /Catalog /Pages {} {} >>", tree, catalogue));
  const std::string about = all.add("<< " + info + " >>");
  return all.file(version, fmt::format("/Root {} /Info {} {}", root, about, trailer));
}

OutletRules all_rules() {
  OutletRules rules(pdf_rules());
  rules.name = "all";
  for (std::optional<OutletRule>& rule : rules.rules) rule = OutletRule{Severity::Error, {}, "a test", "2026-11-26"};
  const auto limit = [&](Rule rule, double value) { rules.rules[static_cast<std::size_t>(rule)]->limit = {{.value = value}}; };
  limit(Rule::PdfVersion, 1.4);
  limit(Rule::PageCountLeast, 2);
  limit(Rule::PageCountMost, 10);
  limit(Rule::BlankRun, 2);
  limit(Rule::Bleed, 9);
  rules.rules[static_cast<std::size_t>(Rule::InnerMargin)]->limit = {{4, 27}, {8, 36}};
  limit(Rule::OuterMargin, 18);
  limit(Rule::TextSize, 7);
  limit(Rule::TotalInk, 240);
  limit(Rule::FaintFill, 10);
  limit(Rule::ImageResolution, 300);
  limit(Rule::LineArtResolution, 600);
  limit(Rule::Hairline, 0.25);
  limit(Rule::StrokeWidth, 0.75);
  return rules;
}

std::vector<Finding> findings_of(const MadePdf& pdf) {
  const auto report = preflight(pdf.bytes(), "made.pdf", all_rules());
  if (!report) FAIL(report.error().message);
  return report->findings;
}

std::string only(const MadePdf& pdf, Rule rule) {
  std::string out;
  for (const Finding& finding : findings_of(pdf)) {
    if (finding.rule != rule) FAIL_CHECK("also " << pdf_rules()[finding.rule.row].word << ": " << finding.measured);
    if (!out.empty()) out += "\n";
    out += fmt::format("{}: {}", finding.place.page, finding.measured);
    if (!finding.limit.empty()) out += fmt::format(" ({})", finding.limit);
  }
  return out;
}

std::string refusal(const std::string& bytes) {
  const auto report = preflight(bytes, "made.pdf", all_rules());
  if (report) return "no error";
  CHECK(report.error().kind == ErrorKind::Input);
  return report.error().message;
}

}  // namespace nbpublish::testing
