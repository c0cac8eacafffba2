#include "archive/item_facts.h"

#include <unordered_set>

#include "archive/encoder.h"
#include "archive/frame_fields.h"

namespace nbpublish {
namespace {

Hash128 hash_of_all(const std::vector<FrameItem>& items, const auto& part_of) {
  HashStream hash;
  Encoder encoder(hash);
  encoder(items.size());
  for (const FrameItem& item : items) encoder(part_of(item));
  encoder.finish();
  return hash.hash();
}

}  // namespace

Hash128 hash_of_seen(const std::vector<FrameItem>& items) {
  return hash_of_all(
      items, [](const FrameItem& item) -> const auto& { return item.content; });
}

ItemFacts find_facts(const std::vector<FrameItem>& items) {
  ItemFacts facts;
  facts.seen = hash_of_seen(items);
  facts.tags = hash_of_all(items, [](const FrameItem& item) { return item.tag; });
  facts.artifacts = hash_of_all(items, [](const FrameItem& item) { return item.tag == kArtifact; });
  std::unordered_set<NodeId> met;
  std::unordered_set<TagId> used;
  for (const FrameItem& item : items) {
    facts.has_pictures = facts.has_pictures || std::holds_alternative<PlacedPicture>(item.content);
    if (item.tag == kArtifact) continue;
    if (used.insert(item.tag).second) facts.used_tags.push_back(item.tag);
    if (met.insert(item.node).second) facts.nodes.push_back(item.node);
  }
  return facts;
}

const ItemFacts& facts_of(const PageItems& items) { return items.facts(find_facts); }

// On their own, so that they can be read later.
void Encoder::put(const PageItems& items) {
  Encoder list;
  list.put(items.all());
  put(list.take());
  put(facts_of(items));
}

}  // namespace nbpublish
