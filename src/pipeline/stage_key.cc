#include "pipeline/stage_key.h"

#include <array>

#include "platform/program_identity.h"

namespace nbpublish {

StageKey::StageKey(std::string_view stage) {
  static const Hash128 kProgram = identity_of_program();
  add(stage).add(kProgram);
}

StageKey& StageKey::add(std::string_view text) {
  add(text.size());
  hash_.add(text);
  return *this;
}

StageKey& StageKey::add(std::uint64_t number) {
  std::array<char, sizeof(number)> bytes;
  for (char& byte : bytes) byte = static_cast<char>(number), number >>= 8;
  hash_.add({bytes.data(), bytes.size()});
  return *this;
}

}  // namespace nbpublish
