#include "book/readme_title.h"

#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "book/words.h"

namespace nbpublish {
namespace {

constexpr std::string_view kLineBlank = " \t\r";

// The end of what begins at `at` and closes with `close`, or nothing.
std::optional<std::size_t> past(std::string_view text, std::size_t at, char close) {
  const std::size_t end = text.find(close, at);
  if (end == std::string_view::npos) return std::nullopt;
  return end + 1;
}

// Drops tags: badges and logos stand in headings, and a heading may be one of HTML.
std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::optional<std::size_t> end = rest.starts_with('<') ? past(text, at, '>') : std::nullopt;
    if (!end) out += rest.front();
    at = end.value_or(at + 1);
  }
  return std::string(trimmed(out, kLineBlank));
}

std::optional<std::string_view> hash_heading(std::string_view line) {
  if (!line.starts_with("# ")) return std::nullopt;
  line = trimmed(line.substr(1), kLineBlank);
  const std::size_t text_end = line.find_last_not_of('#') + 1;
  return text_end < line.size() && text_end > 0 && line[text_end - 1] == ' ' ? line.substr(0, text_end) : line;
}

std::optional<std::string_view> html_heading(std::string_view line) {
  if (!line.starts_with("<h1")) return std::nullopt;
  const std::size_t end = line.find("</h1>");
  return end == std::string_view::npos ? std::nullopt : std::optional(line.substr(0, end));
}

bool is_underline(std::string_view line) { return !line.empty() && line.find_first_not_of('=') == std::string_view::npos; }

}  // namespace

Phrase readme_title(std::string_view markdown) {
  bool in_fence = false;
  std::string_view previous;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = trimmed(markdown.substr(at, end - at), kLineBlank);
    at = end + 1;
    if (line.starts_with("```") || line.starts_with("~~~")) in_fence = !in_fence;
    if (in_fence) continue;
    std::optional<std::string_view> heading = hash_heading(line);
    if (!heading) heading = html_heading(line);
    if (!heading && is_underline(line) && !previous.empty()) heading = previous;
    if (heading)
      if (Phrase title = phrase_of(sanitise(without_tags(*heading))); !trimmed(title.plain(), kLineBlank).empty()) return title;
    previous = line;
  }
  return {};
}

}  // namespace nbpublish
