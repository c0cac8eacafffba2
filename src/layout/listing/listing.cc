#include "layout/listing/listing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/box_diagram.h"
#include "document/ink.h"
#include "highlight/highlight.h"
#include "layout/galley/caption.h"
#include "layout/galley/rows.h"
#include "layout/inline/glyph_run.h"
#include "layout/listing/code_line.h"
#include "layout/listing/split_costs.h"
#include "layout/listing/wrap.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

constexpr int kLeastColumns = 8;                 // however narrow the column
constexpr int kMostContinuations = 2;            // more are a diagnostic
constexpr Length kLeastDiagram = Length::pt(7);  // no text is set smaller
constexpr Length kHook = Length::pt(5), kHookStroke = Length::pt(0.75);
constexpr Length kDot = Length::pt(1), kDotGap = Length::pt(2);  // of the rule beside output

bool is_blank_line(std::string_view line) { return line.find_first_not_of(' ') == std::string_view::npos; }

// The drawn hook of a continuation: down and to the right, in the indent before the code; never copied.
Path hook(Length right, Length baseline) {
  using Kind = PathSegment::Kind;
  const Length x = right - kHook - Length::pt(2.5), top = baseline - kHook, mid = baseline - kHook / 3;
  const Length tip = x + kHook;
  Path path;
  path.colour = ColourRole::Secondary;
  path.width = kHookStroke;
  path.segments = {
      {Kind::Move, {Point{x, top}}},   {Kind::Line, {Point{x, mid}}},
      {Kind::Line, {Point{tip, mid}}}, {Kind::Move, {Point{tip - kHook / 3, mid - kHook / 4}}},
      {Kind::Line, {Point{tip, mid}}}, {Kind::Line, {Point{tip - kHook / 3, mid + kHook / 4}}},
  };
  return path;
}

FrameItem dotted_rule(Length left, Length top, Length bottom, Length thickness) {
  using Kind = PathSegment::Kind;
  Path path;
  path.width = thickness;
  path.dash_on = kDot;
  path.dash_off = kDotGap;
  const Length x = left + thickness / 2;
  path.segments = {{Kind::Move, {Point{x, top}}}, {Kind::Line, {Point{x, bottom}}}};
  return {kArtifact, 0, 0, 0, std::move(path)};
}

class ListingMaker {
 public:
  ListingMaker(LayoutContext& context, const CodeBlock& code, const Block& block, const ListingRules& rules, Galley& galley)
      : context_(context), style_(context.style), code_(code), block_(block), rules_(rules), galley_(galley) {}

  void run() {
    read_lines();
    choose_size();
    open_group();
    add_caption();
    add_title();
    first_code_row_ = galley_.rows.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) add_line(i);
    set_split_costs();
    report_missing_glyphs();
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const CodeBlock& code_;
  const Block& block_;
  const ListingRules& rules_;
  Galley& galley_;
  std::vector<HighlightedLine> lines_;
  std::vector<std::uint32_t> ink_;     // of the text before each line
  std::vector<std::size_t> row_line_;  // source line of each code row
  Length size_, leading_;
  int columns_ = 0;
  const int number_columns_ = number_columns(code_);
  int group_ = -1;
  TagId div_ = kRootTag, leaf_ = kRootTag;
  std::size_t first_code_row_ = 0;
  Length caption_height_;

  Length indent() const { return rules_.bare ? bare_indent(style_, code_) : style_.code_indent; }
  Length code_left() const { return rules_.left + indent() + column_width(context_, style_.code.size) * number_columns_; }

  int columns_in(Length room, Length size) const { return std::max(static_cast<int>(room / column_width(context_, size)), kLeastColumns); }

  void read_lines() {
    std::string_view text = code_.text;
    while (text.ends_with('\n')) text.remove_suffix(1);
    lines_ = highlight(text, code_.info.language);
    std::uint32_t ink = 0;
    for (HighlightedLine& line : lines_) {
      expand_tabs(line, style_.code_tab);
      ink_.push_back(ink);
      ink += count_ink(line.text);
    }
  }

