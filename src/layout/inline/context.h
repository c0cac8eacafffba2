// LayoutContext: what every layout function of one chapter needs. One per thread; nothing in it is global.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "figure/picture_table.h"
#include "frame/frame.h"
#include "style/style.h"
#include "text/font_library.h"
#include "text/hyphenator.h"
#include "text/shaper.h"

namespace nbpublish {

// Page numbers that a chapter may print ("page 214"): the small environment that settles in a bounded loop.
// A target that is not known yet prints as kUnknownPage, which is as wide as a usual number.
struct PageNumbers {
  std::map<std::string, std::string> labels;  // destination name -> printed folio
  std::string label_of(const std::string& destination) const {
    const auto it = labels.find(destination);
    return it == labels.end() ? std::string(kUnknownPage) : it->second;
  }
  static constexpr std::string_view kUnknownPage = "000";
};

class WordItems;

struct LayoutContext {
  const Style& style;
  Shaper& shaper;
  Hyphenator& hyphenator;
  WordItems& words;
  const PageNumbers& pages;
  const PictureTable& pictures;
  TagTree& tags;
  DiagnosticSink& diagnostics;
  std::string file;     // of the chapter, for diagnostics
  std::string chapter;  // its key, for destinations

  const FontLibrary& fonts() const { return shaper.fonts(); }
  FontId font(const TextStyle& s) const { return fonts().find(style.family(s.family), s.weight, s.italic); }
};

}  // namespace nbpublish
