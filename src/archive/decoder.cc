#include "archive/decoder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "archive/frame_fields.h"
#include "archive/marks.h"
#include "archive/sound.h"

namespace nbpublish {

std::uint64_t Decoder::long_varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64 && at_ != end_; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at_++);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (shift == 63 && byte > 1) break;
    if (byte < 0x80) return value;
  }
  refuse();
  return 0;
}

std::uint64_t Decoder::fixed() {
  if (left() < 8) {
    refuse();
    return 0;
  }
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(*at_++)) << (8 * i);
  return value;
}

void Decoder::get(std::uint64_t& value) {
  IdMark mark{};
  get(mark);
  if (mark == IdMark::Other) last_id_ = fixed();
  value = mark == IdMark::None ? 0 : last_id_;
}

std::string_view Decoder::blob() {
  const std::size_t size = length();
  at_ += size;
  return {at_ - size, size};
}

void Decoder::get(std::string& text) { text = blob(); }

FileName Decoder::file() {
  const std::uint64_t number_of_file = number(files_.size() + 1);
  if (number_of_file == 0) return {};
  if (number_of_file > files_.size()) {
    std::string text;
    get(text);
    files_.emplace_back(text);
  }
  return files_[number_of_file - 1];
}

void Decoder::get(SourceSpan& span) {
  const std::uint64_t from_last = varint();
  span.line = at_distance(last_span_.line, from_last >> 1);
  span.file = (from_last & 1) != 0 ? file() : last_span_.file;
  get(span.column);
  span.end_line = at_distance(span.line, varint());
  span.end_column = at_distance(span.column, varint());
  if (span.line != 0) last_span_ = span;
}

void Decoder::get(std::vector<Glyph>& glyphs) {
  glyphs.resize(length(2));
  std::uint32_t x = 0;
  for (Glyph& glyph : glyphs) {
    get(glyph.id);
    const std::uint64_t from_last = varint();
    x = at_distance(x, from_last >> 1);
    glyph.x = static_cast<std::int32_t>(x);
    if ((from_last & 1) != 0) get(glyph.y);
    else glyph.y = 0;
    if (refused_) return;
  }
}

void Decoder::get(std::vector<GlyphCluster>& clusters) {
  clusters.resize(length());
  for (GlyphCluster& cluster : clusters) {
    cluster = unpacked(number(kLargestPacked));
    if (refused_) return;
  }
}

void Decoder::get(PicturePtr& picture) {
  bool is_there = false;
  get(is_there);
  picture = nullptr;
  if (!is_there) return;
  Hash128 hash;
  hash.high = fixed();
  hash.low = fixed();
  if (!refused_ && with_.picture) picture = with_.picture(hash);
  if (!picture) refuse();
}

void Decoder::get(TagTree& tree) {
  fields(*this, tree);
  tags_ = tree.nodes.size();
}

namespace {

// Nothing if the bytes are no items.
std::optional<std::vector<FrameItem>> items_in(std::string_view bytes, const Decoding& with) {
  std::optional<std::vector<FrameItem>> items(std::in_place);
  Decoder decoder(bytes, with);
  decoder.get(*items);
  if (!decoder.is_done()) items.reset();
  return items;
}

// Bytes that are none after all make an empty page: the store vouches for those that it gives back.
std::vector<FrameItem> items_read_late(std::string_view bytes, std::size_t tags, const Decoding& with) {
  auto items = items_in(bytes, with);
  return items && are_sound(*items, tags, with) ? std::move(*items) : std::vector<FrameItem>();
}

}  // namespace

void Decoder::get(PageItems& items) {
  const std::string_view bytes = blob();
  ItemFacts facts;
  get(facts);
  if (refused_) return;
  if (with_.owner != nullptr && !facts.has_pictures) {
    const Decoding later{{}, with_.fonts, with_.owner};
    items = PageItems::unread([bytes, later, tags = tags_] { return items_read_late(bytes, tags, later); }, std::move(facts));
    return;
  }
  auto read = items_in(bytes, with_);
  if (!read) return refuse();
  items = std::move(*read);
  items.set_facts(std::move(facts));
}

void Decoder::get(DiagnosticSink& sink) {
  std::vector<Diagnostic> all;
  get(all);
  sink = {};
  for (Diagnostic& diagnostic : all) sink.add(std::move(diagnostic));
}

}  // namespace nbpublish
