#include "output/pdf/used_glyphs.h"

#include <cassert>
#include <string_view>

namespace nbpublish {
namespace {

// Calls visit(run) for every glyph run of the part in the order of painting pages.
void for_each_run(const PagedPart& part, const auto& visit) {
  for (const Page& page : part.pages) {
    for (const auto* items : {&page.items, &page.furniture}) {
      for (const FrameItem& item : *items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) visit(*run);
      }
    }
  }
}

// A soft hyphen and a no-break space are drawn with the glyphs of "-" and " ", which say what these are.
bool is_stand_in(std::string_view text) { return text == "\u00AD" || text == "\u00A0"; }

class FaceCollector {
 public:
  void add(std::uint32_t glyph, std::string_view text) {
    if (glyph >= slots_.size()) slots_.resize(glyph + 1, kUnseen);
    std::int32_t& slot = slots_[glyph];
    if (slot == kUnseen) {
      slot = static_cast<std::int32_t>(glyphs_.size());
      glyphs_.push_back({glyph, std::string(text)});
    } else if (UsedGlyph& known = glyphs_[slot]; !text.empty() && known.text != text) {
      if (known.text.empty() || is_stand_in(known.text)) known.text = text;
    }
  }
  std::vector<UsedGlyph> take() { return std::move(glyphs_); }

 private:
  static constexpr std::int32_t kUnseen = -1;
  std::vector<std::int32_t> slots_;  // by glyph id: index in glyphs_
  std::vector<UsedGlyph> glyphs_;
};

void collect(const GlyphRun& run, FaceCollector& face) {
  std::size_t byte = 0, glyph = 0;
  for (const GlyphCluster& c : run.clusters) {
    assert(glyph + c.glyphs <= run.glyphs.size() && byte + c.bytes <= run.text.size());
    const bool alone = c.glyphs == 1;
    for (std::size_t i = 0; i < c.glyphs; ++i) {
      face.add(run.glyphs[glyph + i].id, alone ? std::string_view(run.text).substr(byte, c.bytes) : "");
    }
    byte += c.bytes;
    glyph += c.glyphs;
  }
}

}  // namespace

UsedGlyphs used_glyphs(const PagedVolume& volume, std::size_t face_count) {
  std::vector<FaceCollector> faces(face_count);
  for (const PagedPart& part : volume.parts) {
    for_each_run(part, [&](const GlyphRun& run) { collect(run, faces[run.font]); });
  }
  UsedGlyphs result;
  for (FaceCollector& face : faces) result.push_back(face.take());
  return result;
}

std::vector<FontId> used_faces(const PagedPart& part, std::size_t face_count) {
  std::vector<bool> used(face_count);
  for_each_run(part, [&](const GlyphRun& run) { used[run.font] = true; });
  std::vector<FontId> result;
  for (std::size_t id = 0; id < face_count; ++id) {
    if (used[id]) result.push_back(static_cast<FontId>(id));
  }
  return result;
}

}  // namespace nbpublish
