// TagTree: the logical structure of one part of a volume, as tagged PDF wants it (ISO 32000-1, 14.8).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

enum class TagRole : std::uint8_t {
  Document,
  Part,
  Sect,
  Div,
  BlockQuote,
  Caption,
  Toc,
  TocItem,
  Index,
  P,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  L,
  LI,
  Lbl,
  LBody,
  Table,
  THead,
  TBody,
  TR,
  TH,
  TD,
  Span,
  Quote,
  Note,
  Reference,
  Code,
  Link,
  Figure,
};
std::string_view pdf_name(TagRole role);  // "TOCI", "H1", ...

// Index into a TagTree; kArtifact marks what is not content (rules, tints, hooks, running heads).
using TagId = std::uint32_t;
inline constexpr TagId kArtifact = 0xFFFFFFFF;
inline constexpr TagId kRootTag = 0;

struct TagNode {
  TagRole role{};
  TagId parent = kRootTag;                          // the root is its own parent
  NodeId node = 0;                                  // the document block it comes from
  std::string alt;                                  // alternative text of a Figure, or of a label that is drawn
  std::string language;                             // BCP 47 if it differs from the parent's
  bool column_scope = false;                        // TH: Scope Column (else Row)
  ListNumbering numbering = ListNumbering::Bullet;  // L
};

// Parents come before their children; children of one parent stand in reading order. Painted items hang
// on leaves: one leaf per run of one style and language, open over its lines and pages.
struct TagTree {
  std::vector<TagNode> nodes{TagNode{TagRole::Sect, kRootTag, 0, {}, {}, false, ListNumbering::Bullet}};

  TagId add(TagId parent, TagRole role, NodeId node = 0) {
    nodes.push_back({role, parent, node, {}, {}, false, ListNumbering::Bullet});
    return static_cast<TagId>(nodes.size() - 1);
  }
};

}  // namespace nbpublish
