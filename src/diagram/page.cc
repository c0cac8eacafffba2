#include "diagram/page.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <set>

#include "base/ascii.h"
#include "base/xml_text.h"

namespace nbpublish {
namespace {

// A path as a URL: everything but what no URL or CSS string can misread is escaped.
std::string file_url(const std::filesystem::path& path) {
  std::string out = "file://";
  for (const char c : std::filesystem::absolute(path).string()) {
    const bool plain = is_alphanumeric(c) || c == '/' || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string font_faces(const DiagramRules& rules) {
  std::string out;
  for (const DiagramFace& f : rules.faces)
    // No contextual alternates: the finished drawing is set without them, see figure/svg_fonts.cc.
    out += fmt::format(
        "@font-face {{ font-family: \"{}\"; font-weight: {}; font-style: {}; src: url(\"{}\"); font-feature-settings: \"calt\" 0; }}\n",
        f.family, f.weight, f.italic ? "italic" : "normal", file_url(f.file));
  return out;
}

// Each once, the lettering's own first, separated by line feeds.
std::string families(const DiagramRules& rules) {
  std::string out = rules.family;
  std::set<std::string> listed{rules.family};
  for (const DiagramFace& f : rules.faces)
    if (listed.insert(f.family).second) out += "\n" + f.family;
  return out;
}

DrawnDiagram drawn(simdjson::dom::element element) {
  DrawnDiagram out;
  std::string_view text;
  std::int64_t line = 0;
  if (element["svg"].get(text) == simdjson::SUCCESS) out.svg = text;
  else if (element["error"].get(text) == simdjson::SUCCESS) out.error = text;
  if (element["line"].get(line) == simdjson::SUCCESS) out.line = static_cast<int>(line);
  return out;
}

}  // namespace

std::span<const std::string_view> diagram_scripts() {
  static constexpr std::string_view kScripts[] = {"notation.js", "drawing.js", "words.js", "page.js"};
  return kScripts;
}

std::string diagram_page(std::span<const std::string> diagrams, const DiagramRules& rules, const DiagramTools& tools) {
  std::string out =
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      // Nothing is loaded but scripts and fonts of this machine; text of chapters cannot run.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src file:; style-src 'unsafe-inline'; font-src "
      "file:\">\n";
  out += fmt::format("<style>\n{}</style></head><body>\n", font_faces(rules));
  out += fmt::format(
      "<div id=\"job\" data-width=\"{:.2f}\" data-height=\"{:.2f}\" data-page=\"{:.2f}\" data-families=\"{}\"></div>\n<div "
      "id=\"holder\"></div>\n",
      rules.measure.points(), rules.usual_height.points(), rules.page_height.points(), xml_text(families(rules)));
  for (const std::string& diagram : diagrams)
    out += "<pre class=\"diagram\">\n" + xml_text(diagram) + "</pre>\n";  // HTML takes off the first line feed
  const auto script = [&](const std::filesystem::path& file) { out += fmt::format("<script src=\"{}\"></script>\n", file_url(file)); };
  script(tools.mermaid);
  for (const std::string_view name : diagram_scripts()) script(tools.scripts / name);
  return out + "</body></html>\n";
}

Result<std::vector<DrawnDiagram>> read_answer(std::string_view dump, std::size_t count) {
  constexpr std::string_view kBegin = "<pre id=\"answer\">", kEnd = "</pre>";
  const std::size_t begin = dump.find(kBegin), end = dump.find(kEnd, begin);
  if (begin == std::string_view::npos || end == std::string_view::npos)
    return fail(ErrorKind::Internal, "the page of diagrams gave no answer");
  simdjson::dom::parser parser;
  simdjson::dom::array list;
  const std::string json(dump.substr(begin + kBegin.size(), end - begin - kBegin.size()));
  if (parser.parse(json).get(list) != simdjson::SUCCESS || list.size() != count)
    return fail(ErrorKind::Internal, "the answer of the page of diagrams cannot be read");
  std::vector<DrawnDiagram> out;
  for (const simdjson::dom::element element : list) out.push_back(drawn(element));
  return out;
}

}  // namespace nbpublish
