#include "output/pdf/assemble_pages.h"

#include <fmt/format.h>
#include <algorithm>

#include <stdexcept>

#include "frame/page_boxes.h"
#include "output/pdf/layer_joiner.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t kPagesPerNode = 32;

// A part's surface, page by page.
class DrawnPart {
 public:
  explicit DrawnPart(const std::string& bytes) {
    if (bytes.empty()) return;
    file_.processMemoryFile("part", bytes.data(), bytes.size());
    pages_ = file_.getAllPages();
  }

  // The page after the one given last; the page of glyphs is passed over.
  Handle next() {
    if (++at_ >= pages_.size()) throw std::runtime_error("a drawn part has fewer pages than its frames");
    return pages_[at_];
  }

 private:
  QPDF file_;
  std::vector<Handle> pages_;
  std::size_t at_ = 0;
};

// The leaf of each MCID. Cairo marks all sequences of a page or, where it found nothing to paint at all (a
// run of spaces alone), none; then it gives the page no StructParents.
std::vector<TagId> marks_of(const Page& page, Handle drawn) {
  std::vector<TagId> tags;
  if (!drawn.hasKey("/StructParents")) return tags;
  for (const MarkedRun& run : marked_runs(page)) tags.push_back(run.tag);
  return tags;
}

JoinedPage join_page(LayerJoiner& joiner, DrawnPart& drawn, const Page& page, const PageBoxes& boxes) {
  JoinedPage result;
  result.page = &page;
  std::vector<DrawnLayer> layers;
  for (const Layer layer : layers_of(page)) {
    layers.push_back({layer, drawn.next()});
    if (layer == Layer::Body) result.marks = marks_of(page, layers.back().page);
  }
  result.object = joiner.join(layers, boxes);
  return result;
}

// A page tree of two levels, so that a reader finds page 4,000 without reading the 3,999 before.
void fill_page_tree(QPDF& out, std::vector<JoinedPage>& pages) {
  Handle root = out.getRoot().getKey("/Pages");
  std::vector<Handle> nodes;
  for (std::size_t begin = 0; begin < pages.size(); begin += kPagesPerNode) {
    const std::size_t end = std::min(begin + kPagesPerNode, pages.size());
    Handle node = out.makeIndirectObject(pdf_dictionary({{"/Type", pdf_name_object("Pages")}, {"/Parent", root}}));
    std::vector<Handle> kids;
    for (std::size_t i = begin; i < end; ++i) {
      pages[i].object.replaceKey("/Parent", node);
      kids.push_back(pages[i].object);
    }
    node.replaceKey("/Kids", Handle::newArray(kids));
    node.replaceKey("/Count", Handle::newInteger(static_cast<long long>(kids.size())));
    nodes.push_back(node);
  }
  root.replaceKey("/Kids", Handle::newArray(nodes));
  root.replaceKey("/Count", Handle::newInteger(static_cast<long long>(pages.size())));
}

}  // namespace

std::vector<JoinedPage> assemble_pages(QPDF& out, const PagedVolume& volume, const std::vector<std::string>& drawn, bool is_tagged) {
  LayerJoiner joiner(out, is_tagged);
  std::vector<JoinedPage> pages;
  for (std::size_t i = 0; i < volume.parts.size(); ++i) {
    const PagedPart& part = volume.parts[i];
    DrawnPart surface(drawn[i]);
    joiner.begin_source();
    for (const Page& page : part.pages) {
      pages.push_back(join_page(joiner, surface, page, page_boxes(volume, page)));
      pages.back().part = i;
    }
  }
  fill_page_tree(out, pages);
  return pages;
}

}  // namespace nbpublish
