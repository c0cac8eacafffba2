#include "output/pdf/part_structure.h"

#include <fmt/format.h>

#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

// PDF/UA takes no figure in silence. The author was told at the picture's line.
constexpr const char* kNoAlternative = "Picture without a description";

// ISO 32000-1, table 347.
const char* list_numbering(ListNumbering numbering) {
  switch (numbering) {
    case ListNumbering::Bullet:
      return "Disc";
    case ListNumbering::Decimal:
      return "Decimal";
    case ListNumbering::LowerAlpha:
      return "LowerAlpha";
    case ListNumbering::UpperAlpha:
      return "UpperAlpha";
    case ListNumbering::LowerRoman:
      return "LowerRoman";
    case ListNumbering::UpperRoman:
      return "UpperRoman";
  }
  return "None";
}

bool is_cell(TagRole role) { return role == TagRole::TH || role == TagRole::TD; }

Handle one_or_array(const std::vector<Handle>& kids) { return kids.size() == 1 ? kids[0] : Handle::newArray(kids); }

Handle note_id(Handle element, ElementIds& ids) {
  ids.emplace_back(fmt::format("note-{:06}", ids.size() + 1), element);  // padded: the IDs ascend as text
  return Handle::newString(ids.back().first);
}

}  // namespace

void PartStructure::add_page(const JoinedPage& page) {
  for (std::size_t mcid = 0; mcid < page.marks.size(); ++mcid) {
    nodes_[page.marks[mcid]].marks.push_back({page.object, static_cast<int>(mcid)});
  }
  for (std::size_t i = 0; i < page.annotations.size(); ++i) {
    nodes_[page.page->links[i].tag].annotations.push_back({page.object, page.annotations[i]});
  }
  for (const FrameItem& item : page.page->items) {
    const auto* placed = std::get_if<PlacedPicture>(&item.content);
    if (placed && item.tag != kArtifact && !nodes_[item.tag].picture) nodes_[item.tag].picture = placed->rect;
  }
}

void PartStructure::build(QPDF& out, Handle parent, Length page_height, ElementIds& ids, HeadingLevels& levels) {
  decide_what_stays();
  settle_roles(levels);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Node& node = nodes_[i];
    if (!node.kept) continue;
    Node& above = nodes_[tree_.nodes[i].parent];
    if (is_mute(i)) {
      node.element = above.element;
      add_marks(node.marks, above);
      continue;
    }
    add_element(out, i, i == kRootTag ? parent : above.element);
    if (tree_.nodes[i].role == TagRole::Note) node.element.replaceKey("/ID", note_id(node.element, ids));
    add_attributes(tree_.nodes[i], node, page_height);
    add_marks(node.marks, node);
    if (i != kRootTag) above.kids.push_back(node.element);
  }
  for (Node& node : nodes_) {
    add_annotations(node);
    if (!node.kids.empty()) node.element.replaceKey("/K", one_or_array(node.kids));
  }
}

void PartStructure::add_element(QPDF& out, std::size_t tag, Handle above) {
  nodes_[tag].element = out.makeIndirectObject(pdf_dictionary({{"/S", pdf_name_object(pdf_name(nodes_[tag].role))}, {"/P", above}}));
}

bool PartStructure::is_mute(std::size_t tag) const {
  const TagNode& t = tree_.nodes[tag];
  const Node& node = nodes_[tag];
  return t.role == TagRole::Span && tag != kRootTag && t.language.empty() && t.alt.empty() && node.annotations.empty() && !node.is_parent;
}

// Parents stand before their children, so one pass each way is enough.
void PartStructure::decide_what_stays() {
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    Node& node = nodes_[i];
    node.kept = node.kept || !node.marks.empty() || !node.annotations.empty();
    if (!node.kept || i == kRootTag) continue;
    Node& parent = nodes_[tree_.nodes[i].parent];
    parent.kept = parent.is_parent = true;
  }
  for (std::size_t i = 1; i < nodes_.size(); ++i) {
    if (is_cell(tree_.nodes[i].role) && nodes_[tree_.nodes[i].parent].kept) nodes_[i].kept = true;
  }
}

void PartStructure::settle_roles(HeadingLevels& levels) {
  for (const TagId tag : reading_order(tree_)) {
    nodes_[tag].role = tree_.nodes[tag].role;
    const int level = heading_level(nodes_[tag].role);
    if (level > 0 && nodes_[tag].kept) nodes_[tag].role = heading_role(levels.next(level));
  }
}

// Content on the element's own page is a bare number, on others a dictionary that names the page.
void PartStructure::add_marks(const std::vector<Mark>& marks, Node& owner) {
  for (const Mark& mark : marks) {
    if (!owner.page.isInitialized()) {
      owner.page = mark.page;
      owner.element.replaceKey("/Pg", mark.page);
    }
    const Handle number = Handle::newInteger(mark.mcid);
    owner.kids.push_back(mark.page.getObjGen() == owner.page.getObjGen()
                             ? number
                             : pdf_dictionary({{"/Type", pdf_name_object("MCR")}, {"/Pg", mark.page}, {"/MCID", number}}));
  }
}

void PartStructure::add_annotations(Node& node) {
  for (const PlacedAnnotation& placed : node.annotations) {
    node.kids.push_back(pdf_dictionary({{"/Type", pdf_name_object("OBJR")}, {"/Pg", placed.page}, {"/Obj", placed.annotation}}));
  }
}

void PartStructure::add_attributes(const TagNode& tag, Node& node, Length page_height) {
  Handle& element = node.element;
  if (!tag.language.empty()) element.replaceKey("/Lang", pdf_text(tag.language));
  if (tag.role == TagRole::Figure || !tag.alt.empty()) element.replaceKey("/Alt", pdf_text(tag.alt.empty() ? kNoAlternative : tag.alt));
  if (tag.role == TagRole::TH) {
    element.replaceKey(
        "/A", pdf_dictionary({{"/O", pdf_name_object("Table")}, {"/Scope", pdf_name_object(tag.column_scope ? "Column" : "Row")}}));
  }
  if (tag.role == TagRole::L) {
    element.replaceKey(
        "/A", pdf_dictionary({{"/O", pdf_name_object("List")}, {"/ListNumbering", pdf_name_object(list_numbering(tag.numbering))}}));
  }
  if (tag.role == TagRole::Figure && node.picture) {
    element.replaceKey("/A", pdf_dictionary({{"/O", pdf_name_object("Layout")}, {"/BBox", pdf_rectangle(*node.picture, page_height)}}));
  }
}

}  // namespace nbpublish
