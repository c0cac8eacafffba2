// Where links of the Document lead inside the EPUB.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "output/epub/publication.h"

namespace nbpublish {

class LinkMap {
 public:
  explicit LinkMap(const Publication& publication);

  // The value of an href attribute, valid and with a target: a file of the EPUB or a web address.
  // Nothing = the link is set as its text.
  std::optional<std::string> href(const LinkTarget& target) const;

 private:
  std::optional<std::string> internal(const InternalTarget& target) const;

  const Publication& publication_;
  std::map<std::string, std::set<std::string>> anchors_;  // by section key
};

}  // namespace nbpublish
