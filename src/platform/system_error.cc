#include "platform/system_error.h"

#include <cerrno>
#include <system_error>

#include "base/ascii.h"

namespace nbpublish {

std::string words_of_error(int error) {
  std::string words = std::generic_category().message(error);
  const auto is_capital = [&](std::size_t i) { return i < words.size() && is_upper(words[i]); };
  if (is_capital(0) && !is_capital(1)) words[0] = to_lower(words[0]);
  return words;
}

bool is_missing(int error) { return error == ENOENT || error == ENOTDIR; }

bool is_machines_fault(int error) { return error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO; }

}  // namespace nbpublish
