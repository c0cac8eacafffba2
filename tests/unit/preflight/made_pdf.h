// PDFs written out by hand, so that a test says exactly what stands in the file.
#pragma once

#include <string>
#include <vector>

#include "preflight/preflight.h"

namespace nbpublish::testing {

// Numbered objects, from 1.
class PdfObjects {
 public:
  std::string add(const std::string& value);  // "3 0 R"
  std::string add_stream(const std::string& keys, const std::string& data);
  std::string add_deflated(const std::string& keys, const std::string& data);
  // Reserves a number, to be filled by set().
  std::string reserve();
  void set(const std::string& reference, const std::string& value);
  std::string file(const std::string& version, const std::string& trailer) const;

 private:
  std::vector<std::string> values_;
};

struct MadePage {
  std::string content;    // operators
  std::string resources;  // entries beside the fonts
  std::string keys;       // further keys of the page
  std::string boxes = "/MediaBox [0 0 450 666] /BleedBox [0 0 450 666] /TrimBox [9 9 441 657]";
};

// A file that keeps all rules: two pages of 6 x 9 inches with bleed, a line of black text on the first,
// nothing on the second, PDF/X and PDF/UA at once. Tests change one thing.
struct MadePdf {
  MadePdf();
  PdfObjects objects;
  std::vector<MadePage> pages;
  std::string version = "1.4", info, catalogue, fonts, trailer;

  std::string bytes() const;
};

// A black line of text at 9.5 pt well inside the margins.
inline const std::string kBlackText = "0 g BT /F 9.5 Tf 100 400 Td (words) Tj ET\n";

// All rules, with limits as printers have them.
OutletRules all_rules();
// All findings of the file.
std::vector<Finding> findings_of(const MadePdf& pdf);
// Those of one rule, a line for each: "1: 6.2 pt (at least 7 pt)". The file must break no other rule.
std::string only(const MadePdf& pdf, Rule rule);
// The error that the file ends in.
std::string refusal(const std::string& bytes);

}  // namespace nbpublish::testing
