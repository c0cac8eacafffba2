// Where pages that were drawn are kept from run to run.
#pragma once

#include <optional>
#include <string>

#include "base/colour.h"
#include "base/hash.h"
#include "frame/frame.h"

namespace nbpublish {

class DrawnPages {
 public:
  virtual ~DrawnPages() = default;
  virtual std::optional<std::string> find(Hash128 key) = 0;
  // A failure to keep is no failure: the page is drawn again.
  virtual void keep(Hash128 key, const std::string& bytes) = 0;
};

// Of all that render_page_jpeg() reads: equal keys stand for equal pictures.
Hash128 drawing_key(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi);

}  // namespace nbpublish
