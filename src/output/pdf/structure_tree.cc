#include "output/pdf/structure_tree.h"

#include "output/pdf/objects.h"
#include "output/pdf/part_structure.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

std::vector<PartStructure> gather(const PagedVolume& volume, const std::vector<JoinedPage>& pages) {
  std::vector<PartStructure> parts;
  for (const PagedPart& part : volume.parts) parts.emplace_back(part.tags);
  for (const JoinedPage& page : pages) parts[page.part].add_page(page);
  return parts;
}

// From marked content and annotations back to their elements: an array for each page, by MCID, and an
// element for each annotation. The keys ascend with the pages.
class ParentTree {
 public:
  explicit ParentTree(QPDF& out) : out_(out) {}

  void add_page(JoinedPage& page, const PartStructure& part) {
    if (!page.marks.empty()) {
      std::vector<Handle> elements;
      for (const TagId tag : page.marks) elements.push_back(part.element(tag));
      page.object.replaceKey("/StructParents", add(out_.makeIndirectObject(Handle::newArray(elements))));
    }
    for (std::size_t i = 0; i < page.annotations.size(); ++i) {
      page.annotations[i].replaceKey("/StructParent", add(part.element(page.page->links[i].tag)));
    }
  }

  void write(Handle root) {
    root.replaceKey("/ParentTree", number_tree(out_, entries_));
    root.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<long long>(entries_.size())));
  }

 private:
  Handle add(Handle value) {
    const auto key = static_cast<long long>(entries_.size());
    entries_.emplace_back(key, value);
    return Handle::newInteger(key);
  }

  QPDF& out_;
  std::vector<std::pair<long long, Handle>> entries_;
};

}  // namespace

void add_structure(QPDF& out, const PagedVolume& volume, std::vector<JoinedPage>& pages) {
  Handle root = out.makeIndirectObject(pdf_dictionary({{"/Type", pdf_name_object("StructTreeRoot")}}));
  Handle document = out.makeIndirectObject(pdf_dictionary({{"/S", pdf_name_object("Document")}, {"/P", root}}));
  std::vector<PartStructure> parts = gather(volume, pages);
  std::vector<Handle> kids;
  ElementIds ids;
  HeadingLevels levels;
  for (PartStructure& part : parts) {
    part.build(out, document, volume.trim.height, ids, levels);
    if (!part.empty()) kids.push_back(part.element(kRootTag));
  }
  ParentTree parents(out);
  for (JoinedPage& page : pages) parents.add_page(page, parts[page.part]);
  document.replaceKey("/K", Handle::newArray(kids));
  root.replaceKey("/K", document);
  parents.write(root);
  if (!ids.empty()) root.replaceKey("/IDTree", name_tree(out, ids));
  out.getRoot().replaceKey("/StructTreeRoot", root);
}

}  // namespace nbpublish
