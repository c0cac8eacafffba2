#include "layout/inline/line_setter.h"

#include <algorithm>
#include <utility>

#include "layout/inline/glyph_run.h"
#include "layout/inline/line_directions.h"
#include "layout/inline/line_widths.h"
#include "layout/inline/link_areas.h"
#include "layout/inline/underlines.h"

namespace nbpublish {
namespace {

constexpr Length kPictureDrop = Length::pt(2);  // of a picture's foot, below the baseline
// <kbd>: the frame stands 1 outside the advance box's edge and 1.5 around the letters.
constexpr Length kKeyFrame = Length::pt(0.75), kKeyOuter = Length::pt(1), kKeyInner = Length::pt(1.5), kKeyRadius = Length::pt(2);

Path rounded_frame(Rect r) {
  using Kind = PathSegment::Kind;
  const Length k = kKeyRadius.scaled(0.4477);  // distance of a quarter circle's controls from its corner
  const auto at = [](Length x, Length y) { return Point{x, y}; };
  Path path;
  path.width = kKeyFrame;
  path.segments = {
      {Kind::Move, {at(r.x + kKeyRadius, r.y)}},
      {Kind::Line, {at(r.right() - kKeyRadius, r.y)}},
      {Kind::Curve, {at(r.right() - k, r.y), at(r.right(), r.y + k), at(r.right(), r.y + kKeyRadius)}},
      {Kind::Line, {at(r.right(), r.bottom() - kKeyRadius)}},
      {Kind::Curve, {at(r.right(), r.bottom() - k), at(r.right() - k, r.bottom()), at(r.right() - kKeyRadius, r.bottom())}},
      {Kind::Line, {at(r.x + kKeyRadius, r.bottom())}},
      {Kind::Curve, {at(r.x + k, r.bottom()), at(r.x, r.bottom() - k), at(r.x, r.bottom() - kKeyRadius)}},
      {Kind::Line, {at(r.x, r.y + kKeyRadius)}},
      {Kind::Curve, {at(r.x, r.y + k), at(r.x + k, r.y), at(r.x + kKeyRadius, r.y)}},
      {Kind::Close, {}},
  };
  return path;
}

// A ligature is one.
std::size_t clusters_of(const std::vector<ShapedRun>& runs) {
  std::size_t clusters = 0;
  for (const ShapedRun& run : runs)
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) clusters += i == 0 || run.glyphs[i].cluster != run.glyphs[i - 1].cluster ? 1 : 0;
  return std::max<std::size_t>(clusters, 1);
}

class LineSetter {
 public:
  // `in.line.ratio` is ratio_as_set().
  explicit LineSetter(const LineInput& in) : in_(in), links_(in.text), x_(line_left(in)) {}

  SetLine set_items() {
    if (has_two_directions(in_)) add_in_two_directions();
    else add_in_order();
    if (in_.line.hyphenated) add_hyphen();
    out_.width = x_;
    add_trailing_space();
    flush_run();
    links_.close();
    out_.links = links_.take();
    if (in_.rules.alignment == Alignment::Justified) end_underlines_at_edges(out_.items, in_.rules.measure);
    out_.hyphenated = in_.line.hyphenated;
    return std::move(out_);
  }

 private:
  // Text of one span and face that is being put together.
  struct OpenRun {
    GlyphRun glyphs;  // none = nothing is open
    const TextSpan* span = nullptr;
    std::uint32_t begin = 0, end = 0;  // bytes of the text
  };

  const LineInput& in_;
  SetLine out_;
  OpenRun open_;
  LinkAreas links_;
  Length x_;  // of what comes next

  unsigned units_per_em() const { return in_.context.fonts().units_per_em(open_.glyphs.font); }

  void add_in_order() {
    for (std::size_t i = in_.line.first; i < in_.end();) i = add(i);
  }
  void add_in_two_directions() {
    const PlacedUnits places = place_units(in_, x_);
    auto unit = places.units.begin();
    for (std::size_t i = in_.line.first; i < in_.end();) {
      if (unit != places.units.end() && unit->item == i) {
        flush_run();
        links_.close();
        x_ = unit->x;
        ++unit;
      }
      i = add(i);
    }
    x_ = places.end;
  }

