#include "layout/listing/rail_rows.h"

#include <algorithm>
#include <string_view>

#include "document/ink.h"
#include "layout/galley/caption.h"
#include "layout/galley/rows.h"
#include "layout/inline/circle.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr double kDotHeight = 0.36;  // of the size, above the baseline: the middle of the small letters

// What is copied, and not seen, with the first or the last character of runs.
void copy_before(std::vector<GlyphRun>& runs, std::string_view text) {
  runs.front().clusters.front().bytes = static_cast<std::uint16_t>(runs.front().clusters.front().bytes + text.size());
  runs.front().text.insert(0, text);
}
void copy_behind(std::vector<GlyphRun>& runs, std::string_view text) {
  runs.back().clusters.back().bytes = static_cast<std::uint16_t>(runs.back().clusters.back().bytes + text.size());
  runs.back().text += text;
}

class RailMaker {
 public:
  RailMaker(LayoutContext& context, const CodeBlock& code, const std::vector<RailStep>& steps, const Block& block,
            const ListingRules& rules, Galley& galley)
      : context_(context),
        style_(context.style),
        code_(code),
        steps_(steps),
        block_(block),
        rules_(rules),
        galley_(galley),
        text_font_(context.font(style_.rail_text)),
        owner_font_(context.font(style_.rail_owner)) {
    for (const RailStep& step : steps) owner_width_ = std::max(owner_width_, width(owner_font_, style_.rail_owner, owner_of(step)));
    room_ = rules.measure - style_.rail_indent - (owner_width_.is_zero() ? Length{} : owner_width_ + style_.rail_gap);
    std::uint32_t ink = 0;
    for (const RailStep& step : steps) {
      lines_.push_back(lines_of(slice(step.words, step.end)));
      ink_.push_back(ink);
      ink += count_ink(slice(step.begin, step.end));
    }
  }

  bool fits() const {
    return std::ranges::all_of(lines_, [&](const auto& lines) {
      return std::ranges::all_of(lines,
                                 [&](std::string_view line) { return width(text_font_, style_.rail_text, without_blanks(line)) <= room_; });
    });
  }

