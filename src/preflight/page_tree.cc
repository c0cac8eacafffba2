#include "preflight/page_tree.h"

#include <set>
#include <string>

#include "preflight/limits.h"

namespace nbpublish {
namespace {

// The numbers of a box or a matrix are clamped like those of content streams.
constexpr double kLargest = 1e9;
constexpr double kMostUserUnit = 75'000;  // what viewers take

struct Inherited {
  QPDFObjectHandle resources = QPDFObjectHandle::newNull(), media = resources, crop = resources, rotate = resources;

  void take(QPDFObjectHandle node) {
    if (node.getKey("/Resources").isDictionary()) resources = node.getKey("/Resources");
    if (node.getKey("/MediaBox").isArray()) media = node.getKey("/MediaBox");
    if (node.getKey("/CropBox").isArray()) crop = node.getKey("/CropBox");
    if (node.getKey("/Rotate").isInteger()) rotate = node.getKey("/Rotate");
  }
};

double number_at(QPDFObjectHandle array, int i) {
  QPDFObjectHandle item = array.getArrayItem(i);
  const double value = item.isNumber() ? item.getNumericValue() : 0;
  return value > -kLargest && value < kLargest ? value : 0;
}

// Rotate turns the page clockwise, in steps of 90.
PdfMatrix turned(QPDFObjectHandle rotate) {
  const long long degrees = rotate.isInteger() ? rotate.getIntValue() % 360 : 0;
  switch (degrees < 0 ? degrees + 360 : degrees) {
    case 90:
      return {0, -1, 1, 0, 0, 0};
    case 180:
      return {-1, 0, 0, -1, 0, 0};
    case 270:
      return {0, 1, -1, 0, 0, 0};
    default:
      return {};
  }
}

PageSource page_of(QPDFObjectHandle page, const Inherited& inherited) {
  PageSource source;
  source.page = page;
  source.resources = inherited.resources;
  QPDFObjectHandle unit = page.getKey("/UserUnit");
  const double scale = unit.isNumber() && unit.getNumericValue() > 0 ? std::min(unit.getNumericValue(), kMostUserUnit) : 1;
  source.to_points = PdfMatrix{scale, 0, 0, scale, 0, 0}.then(turned(inherited.rotate));
  const auto placed = [&](QPDFObjectHandle array, const PageBox& otherwise) {
    const PageBox box = box_of(array);
    return box.is_empty() ? otherwise : source.to_points.box(box.x0, box.y0, box.x1, box.y1);
  };
  source.media = placed(inherited.media, {});
  if (source.media.is_empty()) throw std::runtime_error("a page has no media box");
  source.crop = placed(inherited.crop, source.media).inside(source.media);
  source.bleed = placed(page.getKey("/BleedBox"), source.crop);
  source.trim = placed(page.getKey("/TrimBox"), source.crop);
  return source;
}

bool is_inner_node(QPDFObjectHandle node) { return node.getKey("/Kids").isArray(); }

struct Frame {
  QPDFObjectHandle kids;
  int next = 0;
  Inherited inherited;
};

}  // namespace

PageBox box_of(QPDFObjectHandle array) {
  PageBox box;
  if (!array.isArray() || array.getArrayNItems() != 4) return box;
  box.add(number_at(array, 0), number_at(array, 1));
  box.add(number_at(array, 2), number_at(array, 3));
  return box.width() > 0 && box.height() > 0 ? box : PageBox{};
}

PdfMatrix pdf_matrix_of(QPDFObjectHandle array, PdfMatrix otherwise) {
  if (!array.isArray() || array.getArrayNItems() != 6) return otherwise;
  return {number_at(array, 0), number_at(array, 1), number_at(array, 2), number_at(array, 3), number_at(array, 4), number_at(array, 5)};
}

std::vector<PageSource> read_pages(QPDF& file) {
  std::vector<PageSource> pages;
  std::set<QPDFObjGen> seen;
  std::vector<Frame> stack;
  const auto visit = [&](QPDFObjectHandle node, Inherited inherited) {
    if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) return;
    inherited.take(node);
    if (is_inner_node(node)) {
      if (stack.size() >= kMostPageTreeDepth) throw LimitPassed("its page tree is more than 64 levels deep");
      stack.push_back({node.getKey("/Kids"), 0, inherited});
    } else {
      if (pages.size() >= static_cast<std::size_t>(kPreflightMostPages)) throw LimitPassed("it has more than 20,000 pages");
      pages.push_back(page_of(node, inherited));
    }
  };
  visit(file.getRoot().getKey("/Pages"), {});
  while (!stack.empty()) {
    Frame& top = stack.back();
    if (top.next >= top.kids.getArrayNItems()) {
      stack.pop_back();
    } else {
      QPDFObjectHandle kid = top.kids.getArrayItem(top.next++);
      visit(kid, top.inherited);
    }
  }
  if (pages.empty()) throw std::runtime_error("it has no pages");
  return pages;
}

}  // namespace nbpublish