  // Adds item `i`, together with the boxes that continue its word, and returns the next.
  std::size_t add(std::size_t i) {
    const InlineItem& item = in_.items[i];
    if (item.kind == InlineItem::Kind::Penalty) return i + 1;
    const TextSpan& span = in_.span_of(item);
    if (item.kind == InlineItem::Kind::Glue) return add_glue(item, span), i + 1;
    if (span.picture >= 0) return add_picture(item, span), i + 1;
    if (span.style.keyboard) return add_key(item, span), i + 1;
    // Pieces of a word that are not broken here are shaped together: ligatures and kerning over them.
    const std::size_t next = word_end(in_, i);
    const std::uint32_t end = in_.items[next - 1].end;
    if (is_set_backward(item)) add_backward_word(span, item.begin, end);
    else add_word(span, item.begin, end, letter_space(in_, i, next));
    if (span.note >= 0) out_.notes.push_back(static_cast<std::uint32_t>(span.note));
    return next;
  }

  // `letters`: what its letters give; each cluster gives an equal part.
  void add_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end, Length letters) {
    links_.enter(span, x_);
    const std::string_view word = in_.slice(begin, end);
    const auto& runs = in_.context.shaper.shape(span.style.font, span.style.features, word);
    const Length tracking = letters.is_zero() ? Length{} : letters / static_cast<std::int64_t>(clusters_of(runs));
    const Length from = x_;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const std::size_t first = runs[r].glyphs.empty() ? 0 : runs[r].glyphs.front().cluster;
      const std::size_t last = r + 1 < runs.size() && !runs[r + 1].glyphs.empty() ? runs[r + 1].glyphs.front().cluster : word.size();
      open_run(span, runs[r].font, begin + static_cast<std::uint32_t>(first));
      x_ += append_shaped(open_.glyphs, runs[r], word, first, last, x_ - open_.glyphs.origin.x, units_per_em(), tracking);
      open_.end = begin + static_cast<std::uint32_t>(last);
    }
    finish_piece(span, from);
  }

  // From its right end to its left; pieces in fallback faces follow each other likewise.
  void add_backward_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end) {
    links_.enter(span, x_);
    const std::string_view word = in_.slice(begin, end);
    const auto& runs = in_.context.shaper.shape(span.style.font, span.style.features, word, true);
    const Length from = x_, to = x_ + shaped_width(in_.context.fonts(), runs, span.style.size);
    Length right = to;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const auto cluster_of = [&](std::size_t run) { return runs[run].glyphs.empty() ? word.size() : runs[run].glyphs.front().cluster; };
      const std::size_t first = r == 0 ? 0 : cluster_of(r), last = r + 1 < runs.size() ? cluster_of(r + 1) : word.size();
      const unsigned per_em = in_.context.fonts().units_per_em(runs[r].font);
      right -= em_length(runs[r].advance, span.style.size, per_em);
      flush_run();
      x_ = right;
      open_run(span, runs[r].font, begin + static_cast<std::uint32_t>(first));
      x_ += append_shaped(open_.glyphs, runs[r], word, first, last, {}, per_em);
      open_.end = begin + static_cast<std::uint32_t>(last);
    }
    flush_run();
    x_ = to;
    finish_piece(span, from);
  }

  void add_glue(const InlineItem& item, const TextSpan& span) {
    links_.enter(span, x_);
    const Length width = glue_width(in_, item);
    append_space(span, item.begin);
    const Length from = x_;
    x_ += width;
    open_.end = item.end;
    finish_piece(span, from);
  }

  // The space joins the run being built, unless that is in a face of symbols without a space.
  void append_space(const TextSpan& span, std::uint32_t at) {
    const bool joins = open_.span == &span && !open_.glyphs.glyphs.empty() && in_.context.fonts().has_glyph(open_.glyphs.font, ' ');
    open_run(span, joins ? open_.glyphs.font : span.style.font, at);
    const auto& shaped = in_.context.shaper.shape(open_.glyphs.font, open_.span->style.features, " ");
    if (shaped.empty() || shaped.front().font != open_.glyphs.font) return;
    append_shaped(open_.glyphs, shaped.front(), " ", 0, 1, x_ - open_.glyphs.origin.x, units_per_em());
  }

  // The space at which the line was broken is drawn behind the last word, so that copied words stay apart.
  void add_trailing_space() {
    std::size_t space = in_.line.at;
    if (space < in_.items.size() && in_.items[space].kind == InlineItem::Kind::Penalty) ++space;
    if (space >= in_.items.size() || in_.items[space].kind != InlineItem::Kind::Glue || in_.line.first == in_.line.at) return;
    // Behind a key or a picture there is no run that it could join.
    append_space(open_.span != nullptr ? *open_.span : in_.span_of(in_.items[space]), in_.items[space].begin);
  }

  // A drawn hyphen that copies as a soft one.
  void add_hyphen() {
    const TextSpan& span = in_.span_of(in_.items[in_.line.at]);
    const auto& shaped = in_.context.shaper.shape(span.style.font, span.style.features, "-");
    if (shaped.empty()) return;
    open_run(span, shaped.front().font, in_.items[in_.line.at].begin);
    x_ += append_shaped(open_.glyphs, shaped.front(), "-", 0, 1, x_ - open_.glyphs.origin.x, units_per_em());
    open_.glyphs.text.pop_back();
    open_.glyphs.text += "\xC2\xAD";
    open_.glyphs.clusters.back().bytes = 2;
  }

  void add_picture(const InlineItem& item, const TextSpan& span) {
    links_.enter(span, x_);
    flush_run();
    const TextPicture& picture = in_.text.pictures[static_cast<std::size_t>(span.picture)];
    out_.rise = std::max(out_.rise, picture.size.height - kPictureDrop);
    push(span.tag, span, item.begin, item.end,
         PlacedPicture{picture.picture, {x_, kPictureDrop - picture.size.height, picture.size.width, picture.size.height}});
    const Length from = x_;
    x_ += item.width;
    finish_piece(span, from);
  }

  void add_key(const InlineItem& item, const TextSpan& span) {
    flush_run();
    const Length inner = item.width - 2 * kKeyOuter;
    const Length cap = span.style.size.scaled(0.73);
    push(kArtifact, span, item.begin, item.end,
         rounded_frame({x_ + kKeyOuter, -cap - kKeyInner - Length::pt(0.25), inner, cap + 2 * kKeyInner + Length::pt(0.5)}));
    const Length end = x_ + item.width;
    x_ += kKeyOuter + kKeyInner;
    add_word(span, item.begin, item.end, {});
    flush_run();
    x_ = end;
  }

  void open_run(const TextSpan& span, FontId font, std::uint32_t begin) {
    if (open_.span == &span && open_.glyphs.font == font && !open_.glyphs.glyphs.empty()) return;
    flush_run();
    open_.glyphs = {};
    open_.glyphs.font = font;
    open_.glyphs.colour = span.style.colour;
    open_.glyphs.size = span.style.size;
    open_.glyphs.origin = {x_, -span.style.raise};
    open_.span = &span;
    open_.begin = begin;
  }

  void flush_run() {
    if (!open_.glyphs.glyphs.empty()) {
      open_.glyphs.width = x_ - open_.glyphs.origin.x;
      push(open_.span->tag, *open_.span, open_.begin, open_.end, std::move(open_.glyphs));
    }
    open_.glyphs = {};
    open_.span = nullptr;
  }

  void push(TagId tag, const TextSpan& span, std::uint32_t begin, std::uint32_t end, auto content) {
    const NodeId node = span.node == 0 ? in_.rules.node : span.node;
    out_.items.push_back({tag, node, ink_before(in_.text, span, begin), ink_before(in_.text, span, end), std::move(content)});
  }

  // What stands between `from` and x_ is set.
  void finish_piece(const TextSpan& span, Length from) {
    links_.reach(x_);
    add_underlines(out_.items, span.style, in_.rules.node, from, x_);
  }
};

}  // namespace

SetLine set_line(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const BrokenLine& line,
                 const ParagraphRules& rules, bool first) {
  LineInput in{context, text, items, rules, line, first};
  in.line.ratio = ratio_as_set(in);
  return LineSetter(in).set_items();
}

}  // namespace nbpublish
