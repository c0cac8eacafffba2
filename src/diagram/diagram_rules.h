// What diagrams are drawn for, and with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/length.h"
#include "graph/store.h"

namespace nbpublish {

struct DiagramFace {
  std::string family;
  int weight = 400;
  bool italic = false;
  std::filesystem::path file;
  std::string sha256{};  // of the file
};

// What drawings are made for.
struct DiagramRules {
  Length measure;                  // no wider
  Length usual_height;             // higher only if the lettering would get too small otherwise,
  Length page_height;              // and never higher than this
  std::string family;              // of the lettering
  std::vector<DiagramFace> faces;  // that family's, then those that are tried for characters it lacks
};

struct DiagramTools {
  std::filesystem::path scripts;  // folder of the page's own: diagrams/
  std::filesystem::path mermaid;  // mermaid.min.js, which `make diagrams` fetches
  Store* store = nullptr;         // of drawings made before; null: none is kept
};

}  // namespace nbpublish
