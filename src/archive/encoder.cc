#include "archive/encoder.h"

#include "archive/frame_fields.h"
#include "archive/marks.h"

namespace nbpublish {

Hash128 hash_of_picture(const Picture& picture) {
  HashStream hash;
  Encoder encoder(hash);
  encoder.put(picture);
  encoder.finish();
  return hash.hash();
}

void Encoder::put(std::uint64_t value) {
  const IdMark mark = value == last_id_ ? IdMark::Same : value == 0 ? IdMark::None : IdMark::Other;
  put(mark);
  if (mark != IdMark::Other) return;
  out_.fixed(value);
  last_id_ = value;
}

void Encoder::put(const std::string& text) {
  out_.varint(text.size());
  out_.bytes(text);
}

void Encoder::put(FileName file) {
  if (!file.is_known()) return out_.varint(0);
  const auto [at, is_new] = files_.try_emplace(file, files_.size() + 1);
  out_.varint(at->second);
  if (is_new) put(file.text());
}

void Encoder::put(const SourceSpan& span) {
  const auto& [line, column, end_line, end_column, file] = span;
  const bool changes_file = file != last_span_.file;
  out_.varint(distance(last_span_.line, line) << 1 | (changes_file ? 1 : 0));
  if (changes_file) put(file);
  out_.varint(column);
  out_.varint(distance(line, end_line));
  out_.varint(distance(column, end_column));
  if (line != 0) last_span_ = span;
}

void Encoder::put(const std::vector<Glyph>& glyphs) {
  out_.varint(glyphs.size());
  std::uint32_t last_x = 0;
  for (const auto& [id, x, y] : glyphs) {
    out_.varint(id);
    const auto next_x = static_cast<std::uint32_t>(x);
    out_.varint(distance(last_x, next_x) << 1 | (y != 0 ? 1 : 0));
    if (y != 0) out_.varint(zigzag(y));
    last_x = next_x;
  }
}

void Encoder::put(const std::vector<GlyphCluster>& clusters) {
  out_.varint(clusters.size());
  for (const GlyphCluster& cluster : clusters) out_.varint(packed(cluster));
}

void Encoder::put(const PicturePtr& picture) {
  put(picture != nullptr);
  if (!picture) return;
  const Hash128 hash = hash_of_picture(*picture);
  out_.fixed(hash.high);
  out_.fixed(hash.low);
}

void Encoder::put(const DiagnosticSink& sink) { put(sink.all()); }

}  // namespace nbpublish
