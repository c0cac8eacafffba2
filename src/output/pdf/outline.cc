#include "output/pdf/navigation.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

constexpr int kDeepestLevel = 3;
constexpr int kDeepestOpenLevel = 1;  // topics show their chapters; chapters are closed

struct Item {
  int level = 0;  // the root has 0
  std::size_t parent = 0;
  Handle object;
  std::vector<std::size_t> children;
};

// The items in reading order, each after its parent; the first is the outline's root.
std::vector<Item> items_of(QPDF& out, const std::vector<PagedPart>& parts) {
  std::vector<Item> items{{0, 0, out.makeIndirectObject(pdf_dictionary({{"/Type", pdf_name_object("Outlines")}})), {}}};
  std::size_t last = 0;
  for (const PagedPart& part : parts) {
    for (const OutlineEntry& entry : part.outline) {
      if (entry.level > kDeepestLevel) continue;
      std::size_t parent = last;
      while (items[parent].level >= entry.level && parent != 0) parent = items[parent].parent;
      last = items.size();
      items[parent].children.push_back(last);
      Handle object = pdf_dictionary(
          {{"/Title", pdf_text(entry.text)}, {"/Parent", items[parent].object}, {"/Dest", Handle::newString(entry.destination)}});
      items.push_back({entry.level, parent, out.makeIndirectObject(object), {}});
    }
  }
  return items;
}

// How many items below this one are in view once it is open.
long long shown_below(const std::vector<Item>& items, const Item& item) {
  long long count = 0;
  for (const std::size_t child : item.children) {
    count += 1 + (items[child].level <= kDeepestOpenLevel ? shown_below(items, items[child]) : 0);
  }
  return count;
}

void link_children(const std::vector<Item>& items, Item item) {
  if (item.children.empty()) return;
  item.object.replaceKey("/First", items[item.children.front()].object);
  item.object.replaceKey("/Last", items[item.children.back()].object);
  const long long shown = shown_below(items, item);
  item.object.replaceKey("/Count", Handle::newInteger(item.level <= kDeepestOpenLevel ? shown : -shown));
  for (std::size_t i = 1; i < item.children.size(); ++i) {
    Handle before = items[item.children[i - 1]].object, after = items[item.children[i]].object;
    before.replaceKey("/Next", after);
    after.replaceKey("/Prev", before);
  }
}

}  // namespace

void add_outline(QPDF& out, const std::vector<PagedPart>& parts) {
  const std::vector<Item> items = items_of(out, parts);
  if (items.size() == 1) return;
  for (const Item& item : items) link_children(items, item);
  out.getRoot().replaceKey("/Outlines", items[0].object);
  out.getRoot().replaceKey("/PageMode", pdf_name_object("UseOutlines"));
}

}  // namespace nbpublish
