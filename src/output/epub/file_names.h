// Names of files in the container, and of their items in the manifest.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace nbpublish {

// Letters of ASCII, digits and hyphens, at most 100: what every file system and shop takes. Unique without regard to
// case (OCF 3.3, 4.2.3), and none that Windows keeps for its devices.
class FileNames {
 public:
  // `taken` in small letters.
  explicit FileNames(std::set<std::string> taken) : taken_(std::move(taken)) {}
  // `wanted` in those characters, with "-2", "-3" … behind it if that is taken. `also` is kept, too.
  std::string unique(std::string_view wanted, char also = '-');

 private:
  std::set<std::string> taken_;
};

}  // namespace nbpublish
