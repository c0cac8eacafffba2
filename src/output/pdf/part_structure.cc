#include "output/pdf/part_structure.h"

#include <fmt/format.h>

#include "output/pdf/heading_tags.h"

namespace nbpublish {
namespace {

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

Rect moved(Rect rect, Length across) {
  rect.x += across;
  return rect;
}

}  // namespace

PartStructure::PartStructure(const PagedPart& part, const PartPlace& place, ObjectNumber document)
    : part_(part), tree_(part.tags), place_(place), document_(document), nodes_(part.tags.nodes.size()) {
  const std::vector<bool> kept = kept_tags(part);
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    nodes_[i].kept = kept[i];
    // Cells that are kept for their columns make no parent: their row is one anyhow.
    if (kept[i] && i != kRootTag) nodes_[tree_.nodes[i].parent].is_parent = true;
  }
  add_pages();
}

void PartStructure::add_pages() {
  for (std::size_t number = 0; number < part_.pages.size(); ++number) {
    const Page& page = part_.pages[number];
    std::size_t mcid = 0;
    for (const MarkedRun& run : marked_runs(page)) nodes_[run.tag].marks.push_back({number, mcid++});
    for (const FrameItem& item : page.items) {
      const auto* placed = std::get_if<PlacedPicture>(&item.content);
      if (placed && item.tag != kArtifact && !nodes_[item.tag].picture) nodes_[item.tag].picture = moved(placed->rect, page.across);
    }
  }
}

void PartStructure::add_annotation(std::size_t page, TagId tag, ObjectNumber annotation) {
  nodes_[tag].annotations.push_back({page, annotation});
}

void PartStructure::build(ObjectNumber& next, Length page_height) {
  page_height_ = page_height;
  settle_roles();
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Node& node = nodes_[i];
    if (!node.kept) continue;
    Node& above = nodes_[tree_.nodes[i].parent];
    node.is_mute = is_mute(i);
    if (node.is_mute) {
      node.element = above.element;
      add_marks(node.marks, above);
      continue;
    }
    node.element = next++;
    if (tree_.nodes[i].role == TagRole::Note) {
      // Padded: the IDs ascend as text.
      node.id = pdf_string(fmt::format("note-{:07}-{:06}", place_.first_number, ids_.size() + 1));
      ids_.emplace_back(node.id, pdf_reference(node.element));
    }
    add_marks(node.marks, node);
    if (i != kRootTag) add_kid(above, pdf_reference(node.element));
  }
  for (Node& node : nodes_)
    for (const PlacedAnnotation& placed : node.annotations)
      add_kid(node, fmt::format("<< /Type /OBJR /Pg {} /Obj {} >>", page_reference(placed.page), pdf_reference(placed.number)));
}

void PartStructure::write(const std::function<void(ObjectNumber, std::string)>& put) const {
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].kept && !nodes_[i].is_mute) put(nodes_[i].element, value_of(i));
}

std::string PartStructure::value_of(std::size_t tag) const {
  const Node& node = nodes_[tag];
  const ObjectNumber above = tag == kRootTag ? document_ : nodes_[tree_.nodes[tag].parent].element;
  std::string out = fmt::format("<< /S /{} /P {}", pdf_name(node.role), pdf_reference(above));
  if (node.page) out += " /Pg " + page_reference(*node.page);
  if (!node.id.empty()) out += " /ID " + node.id;
  out += attributes(tree_.nodes[tag], node);
  if (node.kid_count == 1) out += " /K " + node.kids;
  if (node.kid_count > 1) out += " /K [" + node.kids + ']';
  return out += " >>";
}

bool PartStructure::is_mute(std::size_t tag) const {
  const TagNode& t = tree_.nodes[tag];
  const Node& node = nodes_[tag];
  return t.role == TagRole::Span && tag != kRootTag && t.language.empty() && t.alt.empty() && node.annotations.empty() && !node.is_parent;
}

void PartStructure::settle_roles() {
  HeadingLevels levels = place_.levels;
  for (const TagId tag : reading_order(tree_)) {
    nodes_[tag].role = tree_.nodes[tag].role;
    const int level = heading_level(nodes_[tag].role);
    if (level > 0 && nodes_[tag].kept) nodes_[tag].role = heading_role(levels.next(level));
  }
}

void PartStructure::add_kid(Node& owner, std::string_view kid) {
  if (owner.kid_count++ > 0) owner.kids += ' ';
  owner.kids += kid;
}

// Content on the element's own page is a bare number, on others a dictionary that names the page.
void PartStructure::add_marks(const std::vector<Mark>& marks, Node& owner) {
  for (const Mark& mark : marks) {
    if (!owner.page) owner.page = mark.page;
    add_kid(owner, mark.page == *owner.page ? fmt::format("{}", mark.mcid)
                                            : fmt::format("<< /Type /MCR /Pg {} /MCID {} >>", page_reference(mark.page), mark.mcid));
  }
}

std::string PartStructure::attributes(const TagNode& tag, const Node& node) const {
  std::string out;
  if (!tag.language.empty()) out += " /Lang " + pdf_text(tag.language);
  if (tag.role == TagRole::Figure || !tag.alt.empty()) out += " /Alt " + pdf_text(tag.alt.empty() ? kNoAlternative : tag.alt);
  if (tag.role == TagRole::TH) out += fmt::format(" /A << /O /Table /Scope /{} >>", tag.column_scope ? "Column" : "Row");
  if (tag.role == TagRole::L) out += fmt::format(" /A << /O /List /ListNumbering /{} >>", list_numbering(tag.numbering));
  if (tag.role == TagRole::Figure && node.picture)
    out += fmt::format(" /A << /O /Layout /BBox {} >>", pdf_rectangle(*node.picture, page_height_));
  return out;
}

}  // namespace nbpublish