  // A diagram of box characters is set smaller, never wrapped; everything else keeps its size.
  void choose_size() {
    const TextStyle& look = rules_.bare ? *rules_.bare : style_.code;
    size_ = look.size;
    leading_ = look.leading;
    columns_ = rules_.bare ? columns_in(rules_.left + rules_.measure - code_left(), size_)
                           : code_columns(context_, rules_.measure, number_columns_);
    if (!is_box_diagram(code_.text)) return;
    const int widest = widest_drawing();
    if (widest <= columns_) return;
    const Length fitting = size_.scaled(columns_, widest);
    if (fitting < kLeastDiagram) {
      report(DiagCode::ListingTooWide, 0,
             fmt::format("this diagram is {} columns wide; {} fit at the smallest size", widest,
                         size_.units() * columns_ / kLeastDiagram.units()),
             "draw it narrower, or as an SVG figure");
    }
    const Length smaller = std::max(fitting, kLeastDiagram);
    leading_ = leading_.scaled(smaller.units(), size_.units());
    columns_ = std::max(static_cast<int>(size_.units() * columns_ / smaller.units()), 1);
    size_ = smaller;
  }

  // Columns of the widest line of what is drawn: lines between blank ones, of which one has box characters. Code or
  // words beside a drawing wrap as elsewhere.
  int widest_drawing() const {
    int widest = 0, here = 0;
    bool is_drawn = false;
    for (const HighlightedLine& line : lines_) {
      if (is_blank_line(line.text)) {
        here = 0, is_drawn = false;
        continue;
      }
      here = std::max(here, column_count(line.text));
      is_drawn = is_drawn || has_box_drawing(line.text);
      if (is_drawn) widest = std::max(widest, here);
    }
    return widest;
  }

  void open_group() {
    div_ = context_.tags.add(rules_.parent, TagRole::Div, block_.id);
    GalleyGroup group;
    group.parent = rules_.group;
    if (rules_.bare) return push_group(std::move(group));
    group.top_first = rules_.joined_above ? style_.code_join / 2 : style_.code_before;
    group.top_continued = style_.code_before + (code_.info.title.empty() ? Length{} : leading_);
    group.bottom_last = rules_.joined_below ? style_.code_join / 2 : style_.code_after;
    group.bottom_split = style_.code_after;
    group.to_grid = !rules_.joined_above && !rules_.joined_below;
    group.is_display = group.to_grid;
    push_group(std::move(group));
  }

  void push_group(GalleyGroup group) {
    galley_.groups.push_back(std::move(group));
    group_ = static_cast<int>(galley_.groups.size()) - 1;
  }

  GalleyRow& add_row(Length height) {
    GalleyRow row;
    row.group = group_;
    row.height = height;
    galley_.rows.push_back(std::move(row));
    return galley_.rows.back();
  }

  void add_caption() {
    const std::size_t first = galley_.rows.size();
    const Inlines words = caption_words("Listing", code_.number, code_.caption);
    caption_height_ = nbpublish::add_caption(context_, words, block_, {rules_.left, rules_.measure, group_, div_}, galley_);
    if (caption_height_ > Length{}) {
      add_row(style_.code_caption_gap);
      caption_height_ += style_.code_caption_gap;
      keep_whole(galley_.rows, first, galley_.rows.size());
      if (!code_.info.label.empty()) galley_.rows[first].places.push_back({context_.chapter + "#" + code_.info.label, {}});
    }
    if (!rules_.bare) paint_group();
  }

  void add_title() {
    if (!code_.info.title.empty()) {
      GalleyRow& row = add_row(leading_);
      row.baseline = title_baseline({});
      row.items =
          title_items(code_.info.title, context_.tags.add(context_.tags.add(div_, TagRole::P, block_.id), TagRole::Span, block_.id), {});
      if (caption_height_ > Length{}) row.break_cost = kBreakForbidden;
    }
    leaf_ = context_.tags.add(context_.tags.add(div_, TagRole::P, block_.id), TagRole::Code, block_.id);
  }

  Length title_baseline(Length y) const { return y + leading_ - leading_.scaled(0.30); }

