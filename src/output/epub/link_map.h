// Where links of the Document lead inside the EPUB.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "output/epub/publication.h"

namespace nbpublish {

class LinkMap {
 public:
  explicit LinkMap(const Publication& publication);

  // The value of an href attribute, valid and with a target: a file of the EPUB or a web address.
  // Nothing = the link is set as its text.
  std::optional<std::string> href(const LinkTarget& target) const;
  // Where readers get the file that a listing of the chapter names; nothing if the book does not say.
  std::optional<std::string> file_of_listing(const std::string& chapter, const std::string& name) const;
  // Whether the place is in the EPUB: a sample has not all of its texts' ones.
  bool holds(const InternalTarget& target) const;
  // The first of a text's files; null if it is not in the EPUB.
  const Section* section_of(const std::string& key) const;

 private:
  std::optional<std::string> internal(const InternalTarget& target) const;

  const Publication& publication_;
  std::map<std::string, const Section*> sections_;                        // by key
  std::map<std::string, std::map<std::string, const Section*>> anchors_;  // by section key: the file that has each
};

}  // namespace nbpublish
