#include "layout/inline/line_setter.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

// Underline of external links: thickness and depth below the baseline (docs/design.md, Code in text and links).
constexpr Length kUnderline = Length::pt(0.5), kUnderlineDepth = Length::pt(1.5);
constexpr Length kStrike = Length::pt(0.75);    // thinner ones break up on a press
constexpr Length kPictureDrop = Length::pt(2);  // of a picture's foot, below the baseline
// <kbd>: the frame stands 1 outside the advance box's edge and 1.5 around the letters.
constexpr Length kKeyFrame = Length::pt(0.75), kKeyOuter = Length::pt(1), kKeyInner = Length::pt(1.5), kKeyRadius = Length::pt(2);
// A line whose divided words turn out wider than planned shrinks no further.
constexpr double kTightest = -1.2;
// Link areas reach over the letters' height.
constexpr double kLinkAscent = 0.78, kLinkDescent = 0.24;

class LineSetter {
 public:
  LineSetter(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const BrokenLine& line,
             const ParagraphRules& rules, bool first)
      : context_(context), text_(text), items_(items), line_(line), rules_(rules) {
    if (first) x_ = rules.first_indent;
    if (rules.alignment == Alignment::Justified) x_ -= hang_at_start(items, line.first, std::min(line.at, items.size()));
    correct_ratio();
  }

  SetLine run() {
    x_ += leading_space();
    if (has_two_directions()) place_units();
    for (std::size_t i = line_.first; i < line_.at && i < items_.size();) {
      if (!units_.empty()) go_to_unit(i);
      i = add(i);
    }
    if (!units_.empty()) x_ = end_;
    if (line_.hyphenated) add_hyphen();
    out_.width = x_;
    add_trailing_space();
    flush_run();
    flush_link();
    if (rules_.alignment == Alignment::Justified) end_rules_at_edges();
    out_.hyphenated = line_.hyphenated;
    return std::move(out_);
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const std::vector<InlineItem>& items_;
  BrokenLine line_;
  const ParagraphRules& rules_;
  SetLine out_;
  Length x_;
  GlyphRun run_;  // being built; empty glyphs = none
  const TextSpan* run_span_ = nullptr;
  std::uint32_t run_begin_ = 0, run_end_ = 0;
  LinkArea link_;  // being built
  std::int32_t link_index_ = -1;

  const TextSpan& span_of(const InlineItem& item) const { return text_.spans[item.span]; }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return std::string_view(text_.text).substr(begin, end - begin); }

  // A word that was divided is set as it stands, its kerning and ligatures not those of the whole word that was measured:
  // the line's spaces take the difference, so that its end stands at the edge.
  void correct_ratio() {
    if (line_.overfull) line_.ratio = -1;  // its words stay apart
    if (rules_.alignment != Alignment::Justified || line_.overfull) return;
    Length width = x_, stretch, shrink, letters;
    for (std::size_t i = line_.first; i < line_.at && i < items_.size();) {
      const bool box = items_[i].kind == InlineItem::Kind::Box;
      const std::size_t next = box ? word_end(i) : i + 1;
      const bool at_edge = i == line_.first || next >= line_.at;
      width += box && at_edge ? set_width(i, next) : planned_width(i, next);
      for (; i < next; ++i) stretch += items_[i].stretch, shrink += items_[i].shrink, letters += items_[i].letters;
    }
    if (line_.hyphenated) width += items_[line_.at].width;
    width -= hang_at_end(items_, line_.first, std::min(line_.at, items_.size()));
    const Length slack = rules_.measure - width;
    if (line_.last && slack >= Length{}) return;
    line_.ratio = std::max(adjustment_ratio(slack, stretch, shrink, letters), kTightest);
    if (is_left_ragged(line_.ratio)) line_.ratio = kRaggedSpaces;
  }

