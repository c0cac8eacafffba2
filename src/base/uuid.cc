#include "base/uuid.h"

#include "base/hash.h"

namespace nbpublish {

std::string name_based_urn(std::string_view name) {
  std::string hex = to_hex(hash128(name));
  hex[12] = '5';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
  for (const std::size_t dash : {20, 16, 12, 8}) hex.insert(dash, "-");
  return "urn:uuid:" + hex;
}

}  // namespace nbpublish
