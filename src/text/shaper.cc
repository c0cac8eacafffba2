#include "text/shaper.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/faces.h"

namespace nbpublish {
namespace {

// A book has some 30,000 words and asks for each many times: short chains are worth their room.
constexpr float kLoadFactor = 0.5F;

constexpr hb_feature_t feature(const char (&tag)[5], std::uint32_t value) {
  return {HB_TAG(tag[0], tag[1], tag[2], tag[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

std::span<const hb_feature_t> features_of(Features features) {
  static constexpr hb_feature_t kText[] = {feature("calt", 0), feature("lnum", 1), feature("pnum", 1)};
  static constexpr hb_feature_t kTabular[] = {feature("calt", 0), feature("lnum", 1), feature("tnum", 1)};
  static constexpr hb_feature_t kCode[] = {feature("calt", 0), feature("liga", 0), feature("clig", 0)};
  static constexpr hb_feature_t kSuperior[] = {feature("calt", 0), feature("sups", 1)};
  static constexpr hb_feature_t kCapitals[] = {feature("calt", 0), feature("case", 1), feature("lnum", 1)};
  static constexpr hb_feature_t kNumerals[] = {feature("calt", 0), feature("case", 1), feature("cv08", 1)};
  switch (features) {
    case Features::Text:
      return kText;
    case Features::Tabular:
      return kTabular;
    case Features::Code:
      return kCode;
    case Features::Superior:
      return kSuperior;
    case Features::Capitals:
      return kCapitals;
    case Features::Numerals:
      return kNumerals;
  }
  return kText;
}

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

std::span<const hb_glyph_info_t> glyphs_of(const Buffer& buffer) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  return {infos, count};
}

// Bytes [begin, end) of a text, to be shaped in one face and one direction.
struct Stretch {
  std::string_view text;
  std::size_t begin = 0, end = 0;
  bool right_to_left = false;
};

Buffer shaped(hb_font_t* font, const Stretch& stretch, std::span<const hb_feature_t> features) {
  Buffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), stretch.text.data(), static_cast<int>(stretch.text.size()), static_cast<unsigned>(stretch.begin),
                     static_cast<int>(stretch.end - stretch.begin));
  hb_buffer_guess_segment_properties(buffer.get());
  hb_buffer_set_direction(buffer.get(), stretch.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer.get(), hb_language_from_string("en", 2));
  hb_shape(font, buffer.get(), features.data(), static_cast<unsigned>(features.size()));
  return buffer;
}

// note [contextual alternates]: a face's `calt` may draw other characters than were typed: Inter sets a multiplication sign for the x
// of 0x10 and an arrow for ->. So no text has it. What it does well is to raise the marks beside capitals and figures, (1) and A-B: it is
// asked where, and there each mark is given its form of the `case` feature, which is always the same character.
std::vector<hb_feature_t> with_raised_marks(hb_font_t* font, const Stretch& stretch, std::span<const hb_feature_t> features,
                                            const Buffer& plain) {
  std::vector<hb_feature_t> list(features.begin(), features.end());
  const auto shaped_with = [&](const char(&tag)[5]) {
    list.push_back(feature(tag, 1));
    Buffer buffer = shaped(font, stretch, list);
    list.pop_back();
    return buffer;
  };
  const Buffer contextual = shaped_with("calt");
  const auto typed = glyphs_of(plain), seen = glyphs_of(contextual);
  const auto is_same = [](const hb_glyph_info_t& a, const hb_glyph_info_t& b) {
    return a.codepoint == b.codepoint && a.cluster == b.cluster;
  };
  if (std::equal(typed.begin(), typed.end(), seen.begin(), seen.end(), is_same)) return {};
  const Buffer capital = shaped_with("case");
  const auto raised = glyphs_of(capital);
  for (const hb_glyph_info_t& mark : raised) {
    const auto equals = [&](const hb_glyph_info_t& other) { return is_same(mark, other); };
    if (std::none_of(typed.begin(), typed.end(), equals) && std::any_of(seen.begin(), seen.end(), equals))
      list.push_back({HB_TAG('c', 'a', 's', 'e'), 1, mark.cluster, mark.cluster + 1});
  }
  if (list.size() == features.size()) list.clear();
  return list;
}

// Combining marks, joiners and variation selectors stay with the face of what they modify, if it has them.
bool follows_its_base(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return c == 0x200D || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_invisible(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0; }

// "1️⃣": a digit that a mark behind it encloses is drawn by the face of the mark.
constexpr char32_t kKeycap = 0x20E3, kEmojiSelector = 0xFE0F;
bool begins_keycap(std::string_view text) {
  std::size_t pos = 0;
  const char32_t key = next_code_point(text, pos);
  if (key >= 0x80 || pos == text.size() || static_cast<unsigned char>(text[pos]) < 0x80) return false;
  char32_t next = next_code_point(text, pos);
  if (next == kEmojiSelector && pos < text.size()) next = next_code_point(text, pos);
  return next == kKeycap;
}

// HarfBuzz gives the glyphs of a text that runs right to left from left to right. Here they are put into the text's order, each
// at the place it had.
void order_by_text(ShapedRun& run) {
  const std::vector<ShapedGlyph> seen = std::exchange(run.glyphs, {});
  std::vector<std::int64_t> places;
  std::int64_t place = 0;
  for (const ShapedGlyph& g : seen) places.push_back(place), place += g.advance;
  std::int64_t pen = 0;
  for (std::size_t end = seen.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && seen[begin - 1].cluster == seen[end - 1].cluster) --begin;
    for (std::size_t i = begin; i < end; ++i) {
      run.glyphs.push_back(seen[i]);
      run.glyphs.back().dx += static_cast<std::int32_t>(places[i] - pen);
      pen += seen[i].advance;
    }
    end = begin;
  }
}

// Letters and figures alone have nothing to raise.
bool has_marks(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const bool plain = is_alphanumeric(c) || c == ' ' || c == ',' || c == '.';
    return !plain;
  });
}

ShapedRun shape_run(const FontLibrary& fonts, FontId font, Features features, std::string_view text, std::size_t begin, std::size_t end,
                    bool right_to_left) {
  const Stretch stretch{text, begin, end, right_to_left};
  const auto list = features_of(features);
  Buffer buffer = shaped(fonts.hb_font(font), stretch, list);
  const bool may_raise = features == Features::Text || features == Features::Tabular;
  if (may_raise && has_marks(text.substr(begin, end - begin)) && has_contextual_capitals(fonts, font))
    if (const auto raised = with_raised_marks(fonts.hb_font(font), stretch, list, buffer); !raised.empty())
      buffer = shaped(fonts.hb_font(font), stretch, raised);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  ShapedRun run;
  run.font = font;
  run.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    run.glyphs.push_back({infos[i].codepoint, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset, infos[i].cluster});
    run.advance += positions[i].x_advance;
  }
  if (right_to_left) order_by_text(run);
  return run;
}

