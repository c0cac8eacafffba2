#include "source/backticks.h"

#include <algorithm>

namespace nbpublish {

std::size_t end_of_backticks(std::string_view text, std::size_t pos) { return std::min(text.find_first_not_of('`', pos), text.size()); }

std::optional<std::size_t> end_of_code_span(std::string_view text, std::size_t pos) {
  const std::size_t first = end_of_backticks(text, pos);
  for (std::size_t from = first;;) {
    const std::size_t close = text.find('`', from);
    if (close == text.npos) return std::nullopt;
    from = end_of_backticks(text, close);
    if (from - close == first - pos) return from;
  }
}

}  // namespace nbpublish
