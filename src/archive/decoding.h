// What decoding needs beside the bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "base/hash.h"
#include "figure/figure.h"

namespace nbpublish {

struct Decoding {
  // The picture whose hash_of_picture() it is, or none. Without it no value that has pictures can be decoded.
  std::function<PicturePtr(const Hash128&)> picture{};
  // How many faces the font library has: pages name them by their number in it, and mean nothing with another library.
  std::size_t fonts = 0;
  // The bytes, if items of pages without pictures may be read from them as late as somebody looks at them.
  std::shared_ptr<const std::string> owner{};
};

}  // namespace nbpublish
