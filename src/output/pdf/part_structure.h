// PartStructure: one part's tag tree as structure elements (ISO 32000-1, 14.7).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/pdf/number_tree.h"
#include "output/pdf/page_layers.h"
#include "output/pdf/part_place.h"

namespace nbpublish {

// Nodes without content, link or children are left out, but cells of a row that stays: a table keeps its columns. A Span that says
// nothing of its content (no language, no link) gets no element: its content hangs on its parent, in its place. That halves the tree of a
// book.
class PartStructure {
 public:
  // Borrows the part. `document` is the element above its root; pages have the place's first numbers; the notes' IDs begin with
  // `first_number`, so that they are no other part's.
  PartStructure(const PagedPart& part, const PartPlace& place, ObjectNumber document);

  // The annotation of a link: in the order of pages and their links.
  void add_annotation(std::size_t page, TagId tag, ObjectNumber annotation);

  // Makes the elements that stay with numbers from `next` on, the same for each call. Once, behind all add_annotation().
  void build(ObjectNumber& next, Length page_height);
  // Their values.
  void write(const std::function<void(ObjectNumber, std::string)>& put) const;

  // After build. The number of the root's element, 0 if nothing stayed; that of a tag that did.
  ObjectNumber root() const { return nodes_[kRootTag].kept ? nodes_[kRootTag].element : 0; }
  ObjectNumber element(TagId tag) const { return nodes_[tag].element; }
  // Of notes, in ascending order of the IDs.
  const TreeEntries& ids() const { return ids_; }

 private:
  struct Mark {
    std::size_t page = 0, mcid = 0;
  };
  struct PlacedAnnotation {
    std::size_t page = 0;
    ObjectNumber number = 0;
  };
  struct Node {
    TagRole role{};  // that of the tag, headings' levels settled
    std::vector<Mark> marks;
    std::vector<PlacedAnnotation> annotations;
    std::optional<Rect> picture;      // of a figure
    ObjectNumber element = 0;         // of a Span without one: its parent's
    std::optional<std::size_t> page;  // the element's /Pg: the page of its first mark
    std::string kids;
    std::size_t kid_count = 0;
    std::string id;
    bool kept = false, is_parent = false, is_mute = false;
  };

  void add_pages();
  void settle_roles();
  bool is_mute(std::size_t tag) const;
  std::string page_reference(std::size_t page) const { return pdf_reference(place_.first_number + static_cast<ObjectNumber>(page)); }
  void add_kid(Node& owner, std::string_view kid);
  void add_marks(const std::vector<Mark>& marks, Node& owner);
  std::string value_of(std::size_t tag) const;
  std::string attributes(const TagNode& tag, const Node& node) const;

  const PagedPart& part_;
  const TagTree& tree_;
  const PartPlace& place_;
  ObjectNumber document_;
  Length page_height_;
  std::vector<Node> nodes_;
  TreeEntries ids_;
};

}  // namespace nbpublish
