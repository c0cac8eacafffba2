#include <fmt/format.h>

#include "output/pdf/navigation.h"

namespace nbpublish {
namespace {

constexpr int kDeepestOpenLevel = 1;  // topics show their chapters; chapters are closed

struct Item {
  int level = 0;  // the root has 0
  std::size_t parent = 0;
  const SealedHeading* heading = nullptr;
  std::vector<std::size_t> children;
  std::size_t before = 0, after = 0;  // siblings; 0: none
};

// The items in reading order, each after its parent; the first is the outline's root.
std::vector<Item> items_of(const SealedParts& parts) {
  std::vector<Item> items(1);
  std::size_t last = 0;
  for (const auto& part : parts) {
    for (const SealedHeading& heading : part->outline) {
      std::size_t parent = last;
      while (items[parent].level >= heading.level && parent != 0) parent = items[parent].parent;
      last = items.size();
      Item item{heading.level, parent, &heading, {}, 0, 0};
      if (!items[parent].children.empty()) {
        item.before = items[parent].children.back();
        items[item.before].after = last;
      }
      items[parent].children.push_back(last);
      items.push_back(std::move(item));
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

std::string value_of(const std::vector<Item>& items, std::size_t index, ObjectNumber first) {
  const Item& item = items[index];
  const auto reference = [&](std::size_t other) { return pdf_reference(first + static_cast<ObjectNumber>(other)); };
  std::string out = "<<";
  if (item.heading == nullptr) out += " /Type /Outlines";
  else
    out += fmt::format(" /Title {} /Parent {} /Dest {}", pdf_text(item.heading->text), reference(item.parent),
                       pdf_string(item.heading->destination));
  if (item.before != 0) out += " /Prev " + reference(item.before);
  if (item.after != 0) out += " /Next " + reference(item.after);
  if (!item.children.empty()) {
    const long long shown = shown_below(items, item);
    out += fmt::format(" /First {} /Last {} /Count {}", reference(item.children.front()), reference(item.children.back()),
                       item.level <= kDeepestOpenLevel ? shown : -shown);
  }
  return out += " >>";
}

}  // namespace

ObjectNumber add_outline(const SealedParts& parts, ObjectNumber& next, const std::function<void(ObjectNumber, const std::string&)>& put) {
  const std::vector<Item> items = items_of(parts);
  if (items.size() == 1) return 0;
  const ObjectNumber root = next;
  next += static_cast<ObjectNumber>(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) put(root + static_cast<ObjectNumber>(i), value_of(items, i, root));
  return root;
}

}  // namespace nbpublish