  void add_rows() {
    const TagId div = context_.tags.add(rules_.parent, TagRole::Div, block_.id);
    open_group();
    add_caption_rows(div);
    const TagId words = context_.tags.add(context_.tags.add(div, TagRole::P, block_.id), TagRole::Code, block_.id);
    const std::size_t first = galley_.rows.size();
    for (std::size_t i = 0; i < steps_.size(); ++i) add_step(i, words);
    set_break_costs(first);
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const CodeBlock& code_;
  const std::vector<RailStep>& steps_;
  const Block& block_;
  const ListingRules& rules_;
  Galley& galley_;
  const FontId text_font_, owner_font_;
  Length owner_width_, room_;
  std::vector<std::vector<std::string_view>> lines_;  // of each step's words, with the blanks at their ends
  std::vector<std::uint32_t> ink_;                    // of the text before each step
  int group_ = -1;

  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return std::string_view(code_.text).substr(begin, end - begin); }
  static std::string_view without_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }
  // Without its colon.
  std::string_view owner_of(const RailStep& step) const {
    const std::string_view owner = slice(step.owner, step.words);
    return owner.substr(0, owner.rfind(':') == std::string_view::npos ? 0 : owner.rfind(':'));
  }
  Length width(FontId font, const TextStyle& look, std::string_view text) const {
    return context_.shaper.width(font, Features::Text, look.size, text);
  }

  // As many words on each line as it holds.
  std::vector<std::string_view> lines_of(std::string_view words) const {
    std::vector<std::string_view> lines;
    std::size_t begin = 0, fit = 0;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t blank = std::min(words.find(' ', at), words.size());
      const std::size_t next = std::min(words.find_first_not_of(' ', blank), words.size());
      if (fit > begin && width(text_font_, style_.rail_text, words.substr(begin, blank - begin)) > room_) {
        lines.push_back(words.substr(begin, fit - begin));
        begin = fit;
      }
      at = fit = next;
    }
    lines.push_back(words.substr(begin));
    return lines;
  }

  // As a list, it is parted from what is around it by half a line, and its rows fill lines of the grid.
  void open_group() {
    GalleyGroup group;
    group.parent = rules_.group;
    group.top_first = group.bottom_last = style_.list_space;
    group.top_of_page = Length{};
    group.to_grid = true;
    galley_.groups.push_back(std::move(group));
    group_ = static_cast<int>(galley_.groups.size()) - 1;
  }

  void add_caption_rows(TagId div) {
    const std::size_t first = galley_.rows.size();
    const Inlines words = caption_words("Listing", code_.number, code_.caption);
    if (add_caption(context_, words, block_, {rules_.left, rules_.measure, group_, div}, galley_).is_zero()) return;
    GalleyRow gap;
    gap.group = group_;
    gap.height = style_.code_caption_gap;
    galley_.rows.push_back(std::move(gap));
    keep_whole(galley_.rows, first, galley_.rows.size());
    if (!code_.info.label.empty()) galley_.rows[first].places.push_back({context_.chapter + "#" + code_.info.label, {}});
  }

  void add_step(std::size_t index, TagId tag) {
    for (std::size_t i = 0; i < lines_[index].size(); ++i) {
      GalleyRow row;
      row.group = group_;
      row.height = style_.rail_text.leading;
      row.baseline = row.height - style_.baseline_drop;
      draw_rail(row, index, i == 0);
      set_text(row, index, i, tag);
      galley_.rows.push_back(std::move(row));
    }
  }

  // From the first step's dot to the last's.
  void draw_rail(GalleyRow& row, std::size_t step, bool has_dot) const {
    const Point dot{rules_.left + style_.rail_dot / 2, row.baseline - style_.rail_text.size.scaled(kDotHeight)};
    const bool is_last = step + 1 == steps_.size();
    const Length top = step == 0 && has_dot ? dot.y : Length{}, bottom = is_last ? dot.y : row.height;
    if (!is_last || has_dot)
      if (bottom > top) draw(row, Fill{{dot.x - style_.rail_rule / 2, top, style_.rail_rule, bottom - top}, ColourRole::Text});
    if (has_dot) draw(row, circle_path(dot, style_.rail_dot / 2, {}, ColourRole::Text));
  }
  template <class T>
  void draw(GalleyRow& row, T content) const {
    row.items.push_back({kArtifact, block_.id, 0, 0, std::move(content)});
  }

  // The words of a line and, on a step's first, whose step it is. The arrow, which the dot stands for, is copied with what follows it.
  void set_text(GalleyRow& row, std::size_t index, std::size_t line, TagId tag) const {
    const RailStep& step = steps_[index];
    const std::string_view words = lines_[index][line], owner = line == 0 ? owner_of(step) : std::string_view{};
    const std::string_view arrow = line == 0 ? slice(step.begin, step.owner) : std::string_view{};
    auto at = static_cast<std::uint32_t>(words.data() - code_.text.data());
    std::vector<GlyphRun> runs =
        runs_of(text_font_, style_.rail_text, ColourRole::Text, words, {rules_.left + style_.rail_indent, row.baseline});
    if (!owner.empty()) {
      std::vector<GlyphRun> names = runs_of(owner_font_, style_.rail_owner, ColourRole::Secondary, owner,
                                            {rules_.left + rules_.measure - owner_width_, row.baseline});
      copy_before(names, arrow);
      copy_behind(names, slice(step.owner + static_cast<std::uint32_t>(owner.size()), step.words));
      add(row, std::move(names), index, step.begin, tag);
    } else {
      copy_before(runs, arrow);
      at -= static_cast<std::uint32_t>(arrow.size());
    }
    add(row, std::move(runs), index, at, tag);
  }

  std::vector<GlyphRun> runs_of(FontId font, const TextStyle& look, ColourRole colour, std::string_view text, Point origin) const {
    return glyph_runs(context_.shaper, font, Features::Text, look.size, colour, text, origin);
  }

  // Runs that show the listing's text from byte `at` on, which stands in the step.
  void add(GalleyRow& row, std::vector<GlyphRun> runs, std::size_t step, std::uint32_t at, TagId tag) const {
    std::uint32_t ink = ink_[step] + count_ink(slice(steps_[step].begin, at));
    for (GlyphRun& run : runs) {
      const std::uint32_t end = ink + count_ink(run.text);
      row.items.push_back({tag, block_.id, ink, end, std::move(run)});
      ink = end;
    }
  }

  // A short rail is never split; of a longer one some rows stay on each side.
  void set_break_costs(std::size_t first) const {
    const std::size_t end = galley_.rows.size(), count = end - first;
    if (static_cast<int>(count) <= style_.code_whole) return keep_whole(galley_.rows, first, end);
    const auto least = static_cast<std::size_t>(std::max(style_.code_least, 1));
    for (std::size_t i = 1; i < count; ++i)
      galley_.rows[first + i].break_cost = i < least || count - i < least ? kBreakForbidden : kBreakPoor;
  }
};

}  // namespace

bool add_rail(LayoutContext& context, const CodeBlock& code, const std::vector<RailStep>& steps, const Block& block,
              const ListingRules& rules, Galley& galley) {
  RailMaker rail(context, code, steps, block, rules, galley);
  if (!rail.fits()) return false;
  rail.add_rows();
  return true;
}

}  // namespace nbpublish
