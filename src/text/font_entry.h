// FontEntry: a face as fonts.toml describes it.
#pragma once

#include <string>

namespace nbpublish {

// One entry of the manifest.
struct FontEntry {
  std::string family;  // "Source Serif 4"
  int weight = 400;
  bool italic = false;
  std::string file;             // below the fonts folder's files/
  std::string licence, source;  // for the colophon and the EPUB
  std::string sha256;
  bool fallback = false;  // tried, in order of the manifest, for characters the wanted face lacks
};

}  // namespace nbpublish
