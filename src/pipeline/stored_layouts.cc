#include "pipeline/stored_layouts.h"

#include <memory>
#include <utility>

#include "archive/encoder.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "pipeline/stage_fields.h"
#include "pipeline/stage_key.h"
#include "pipeline/stage_values.h"
#include "pipeline/stages.h"

namespace nbpublish {
NBP_FIELDS(TextStyle, family, weight, italic, size, leading)
NBP_FIELDS(InnerMargin, most_pages, margin)
NBP_FIELDS(TextSides, starts_recto, is_followed_recto)

namespace {

// All that a style file can say: colours are the editions' business.
void add_values(StageKey& key, const Style& style) {
#define NBP_X(type, member, name, text) key(style.member);
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
}

Hash128 key_of_picture(Hash128 picture) {
  StageKey key("picture");
  key(picture);
  return key.key();
}

void add_faces(StageKey& key, const FontLibrary& fonts) {
  key(fonts.size());
  for (const FontEntry& entry : entries_of(fonts)) key(entry.family, entry.sha256);
}

}  // namespace

StoredLayouts::StoredLayouts(Store& store, const Style& style, const Typography& typography, const PictureTable& pictures,
                             const std::string& language, RunLog* log)
    : store_(store), log_(log), faces_(typography.fonts.size()) {
  StageKey key("layout");
  key(language, typography.dictionary);
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
  key(shared_, order.document, order.heading, order.sides, order.seen);
  const auto add_picture = [&](const std::string& source) {
    const auto known = picture_hashes_.find(picture_key(order.document.file, source));
    key(known == picture_hashes_.end() ? Hash128{} : known->second);
  };
  for_each_block(order.document, [&](const Block& block) {
    if (const auto* figure = as<Figure>(block)) add_picture(figure->source);
  });
  for_each_inline(order.document, [&](const Inline& inl, const Block&) {
    if (const auto* image = as<InlineImage>(inl)) add_picture(image->source);
  });
  return key.key();
}

std::optional<ChapterMade> StoredLayouts::find(Hash128 key) const {
  const auto bytes = store_.find(key);
  if (!bytes) return std::nullopt;
  return decode<ChapterMade>(*bytes, {[this](const Hash128& hash) { return picture_of(hash); }, faces_, bytes});
}

void StoredLayouts::keep(Hash128 key, const ChapterMade& made) const {
  for (const Page& page : made.laid_out.part.pages)
    for (const FrameItem& item : page.items) {
      const auto* placed = std::get_if<PlacedPicture>(&item.content);
      if (placed == nullptr) continue;
      const Hash128 hash = hash_of_picture(*placed->picture);
      if (!pictures_.contains(hash)) store_.keep(key_of_picture(hash), encode(*placed->picture));
    }
  store_.keep(key, encode(made));
}

PicturePtr StoredLayouts::picture_of(Hash128 hash) const {
  if (const auto known = pictures_.find(hash); known != pictures_.end()) return known->second;
  const auto bytes = store_.find(key_of_picture(hash));
  std::optional<Picture> kept = bytes ? decode<Picture>(*bytes) : std::nullopt;
  return kept ? std::make_shared<const Picture>(std::move(*kept)) : nullptr;
}

ChapterMade StoredLayouts::find_or_make(const ChapterOrder& order, const std::function<ChapterMade()>& make) {
  RunLog::Span span(log_, stages::kPages, order.document.file);
  const Hash128 key = key_of(order);
  if (std::optional<ChapterMade> kept = find(key)) {
    span.set_found();
    return std::move(*kept);
  }
  ChapterMade made = make();
  keep(key, made);
  return made;
}

}  // namespace nbpublish
