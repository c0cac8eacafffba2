// Where an href in a file of the book leads. RFC 3986 as far as EPUB 3.3 (section 4.2) allows it.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

struct EpubTarget {
  // Network: http, https and others with a host. Leading: out of the archive. Other: data:, mailto:, and
  // schemes that no reader loads by itself.
  enum class Kind { Inside, Network, Leading, Data, Script, File, Other } kind = Kind::Inside;
  std::string path;      // Inside: the file's name in the archive
  std::string fragment;  // without its #
};

// `base` is the name in the archive of the file that holds `href`.
EpubTarget link_target(std::string_view base, std::string_view href);

// "%20" and the like as bytes; a broken one stays.
std::string percent_decoded(std::string_view text);

}  // namespace nbpublish
