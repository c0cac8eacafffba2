#include "output/pdf/page_writer.h"

#include <fmt/format.h>

#include "output/pdf/fixed_objects.h"

namespace nbpublish {
namespace {

constexpr std::size_t kPagesPerNode = 32;

// The sheet's lower left corner is the origin.
std::string box_on_sheet(const Rect& box, const PageBoxes& boxes) {
  return pdf_rectangle({box.x - boxes.media.x, box.y - boxes.media.y, box.width, box.height}, boxes.media.height);
}

// Pages without pictures share theirs.
std::string resources_of(const SealedPage& page, const std::vector<ObjectNumber>& forms) {
  if (page.pictures.empty()) return pdf_reference(kResources);
  std::string out = fmt::format("<< /Font {} /XObject <<", pdf_reference(kFonts));
  for (std::size_t i = 0; i < page.pictures.size(); ++i)
    fmt::format_to(std::back_inserter(out), " /P{} {}", i, pdf_reference(forms[page.pictures[i]]));
  return out + " >> >>";
}

std::string annotations_of(const SealedPage& page) {
  std::vector<ObjectNumber> links;
  for (std::uint32_t i = 0; i < page.links; ++i) links.push_back(page.first_link + i);
  return links.empty() ? "" : fmt::format(" /Annots [{}] /Tabs /S", pdf_references(links));
}

}  // namespace

void PageWriter::add(ObjectNumber number, const SealedPage& page, const SealedSheet& sheet, const std::vector<ObjectNumber>& forms) {
  const std::string contents = contents_of(page, sheet);
  const PageBoxes boxes = page_boxes(sheets_, sheet.recto);
  std::string out = fmt::format("<< /Type /Page /Parent {} /MediaBox {} /TrimBox {}", pdf_reference(node_of(number)),
                                box_on_sheet(boxes.media, boxes), box_on_sheet(boxes.trim, boxes));
  if (boxes.media != boxes.trim) out += " /BleedBox " + box_on_sheet(boxes.bleed, boxes);
  out += " /Resources " + resources_of(page, forms);
  if (!contents.empty()) out += " /Contents [" + contents + ']';
  if (page.may_be_transparent && !is_print_) {
    out += " /Group " + pdf_reference(kGroup);
    has_group_ = true;
  }
  out += annotations_of(page);
  if (page.structure_key >= 0) out += fmt::format(" /StructParents {}", page.structure_key);
  file_.add(number, out + " >>");
}

void PageWriter::finish() {
  end_node();
  file_.add(kPageTree, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", count_, pdf_references(nodes_)));
}

// Streams of their own, since none may occur twice on a page: veraPDF reads the second occurrence as empty.
std::string PageWriter::contents_of(const SealedPage& page, const SealedSheet& sheet) {
  std::vector<ObjectNumber> streams;
  for (const SealedStream* stream : {&sheet.head, &page.body}) {
    if (stream->empty()) continue;
    streams.push_back(next_);
    file_.add_stream(next_++, *stream);
  }
  return pdf_references(streams);
}

// The tree has two levels, so that a reader finds page 4,000 without reading the 3,999 before.
ObjectNumber PageWriter::node_of(ObjectNumber page) {
  if (node_pages_.size() == kPagesPerNode) end_node();
  if (node_ == 0) node_ = next_++;
  node_pages_.push_back(page);
  ++count_;
  return node_;
}

void PageWriter::end_node() {
  if (node_ == 0) return;
  file_.add(node_, fmt::format("<< /Type /Pages /Parent {} /Count {} /Kids [{}] >>", pdf_reference(kPageTree), node_pages_.size(),
                               pdf_references(node_pages_)));
  nodes_.push_back(node_);
  node_pages_.clear();
  node_ = 0;
}

}  // namespace nbpublish
