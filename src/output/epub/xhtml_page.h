// XhtmlPage: what every content document starts from.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace nbpublish {

// An XHTML content document below EPUB/text/.
class XhtmlPage {
 public:
  XhtmlPage(std::string_view title, std::string_view language);
  pugi::xml_node body() { return body_; }
  std::string bytes();

 private:
  pugi::xml_document document_;
  pugi::xml_node body_;
};

}  // namespace nbpublish
