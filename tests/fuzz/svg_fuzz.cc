// Drawings as text: made safe, turned for dark pages, put into grays. librsvg has no part in it.
#include <pugixml.hpp>

#include "figure/dark_svg.h"
#include "figure/gray_svg.h"
#include "figure/svg_sanitise.h"
#include "figure/svg_words.h"
#include "figure/svg_xml.h"
#include "fuzz/fuzz.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

const PictureLimits kLimits{.max_bytes = 1u << 20, .max_pixels = 1'000'000};

// Empty if it is refused.
std::string sanitised(std::string_view bytes) {
  pugi::xml_document document;
  if (!parse_svg(document, bytes)) return {};
  pugi::xml_node svg = document.document_element();
  if (!sanitise_svg(svg, kLimits)) return {};
  (void)words_in(svg, "title");
  (void)smallest_lettering(svg);
  return svg_text(svg);
}

void must_be_safe(const std::string& svg) {
  pugi::xml_document document;
  must(parse_svg(document, svg).has_value(), "a safe drawing can be read");
  for (const pugi::xpath_node& found :
       document.select_nodes("//*[local-name()='script' or local-name()='foreignObject' or local-name()='animate']"))
    must(found.node().empty(), "nothing in it runs or moves");
  must(document.select_node("//@*[starts-with(name(), 'on')]").attribute().empty(), "event attributes are gone");
}

Theme dark_theme() {
  Theme theme;
  for (Rgb& colour : theme.colours) colour = {230, 230, 230};
  theme.colours[static_cast<std::size_t>(ColourRole::Paper)] = {20, 20, 20};
  return theme;
}

Theme light_theme() {
  Theme theme;
  theme.colours[static_cast<std::size_t>(ColourRole::Paper)] = {255, 255, 255};
  return theme;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string safe = sanitised(text_of(data, size));
  if (safe.empty()) return 0;
  must(sanitised(safe) == safe, "what is safe stays as it is");
  must_be_safe(safe);
  static const DarkColours kDark(light_theme(), dark_theme());
  const Result<std::string> dark = dark_svg(safe, kDark);
  if (dark) must(!sanitised(*dark).empty(), "a dark drawing is safe");
  const Result<GraySvg> gray = gray_svg(safe, 0.5);
  if (gray) must(!sanitised(gray->bytes).empty(), "a gray drawing is safe");
  return 0;
}