constexpr std::size_t kMostMarks = 32;  // that are looked at behind a letter

// The face that draws the character `base` together with the marks on it, which begin at `pos`: a mark from another face would stand beside
// its letter. Moves `pos` behind them. Nothing where a letter stands alone, or no face has all of it.
std::optional<FontId> face_with_marks(const FontLibrary& fonts, FontId font, char32_t base, std::string_view text, std::size_t& pos) {
  std::u32string characters(1, base);
  std::size_t end = pos;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* composer = unorm2_getNFCInstance(&status);
  for (std::size_t next = end; next < text.size() && static_cast<unsigned char>(text[next]) >= 0x80; end = next) {
    const char32_t c = next_code_point(text, next);
    if (!follows_its_base(c)) break;
    if (characters.size() > kMostMarks) return std::nullopt;
    // A letter that the face has with the mark on it is drawn so.
    const UChar32 both =
        U_SUCCESS(status) ? unorm2_composePair(composer, static_cast<UChar32>(characters.back()), static_cast<UChar32>(c)) : -1;
    if (both >= 0 && fonts.has_glyph(font, static_cast<char32_t>(both))) characters.back() = static_cast<char32_t>(both);
    else characters += c;
  }
  if (end == pos) return std::nullopt;
  const auto face = face_for_all(fonts, characters, font);
  if (face) pos = end;
  return face;
}

