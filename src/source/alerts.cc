#include "source/alerts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "source/html_tokens.h"

namespace nbpublish {
namespace {

constexpr std::array<std::pair<std::string_view, AlertKind>, 5> kKinds = {{{"note", AlertKind::Note},
                                                                           {"tip", AlertKind::Tip},
                                                                           {"important", AlertKind::Important},
                                                                           {"warning", AlertKind::Warning},
                                                                           {"caution", AlertKind::Caution}}};

// "[!NOTE]" at the beginning of `text`, or nothing.
std::string_view marker_in(std::string_view text) {
  if (!text.starts_with("[!")) return {};
  const std::size_t end = text.find(']');
  if (end == text.npos || end == 2) return {};
  const std::string_view name = text.substr(2, end - 2);
  if (!std::ranges::all_of(name, is_letter)) return {};
  const bool alone = end + 1 == text.size() || text[end + 1] == ' ';
  return alone ? text.substr(0, end + 1) : std::string_view{};
}

void drop_marker(std::vector<SyntaxNode>& blocks, std::size_t length) {
  std::vector<SyntaxNode>& first = blocks.front().children;
  std::string& text = first.front().text;
  text.erase(0, length);
  const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
  text.erase(0, blanks);
  first.front().span.column += static_cast<std::uint32_t>(length + blanks);
  if (text.empty()) first.erase(first.begin());
  if (!first.empty() && (first.front().kind == SyntaxKind::SoftBreak || first.front().kind == SyntaxKind::LineBreak))
    first.erase(first.begin());
  if (first.empty()) {
    blocks.erase(blocks.begin());
  } else {
    const SourceSpan place = first.front().span;
    blocks.front().span.line = place.line;
    blocks.front().span.column = place.column;
  }
}

}  // namespace

AlertMarker read_alert_marker(const std::vector<SyntaxNode>& quote) {
  AlertMarker found;
  if (quote.empty() || quote.front().kind != SyntaxKind::Paragraph) return found;
  const std::vector<SyntaxNode>& first = quote.front().children;
  if (first.empty() || first.front().kind != SyntaxKind::Text) return found;
  const std::string_view marker = marker_in(first.front().text);
  if (marker.empty()) return found;
  const std::string name = lowered(marker.substr(2, marker.size() - 3));
  const auto kind = std::ranges::find(kKinds, name, [](const auto& entry) { return entry.first; });
  if (kind == kKinds.end()) {
    found.unknown = marker;
    return found;
  }
  found.kind = kind->second;
  found.rest = quote;
  drop_marker(found.rest, marker.size());
  return found;
}

}  // namespace nbpublish