  // The file name over its band and rule; y from the row's top.
  std::vector<FrameItem> title_items(const std::string& title, TagId tag, Length y) const {
    std::vector<FrameItem> items;
    if (!rules_.bare) {
      const Rect band{rules_.left, y - style_.code_ground, rules_.measure, leading_ + style_.code_ground};
      items.push_back({kArtifact, block_.id, 0, 0, Fill{band, ColourRole::HeadGround}});
      items.push_back({kArtifact, block_.id, 0, 0,
                       Fill{{band.x, band.bottom() - style_.code_title_rule, band.width, style_.code_title_rule}, ColourRole::Rule}});
    }
    for (GlyphRun& run : glyph_runs(context_.shaper, context_.font(style_.code_title), Features::Code, style_.code_title.size,
                                    ColourRole::Text, title, {rules_.left + indent(), title_baseline(y)}))
      items.push_back({tag, block_.id, 0, 0, std::move(run)});
    return items;
  }

  // Ground, rule and, where the listing goes on, the title once more.
  void paint_group() {
    std::vector<FrameItem> repeated;
    if (!code_.info.title.empty()) repeated = title_items(code_.info.title + " (continued)", kArtifact, {});
    const Length ground = style_.code_ground, join = style_.code_join / 2;  // joined grounds meet
    // From the code to its ground's edges.
    const Length first_above = (rules_.joined_above ? join : ground) - caption_height_, last_below = rules_.joined_below ? join : ground;
    const Length title = repeated.empty() ? Length{} : leading_;
    galley_.groups[static_cast<std::size_t>(group_)].paint =
        [repeated = std::move(repeated), title, ground, first_above, last_below, left = rules_.left, width = rules_.measure,
         bar = style_.code_rule, dotted = rules_.joined_above](const GroupSegment& segment, std::vector<FrameItem>& out) {
          const Length top = segment.rows_top() - (segment.first ? first_above : title + ground);
          const Length bottom = segment.rows_bottom() + (segment.last ? last_below : ground);
          out.push_back({kArtifact, 0, 0, 0, Fill{{left, top, width, bottom - top}, ColourRole::CodeGround}});
          out.push_back(dotted ? dotted_rule(left, top, bottom, bar)
                               : FrameItem{kArtifact, 0, 0, 0, Fill{{left, top, bar, bottom - top}, ColourRole::Text}});
          if (segment.first) return;
          for (FrameItem item : repeated) {
            shift(item, {}, segment.rows_top() - title);
            out.push_back(std::move(item));
          }
        };
  }