// note [large clusters]: what HarfBuzz puts into one cluster (a letter with its marks, pictures joined by joiners) has no end in a
// hostile text: no line could hold it, and none of its parts be told apart. UAX 15 calls 30 marks behind a letter enough for any
// language; a family of emoji takes 41 bytes.
constexpr std::size_t kMostInCluster = 128;
// Longer texts without a blank are shaped piece by piece, since parts of HarfBuzz take time by the square of their length.
constexpr std::size_t kMostShaped = 8'192;

std::size_t largest_cluster(const ShapedRun& run, std::size_t end) {
  std::size_t largest = 0;
  for (std::size_t i = run.glyphs.size(); i-- > 0; end = run.glyphs[i].cluster) largest = std::max(largest, end - run.glyphs[i].cluster);
  return largest;
}

// The last place that is no more than `most` bytes behind `begin` and cuts no character, nor a letter from its marks if it can be had.
std::size_t cut_within(std::string_view text, std::size_t begin, std::size_t most) {
  const auto previous = [&](std::size_t at) {
    while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  const std::size_t last = previous(begin + most);
  for (std::size_t at = last; at > begin && at + kMostInCluster > begin + most; at = previous(at - 1)) {
    std::size_t pos = at;
    if (!follows_its_base(next_code_point(text, pos))) return at;
  }
  return last;
}

// Appends the runs of text[begin, end), which one face draws, in pieces of at most `most` bytes.
void shape_stretch(const FontLibrary& fonts, FontId font, Features features, std::string_view text, std::size_t begin, std::size_t end,
                   bool right_to_left, std::size_t most, std::vector<ShapedRun>& runs) {
  while (begin < end) {
    const std::size_t stop = end - begin <= most ? end : cut_within(text, begin, most);
    ShapedRun run = shape_run(fonts, font, features, text, begin, stop, right_to_left);
    if (stop - begin > kMostInCluster && largest_cluster(run, stop) > kMostInCluster)
      shape_stretch(fonts, font, features, text, begin, stop, right_to_left, kMostInCluster, runs);
    else runs.push_back(std::move(run));
    begin = stop;
  }
}

std::vector<ShapedRun> shape_text(const FontLibrary& fonts, FontId font, Features features, std::string_view text, bool right_to_left) {
  std::vector<ShapedRun> runs;
  std::size_t begin = 0;
  FontId current = font;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = next_code_point(text, pos);
    const bool stays = at > 0 && follows_its_base(c) && (fonts.has_glyph(current, c) || is_invisible(c));
    const bool keycap = begins_keycap(text.substr(at));
    const auto with_marks = stays || keycap ? std::nullopt : face_with_marks(fonts, font, c, text, pos);
    const FontId wanted = stays ? current : with_marks ? *with_marks : fonts.face_for(keycap ? kKeycap : c, font);
    if (wanted != current && at > begin) {
      shape_stretch(fonts, current, features, text, begin, at, right_to_left, kMostShaped, runs);
      begin = at;
    }
    current = wanted;
  }
  shape_stretch(fonts, current, features, text, begin, text.size(), right_to_left, kMostShaped, runs);
  return runs;
}

}  // namespace

Shaper::Words& Shaper::words_of(FontId font, Features features, bool right_to_left) {
  const std::size_t index = (font * kFeatureSets + static_cast<std::size_t>(features)) * 2 + (right_to_left ? 1 : 0);
  while (cache_.size() <= index) cache_.emplace_back().max_load_factor(kLoadFactor);
  return cache_[index];
}

const std::vector<ShapedRun>& Shaper::shape(FontId font, Features features, std::string_view text, bool right_to_left) {
  Words& words = words_of(font, features, right_to_left);
  const auto it = words.find(text);
  if (it != words.end()) return it->second;
  return words.emplace(text, shape_text(fonts_, font, features, text, right_to_left)).first->second;
}

Length Shaper::width(FontId font, Features features, Length size, std::string_view text) {
  Length sum;
  for (const ShapedRun& run : shape(font, features, text)) sum += em_length(run.advance, size, fonts_.units_per_em(run.font));
  return sum;
}

}  // namespace nbpublish
