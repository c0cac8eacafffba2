#include "figure/svg_xml.h"

#include <fmt/format.h>

#include <sstream>

#include "figure/svg_names.h"

namespace nbpublish {

Status parse_svg(pugi::xml_document& document, std::string_view bytes) {
  constexpr unsigned kOptions =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_doctype;
  const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), kOptions);
  if (!result)
    return fail(ErrorKind::Input, fmt::format("the SVG is not well-formed XML: {} at byte {}", result.description(), result.offset));
  for (const pugi::xml_node node : document.children()) {
    if (node.type() != pugi::node_doctype) continue;
    if (std::string_view(node.value()).find('[') != std::string_view::npos)
      return fail(ErrorKind::Input, "the SVG declares entities in its DOCTYPE, which are not read", "save it as plain SVG");
  }
  if (local_name(document.document_element().name()) != "svg")
    return fail(ErrorKind::Input, fmt::format("the file's root element is <{}>, not <svg>", document.document_element().name()));
  return {};
}

std::string svg_text(pugi::xml_node svg) {
  std::ostringstream out;
  svg.print(out, "", pugi::format_raw);
  return std::move(out).str();
}

}  // namespace nbpublish