  // note [two directions]: what stands in a line is placed from left to right in visual order, and then set in the order of the text,
  // piece by piece, so that what is copied and read aloud keeps its order. A line of a paragraph that itself runs right to
  // left stands at the right edge.
  bool has_two_directions() const {
    return !text_.directions.of_bytes.empty() &&
           std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(line_.first),
                       items_.begin() + static_cast<std::ptrdiff_t>(std::min(line_.at, items_.size())),
                       [](const InlineItem& item) { return item.level > 0; });
  }

  // A word or a space of such a line.
  struct Unit {
    std::size_t item;
    Length width, x;
  };
  std::vector<Unit> units_;  // empty where all runs left to right
  std::size_t next_unit_ = 0;
  Length end_;  // of the line

  void place_units() {
    std::vector<std::uint8_t> levels;
    Length total;
    for (std::size_t i = line_.first; i < line_.at && i < items_.size();) {
      if (items_[i].kind == InlineItem::Kind::Penalty) {
        ++i;
        continue;
      }
      const std::size_t next = items_[i].kind == InlineItem::Kind::Box ? word_end(i) : i + 1;
      units_.push_back({i, unit_width(i, next), {}});
      levels.push_back(items_[i].level);
      total += units_.back().width;
      i = next;
    }
    if (line_.hyphenated && !units_.empty()) {
      units_.back().width += items_[line_.at].width;
      total += items_[line_.at].width;
    }
    const bool from_right =
        text_.directions.paragraph % 2 == 1 && rules_.alignment != Alignment::Right && rules_.alignment != Alignment::Centered;
    Length x = from_right ? rules_.measure - x_ - total : x_;
    for (const std::size_t unit : visual_order(levels)) units_[unit].x = x, x += units_[unit].width;
    end_ = x;
  }
  Length unit_width(std::size_t i, std::size_t next) const {
    if (items_[i].kind == InlineItem::Kind::Glue) return glue_width(items_[i]);
    const TextSpan& span = span_of(items_[i]);
    Length letters;
    for (std::size_t k = i; k < next; ++k) letters += items_[k].letters;
    const bool is_tracked = !letters.is_zero() && stretches() && rules_.alignment == Alignment::Justified && span.picture < 0;
    return set_width(i, next) + (is_tracked ? letters.scaled(letter_ratio(line_.ratio)) : Length{});
  }
  void go_to_unit(std::size_t item) {
    if (next_unit_ == units_.size() || units_[next_unit_].item != item) return;
    flush_run();
    flush_link();
    x_ = units_[next_unit_++].x;
  }

  // The item behind the boxes that make one word with item `i`.
  std::size_t word_end(std::size_t i) const {
    std::uint32_t end = items_[i].end;
    std::size_t next = i + 1, last = next;
    for (; next < line_.at; ++next) {
      if (items_[next].kind == InlineItem::Kind::Penalty) continue;
      if (items_[next].kind != InlineItem::Kind::Box || items_[next].span != items_[i].span || items_[next].begin != end ||
          items_[next].level != items_[i].level)
        break;
      end = items_[next].end;
      last = next + 1;
    }
    return last;
  }
  Length planned_width(std::size_t i, std::size_t next) const {
    Length sum;
    for (; i < next; ++i)
      if (items_[i].kind != InlineItem::Kind::Penalty) sum += items_[i].width;
    return sum;
  }
  Length set_width(std::size_t i, std::size_t next) const {
    const TextSpan& span = span_of(items_[i]);
    if (span.picture >= 0 || span.style.keyboard) return planned_width(i, next);
    const std::string_view word = slice(items_[i].begin, items_[next - 1].end);
    if (!runs_backward(items_[i])) return context_.shaper.width(span.style.font, span.style.features, span.style.size, word);
    return width_of(context_.shaper.shape(span.style.font, span.style.features, word, true), span.style.size);
  }
  static bool runs_backward(const InlineItem& item) { return item.level % 2 == 1; }
  Length width_of(const std::vector<ShapedRun>& runs, Length size) const {
    Length sum;
    for (const ShapedRun& run : runs) sum += em_length(run.advance, size, context_.fonts().units_per_em(run.font));
    return sum;
  }

  Length leading_space() const {
    if (rules_.alignment != Alignment::Right && rules_.alignment != Alignment::Centered) return {};
    Length width = x_;
    for (std::size_t i = line_.first; i < line_.at && i < items_.size(); ++i)
      if (items_[i].kind != InlineItem::Kind::Penalty) width += items_[i].width;
    const Length slack = std::max(rules_.measure - width, Length{});
    return rules_.alignment == Alignment::Right ? slack : slack / 2;
  }

  // Adds item `i`, together with the boxes that continue its word, and returns the next.
  std::size_t add(std::size_t i) {
    const InlineItem& item = items_[i];
    if (item.kind == InlineItem::Kind::Penalty) return i + 1;
    const TextSpan& span = span_of(item);
    if (item.kind == InlineItem::Kind::Glue) return add_glue(item, span), i + 1;
    if (span.picture >= 0) return add_picture(item, span), i + 1;
    if (span.style.keyboard) return add_key(item, span), i + 1;
    // Pieces of a word that are not broken here are shaped together: ligatures and kerning over them.
    const std::size_t next = word_end(i);
    const std::uint32_t end = items_[next - 1].end;
    Length letters;
    for (std::size_t k = i; k < next; ++k) letters += items_[k].letters;
    if (runs_backward(item)) add_backward_word(span, item.begin, end);
    else add_word(span, item.begin, end, letters);
    if (span.note >= 0) out_.notes.push_back(static_cast<std::uint32_t>(span.note));
    return next;
  }

  bool stretches() const { return line_.ratio < 0 || (rules_.alignment == Alignment::Justified && !line_.last); }

  // What each cluster of a word gives so that the word gives its part of the line's letter space. A ligature is one cluster
  // and takes its letters' share with the others.
  Length tracking(Length letters, const std::vector<ShapedRun>& runs) const {
    if (letters.is_zero() || !stretches() || rules_.alignment != Alignment::Justified) return {};
    return letters.scaled(letter_ratio(line_.ratio)) / static_cast<std::int64_t>(clusters_of(runs));
  }
  static std::size_t clusters_of(const std::vector<ShapedRun>& runs) {
    std::size_t clusters = 0;
    for (const ShapedRun& run : runs)
      for (std::size_t i = 0; i < run.glyphs.size(); ++i) clusters += i == 0 || run.glyphs[i].cluster != run.glyphs[i - 1].cluster ? 1 : 0;
    return std::max<std::size_t>(clusters, 1);
  }

  void add_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end, Length letters) {
    touch_link(span);
    const std::string_view word = slice(begin, end);
    const auto& runs = context_.shaper.shape(span.style.font, span.style.features, word);
    const Length from = x_, tracked = tracking(letters, runs);
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const std::size_t first = runs[r].glyphs.empty() ? 0 : runs[r].glyphs.front().cluster;
      const std::size_t last = r + 1 < runs.size() && !runs[r + 1].glyphs.empty() ? runs[r + 1].glyphs.front().cluster : word.size();
      open_run(span, runs[r].font, begin + static_cast<std::uint32_t>(first));
      x_ += append_shaped(run_, runs[r], word, first, last, x_ - run_.origin.x, context_.fonts().units_per_em(run_.font), tracked);
      run_end_ = begin + static_cast<std::uint32_t>(last);
    }
    decorate(span, from, x_);
  }

  // From its right end to its left; pieces in fallback faces follow each other likewise.
  void add_backward_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end) {
    touch_link(span);
    const std::string_view word = slice(begin, end);
    const auto& runs = context_.shaper.shape(span.style.font, span.style.features, word, true);
    const Length from = x_, to = x_ + width_of(runs, span.style.size);
    Length right = to;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const auto cluster_of = [&](std::size_t run) { return runs[run].glyphs.empty() ? word.size() : runs[run].glyphs.front().cluster; };
      const std::size_t first = r == 0 ? 0 : cluster_of(r), last = r + 1 < runs.size() ? cluster_of(r + 1) : word.size();
      const unsigned units_per_em = context_.fonts().units_per_em(runs[r].font);
      right -= em_length(runs[r].advance, span.style.size, units_per_em);
      flush_run();
      x_ = right;
      open_run(span, runs[r].font, begin + static_cast<std::uint32_t>(first));
      x_ += append_shaped(run_, runs[r], word, first, last, {}, units_per_em);
      run_end_ = begin + static_cast<std::uint32_t>(last);
    }
    flush_run();
    x_ = to;
    decorate(span, from, to);
  }

  Length glue_width(const InlineItem& item) const {
    Length width = item.width;
    if (rules_.alignment == Alignment::Justified && !line_.last) {
      width += line_.ratio >= 0 ? item.stretch.scaled(line_.ratio) : item.shrink.scaled(line_.ratio);
    } else if (line_.ratio < 0) {
      width += item.shrink.scaled(line_.ratio);
    }
    return width;
  }

  void add_glue(const InlineItem& item, const TextSpan& span) {
    touch_link(span);
    const Length width = glue_width(item);
    append_space(span, item.begin);
    const Length from = x_;
    x_ += width;
    run_end_ = item.end;
    decorate(span, from, x_);
  }

  // The space joins the run being built, unless that is in a face of symbols without a space.
  void append_space(const TextSpan& span, std::uint32_t at) {
    const bool joins = run_span_ == &span && !run_.glyphs.empty() && context_.fonts().has_glyph(run_.font, ' ');
    open_run(span, joins ? run_.font : span.style.font, at);
    const auto& shaped = context_.shaper.shape(run_.font, run_span_->style.features, " ");
    if (shaped.empty() || shaped.front().font != run_.font) return;
    append_shaped(run_, shaped.front(), " ", 0, 1, x_ - run_.origin.x, context_.fonts().units_per_em(run_.font));
  }

  // The space at which the line was broken is drawn behind the last word, so that copied words stay apart.
  void add_trailing_space() {
    std::size_t space = line_.at;
    if (space < items_.size() && items_[space].kind == InlineItem::Kind::Penalty) ++space;
    if (space >= items_.size() || items_[space].kind != InlineItem::Kind::Glue || line_.first == line_.at) return;
    // Behind a key or a picture there is no run that it could join.
    append_space(run_span_ != nullptr ? *run_span_ : span_of(items_[space]), items_[space].begin);
  }

  // A drawn hyphen that copies as a soft one.
  void add_hyphen() {
    const TextSpan& span = span_of(items_[line_.at]);
    const auto& shaped = context_.shaper.shape(span.style.font, span.style.features, "-");
    if (shaped.empty()) return;
    open_run(span, shaped.front().font, items_[line_.at].begin);
    x_ += append_shaped(run_, shaped.front(), "-", 0, 1, x_ - run_.origin.x, context_.fonts().units_per_em(run_.font));
    run_.text.pop_back();
    run_.text += "\xC2\xAD";
    run_.clusters.back().bytes = 2;
  }

  void add_picture(const InlineItem& item, const TextSpan& span) {
    touch_link(span);
    flush_run();
    const TextPicture& picture = text_.pictures[static_cast<std::size_t>(span.picture)];
    out_.rise = std::max(out_.rise, picture.size.height - kPictureDrop);
    push(span.tag, span, item.begin, item.end,
         PlacedPicture{picture.picture, {x_, kPictureDrop - picture.size.height, picture.size.width, picture.size.height}});
    const Length from = x_;
    x_ += item.width;
    decorate(span, from, x_);
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

  static Path rounded_frame(Rect r) {
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

  void open_run(const TextSpan& span, FontId font, std::uint32_t begin) {
    if (run_span_ == &span && run_.font == font && !run_.glyphs.empty()) return;
    flush_run();
    run_ = {};
    run_.font = font;
    run_.colour = span.style.colour;
    run_.size = span.style.size;
    run_.origin = {x_, -span.style.raise};
    run_span_ = &span;
    run_begin_ = begin;
  }

  void flush_run() {
    if (!run_.glyphs.empty()) {
      run_.width = x_ - run_.origin.x;
      push(run_span_->tag, *run_span_, run_begin_, run_end_, std::move(run_));
    }
    run_ = {};
    run_span_ = nullptr;
  }

  void push(TagId tag, const TextSpan& span, std::uint32_t begin, std::uint32_t end, auto content) {
    const NodeId node = span.node == 0 ? rules_.node : span.node;
    out_.items.push_back({tag, node, ink_before(text_, span, begin), ink_before(text_, span, end), std::move(content)});
  }

  void decorate(const TextSpan& span, Length from, Length to) {
    if (link_index_ >= 0) link_.rect.width = to - link_.rect.x;
    if (span.style.underline) extend_rule(from, to, kUnderlineDepth, kUnderline, span.style.colour);
    if (span.style.strikeout) extend_rule(from, to, -span.style.size.scaled(0.26), kStrike, span.style.colour);
  }

  // Prolongs the rule that ends where this one begins, so that a link has one underline.
  void extend_rule(Length from, Length to, Length y, Length thickness, ColourRole colour) {
    for (FrameItem& item : std::views::reverse(out_.items)) {
      auto* fill = std::get_if<Fill>(&item.content);
      if (fill == nullptr || fill->rect.right() != from || fill->rect.y != y || fill->colour != colour) continue;
      fill->rect.width = to - fill->rect.x;
      return;
    }
    out_.items.push_back({kArtifact, rules_.node, 0, 0, Fill{{from, y, to - from, thickness}, colour}});
  }

  // A mark may hang into the margin, the rule below it or through it not: that would be seen at once.
  void end_rules_at_edges() {
    std::erase_if(out_.items, [&](FrameItem& item) {
      auto* fill = std::get_if<Fill>(&item.content);
      if (fill == nullptr) return false;
      const Length left = std::max(fill->rect.x, Length{}), right = std::min(fill->rect.right(), rules_.measure);
      fill->rect.x = left;
      fill->rect.width = right - left;
      return right <= left;
    });
  }

  void touch_link(const TextSpan& span) {
    if (span.link == link_index_) return;
    flush_link();
    link_index_ = span.link;
    if (span.link < 0) return;
    const TextLink& link = text_.links[static_cast<std::size_t>(span.link)];
    const Length size = span.style.size;
    link_ = {{x_, -size.scaled(kLinkAscent) - span.style.raise, {}, size.scaled(kLinkAscent + kLinkDescent)},
             link.target,
             link.tag,
             link.description};
  }
  void flush_link() {
    if (link_index_ >= 0 && link_.rect.width > Length{}) out_.links.push_back(std::move(link_));
    link_index_ = -1;
    link_ = {};
  }
};

}  // namespace

SetLine set_line(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const BrokenLine& line,
                 const ParagraphRules& rules, bool first) {
  return LineSetter(context, text, items, line, rules, first).run();
}

}  // namespace nbpublish
