#include "pipeline/stored_layouts.h"

#include <bit>

#include "archive/encoder.h"
#include "archive/roots.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "pipeline/stage_key.h"
#include "pipeline/stage_values.h"

namespace nbpublish {
namespace {

void add(StageKey& key, const std::string& text) { key.add(text); }
void add(StageKey& key, Length length) { key.add(static_cast<std::uint64_t>(length.units())); }
void add(StageKey& key, int number) { key.add(static_cast<std::uint64_t>(number)); }
void add(StageKey& key, bool is_on) { key.add(std::uint64_t{is_on ? 1u : 0u}); }
void add(StageKey& key, double number) { key.add(std::bit_cast<std::uint64_t>(number)); }
void add(StageKey& key, const TextStyle& style) {
  key.add(static_cast<std::uint64_t>(style.family));
  add(key, style.weight), add(key, style.italic), add(key, style.size), add(key, style.leading);
}
void add(StageKey& key, const InnerMargins& margins) {
  key.add(margins.size());
  for (const InnerMargin& margin : margins) add(key, margin.most_pages), add(key, margin.margin);
}

// All that a style file can say: colours are the editions' business.
void add_values(StageKey& key, const Style& style) {
#define NBP_X(type, member, name, text) add(key, style.member);
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
}

void add_faces(StageKey& key, const FontLibrary& fonts) {
  key.add(fonts.size());
  for (const FontEntry& entry : entries_of(fonts)) key.add(entry.family).add(entry.sha256);
}

}  // namespace

StoredLayouts::StoredLayouts(Store& store, const Style& style, const Typography& typography, const PictureTable& pictures,
                             std::string_view language)
    : store_(store), faces_(typography.fonts.size()) {
  StageKey key("layout");
  key.add(language).add(typography.dictionary);
  add_values(key, style);
  add_faces(key, typography.fonts);
  shared_ = key.key();
  for (const auto& [name, picture] : pictures) {
    const Hash128 hash = picture ? hash_of_picture(*picture) : Hash128{};
    picture_hashes_.emplace(name, hash);
    if (picture) pictures_.emplace(hash, picture);
  }
}

Hash128 StoredLayouts::key_of(const ChapterOrder& order) const {
  StageKey key("chapter");
  key.add(shared_).add(hash_of(order.document)).add(hash_of(order.heading));
  add(key, order.sides.starts_recto), add(key, order.sides.is_followed_recto);
  key.add(order.seen.size());
  for (const auto& [place, page] : order.seen) key.add(place).add(page);
  const auto add_picture = [&](const std::string& source) {
    const auto known = picture_hashes_.find(picture_key(order.document.file, source));
    key.add(known == picture_hashes_.end() ? Hash128{} : known->second);
  };
  for_each_block(order.document, [&](const Block& block) {
    if (const auto* figure = as<Figure>(block)) add_picture(figure->source);
  });
  for_each_inline(order.document, [&](const Inline& inl, const Block&) {
    if (const auto* image = as<InlineImage>(inl)) add_picture(image->source);
  });
  return key.key();
}

std::optional<ChapterMade> StoredLayouts::find(Hash128 key) {
  const auto bytes = store_.find(key);
  if (!bytes) return std::nullopt;
  const auto picture = [this](const Hash128& hash) {
    const auto known = pictures_.find(hash);
    return known == pictures_.end() ? nullptr : known->second;
  };
  return decode<ChapterMade>(*bytes, {picture, faces_});
}

void StoredLayouts::keep(Hash128 key, const ChapterMade& made) { store_.keep(key, encode(made)); }

}  // namespace nbpublish
