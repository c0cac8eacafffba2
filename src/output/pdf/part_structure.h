// PartStructure: one part's tag tree as structure elements.
#pragma once

#include <optional>
#include <qpdf/QPDF.hh>
#include <string>
#include <utility>
#include <vector>

#include "output/pdf/heading_tags.h"
#include "output/pdf/joined_page.h"

namespace nbpublish {

// An element with the ID it bears, in ascending order of the IDs.
using ElementIds = std::vector<std::pair<std::string, QPDFObjectHandle>>;

// Filled page by page, then built once. A Span that says nothing of its content (no language, no link) gets
// no element: its content hangs on its parent, in its place. That halves the tree of a book.
class PartStructure {
 public:
  // Borrows the tree.
  explicit PartStructure(const TagTree& tree) : tree_(tree), nodes_(tree.nodes.size()) {}

  // Pages of this part, in order.
  void add_page(const JoinedPage& page);

  // Makes the elements that stay. Notes get IDs and headings levels, which go on from those of the parts before.
  void build(QPDF& out, QPDFObjectHandle parent, Length page_height, ElementIds& ids, HeadingLevels& levels);

  // After build: whether anything stayed, and the element of a tag that did.
  bool empty() const { return !nodes_[kRootTag].kept; }
  QPDFObjectHandle element(TagId tag) const { return nodes_[tag].element; }

 private:
  struct Mark {
    QPDFObjectHandle page;
    int mcid = 0;
  };
  struct PlacedAnnotation {
    QPDFObjectHandle page, annotation;
  };
  struct Node {
    TagRole role{};  // that of the tag, headings' levels settled
    std::vector<Mark> marks;
    std::vector<PlacedAnnotation> annotations;
    std::optional<Rect> picture;  // of a figure
    QPDFObjectHandle element;     // of a Span without one: its parent's
    QPDFObjectHandle page;        // the element's /Pg: the page of its first mark
    std::vector<QPDFObjectHandle> kids;
    bool kept = false, is_parent = false;
  };

  void decide_what_stays();
  void settle_roles(HeadingLevels& levels);
  bool is_mute(std::size_t tag) const;
  void add_element(QPDF& out, std::size_t tag, QPDFObjectHandle above);
  static void add_marks(const std::vector<Mark>& marks, Node& owner);
  static void add_annotations(Node& node);
  static void add_attributes(const TagNode& tag, Node& node, Length page_height);

  const TagTree& tree_;
  std::vector<Node> nodes_;
};

}  // namespace nbpublish