  void add_line(std::size_t index) {
    const HighlightedLine& line = lines_[index];
    const std::vector<CodePiece> pieces = wrap_code(line.text, columns_, style_);
    if (static_cast<int>(pieces.size()) - 1 > kMostContinuations)
      report(DiagCode::ListingTooWide, index,
             fmt::format("this line has {} columns and needs {} continuation lines; {} columns fit", column_count(line.text),
                         pieces.size() - 1, columns_),
             "break it in the source");
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      GalleyRow& row = add_row(leading_);
      row_line_.push_back(index);
      const Length baseline = row.baseline = leading_ - leading_.scaled(0.27);
      mark_row(row, index);
      if (p == 0 && code_.info.line_numbers) number_row(row, index, baseline);
      if (p > 0) {
        const Length edge = code_left() + column_width(context_, size_) * pieces[p].indent;
        row.items.push_back({kArtifact, block_.id, 0, 0, hook(edge, baseline)});
      }
      std::vector<FrameItem> items = set_code_piece(context_, line, pieces[p], {size_, code_left(), leaf_, block_.id, ink_[index]});
      for (FrameItem& item : items) {
        shift(item, {}, baseline);
        row.items.push_back(std::move(item));
      }
    }
  }

  bool is_marked(std::size_t index) const {
    const auto number = static_cast<std::uint32_t>(index) + 1;
    return std::any_of(code_.info.marked.begin(), code_.info.marked.end(),
                       [&](const auto& range) { return number >= range.first && number <= range.second; });
  }

  // The ground of marked lines and of a diff's signs.
  void mark_row(GalleyRow& row, std::size_t index) const {
    const HighlightedLine& line = lines_[index];
    const TokenKind first = line.tokens.empty() ? TokenKind::Plain : line.tokens.front().kind;
    const bool marked = is_marked(index);
    if (!marked && first != TokenKind::Added && first != TokenKind::Removed) return;
    const ColourRole ground = marked                      ? ColourRole::MarkedGround
                              : first == TokenKind::Added ? ColourRole::AddedGround
                                                          : ColourRole::RemovedGround;
    row.items.push_back({kArtifact, block_.id, 0, 0, Fill{{rules_.left, {}, rules_.measure, row.height}, ground}});
    row.items.push_back({kArtifact, block_.id, 0, 0,
                         Fill{{rules_.left, {}, marked ? style_.code_mark_rule : style_.code_rule, row.height}, ColourRole::Text}});
  }

  void number_row(GalleyRow& row, std::size_t index, Length baseline) const {
    const std::string number = std::to_string(code_.info.first_line + index);
    const TextStyle& look = style_.code_number;
    const FontId font = context_.font(look);
    const Length right = rules_.left + indent() + column_width(context_, style_.code.size) * (number_columns_ - 1);
    const Length width = context_.shaper.width(font, Features::Code, look.size, number);
    for (GlyphRun& run :
         glyph_runs(context_.shaper, font, Features::Code, look.size, ColourRole::Secondary, number, {right - width, baseline}))
      row.items.push_back({kArtifact, block_.id, 0, 0, std::move(run)});
  }

  void set_split_costs() {
    const std::size_t first = first_code_row_, count = galley_.rows.size() - first;
    if (count > 0 && (caption_height_ > Length{} || !code_.info.title.empty())) galley_.rows[first].break_cost = kBreakForbidden;
    if (static_cast<int>(count) <= style_.code_whole) return keep_whole(galley_.rows, first, galley_.rows.size());
    std::vector<std::string> texts;
    for (const HighlightedLine& line : lines_) texts.push_back(line.text);
    const std::vector<double> costs = split_costs(texts);
    for (std::size_t i = 1; i < count; ++i) {
      GalleyRow& row = galley_.rows[first + i];
      const bool inside_line = row_line_[i] == row_line_[i - 1];
      const bool stub = written_rows(0, i) < style_.code_least || written_rows(i, count) < style_.code_least;
      row.break_cost = stub ? kBreakForbidden : inside_line ? kBreakBad : costs[row_line_[i]];
    }
  }

  // Code rows [from, to) that are not blank: white alone makes no part of a listing.
  int written_rows(std::size_t from, std::size_t to) const {
    int written = 0;
    for (std::size_t i = from; i < to; ++i) written += lines_[row_line_[i]].text.find_first_not_of(' ') != std::string::npos ? 1 : 0;
    return written;
  }

  void report(DiagCode code, std::size_t index, std::string message, std::string hint) {
    const auto line = code_.first_source_line + static_cast<std::uint32_t>(index);
    context_.diagnostics.report(code, context_.file, {line, 1, line, 1}, std::move(message), std::move(hint));
  }

  void report_missing_glyphs() {
    const FontId font = context_.font(style_.code);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (std::size_t pos = 0; pos < lines_[i].text.size();) {
        const char32_t c = next_code_point(lines_[i].text, pos);
        if (!context_.fonts().is_missing(c, font)) continue;
        report(DiagCode::MissingGlyph, i, "no font has " + code_point_name(c), "add a face that has it to fonts/fonts.toml");
      }
    }
  }
};

}  // namespace

int number_columns(const CodeBlock& code) {
  constexpr int kLeast = 4;
  if (!code.info.line_numbers) return 0;
  const auto lines = static_cast<std::uint64_t>(std::ranges::count(code.text, '\n'));
  return std::max(kLeast, static_cast<int>(std::to_string(code.info.first_line + lines).size()) + 1);
}

Length bare_indent(const Style& style, const CodeBlock& code) {
  constexpr Length kGap = Length::pt(2);
  return code.info.marked.empty() && code.info.language != "diff" ? Length{} : style.code_mark_rule + kGap;
}

int code_columns(const LayoutContext& context, Length measure, int number_columns) {
  // The space at the right edge is as wide as the indent on the left is meant to look: none; 67 at 324 pt.
  const Length room = measure - context.style.code_indent;
  const int columns = static_cast<int>(room / column_width(context, context.style.code.size));
  return std::max(columns - number_columns, kLeastColumns);
}

void add_listing(LayoutContext& context, const CodeBlock& code, const Block& block, const ListingRules& rules, Galley& galley) {
  ListingMaker(context, code, block, rules, galley).run();
}

}  // namespace nbpublish
