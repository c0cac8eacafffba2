// Fonts of a PDF (ISO 32000-1, 9.5 to 9.9): whether they are embedded, and how wide their glyphs are.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "preflight/facts.h"
#include "preflight/limits.h"

namespace nbpublish {

struct PdfFont {
  std::size_t index = 0;  // in DocumentFacts::fonts
  bool is_type3 = false;
  bool has_wide_codes = false;                 // two bytes a code, as all CMaps of Western composite fonts have
  PdfMatrix matrix{0.001, 0, 0, 0.001, 0, 0};  // glyph space to text space
  std::vector<double> widths;                  // by code, in glyph space; codes beyond have default_width
  double default_width = 0;
  QPDFObjectHandle dictionary;

  double width(unsigned code) const { return code < widths.size() ? widths[code] : default_width; }
};

// The fonts that were met, each read once.
class FontTable {
 public:
  FontTable(DocumentFacts& document, Budget& budget) : document_(document), budget_(budget) {}
  const PdfFont& get(QPDFObjectHandle dictionary);

 private:
  PdfFont read(QPDFObjectHandle dictionary);
  std::size_t add_facts(FontFacts facts);
  void read_simple_widths(QPDFObjectHandle dictionary, QPDFObjectHandle descriptor, PdfFont& font);
  void read_wide_widths(QPDFObjectHandle descendant, PdfFont& font);
  void set_width(PdfFont& font, long long code, double width);

  DocumentFacts& document_;
  Budget& budget_;
  std::map<QPDFObjGen, PdfFont> fonts_;
  PdfFont direct_;  // a dictionary that is no object of its own is read anew each time
};

}  // namespace nbpublish
