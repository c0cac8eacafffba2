#include "preflight/epub/shown.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "preflight/epub/epub_limits.h"

namespace nbpublish {
namespace {}  // namespace

std::string shown_word(std::string_view word) {
  const bool is_cut = word.size() > kMostShownBytes;
  std::size_t end = is_cut ? kMostShownBytes : word.size();
  while (is_cut && end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  std::string out = sanitise(word.substr(0, end));
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return is_cut ? out + "…" : out;
}

std::string in_quotes(std::string_view word) { return "'" + shown_word(word) + "'"; }

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(kHtmlSpace, at);
    if (begin == std::string_view::npos) return false;
    const std::size_t end = std::min(list.find_first_of(kHtmlSpace, begin), list.size());
    if (list.substr(begin, end - begin) == word) return true;
    at = end;
  }
  return false;
}

}  // namespace nbpublish
