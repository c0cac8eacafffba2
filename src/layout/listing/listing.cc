#include "layout/listing/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "document/box_diagram.h"
#include "document/callouts.h"
#include "document/ink.h"
#include "document/rail.h"
#include "layout/galley/caption.h"
#include "layout/galley/rows.h"
#include "layout/inline/callout_mark.h"
#include "layout/inline/glyph_run.h"
#include "layout/listing/code_line.h"
#include "layout/listing/ghost_mark.h"
#include "layout/listing/listing_ground.h"
#include "layout/listing/listing_text.h"
#include "layout/listing/rail_rows.h"
#include "layout/listing/split_costs.h"
#include "layout/listing/wrap.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

constexpr int kLeastColumns = 8;                 // however narrow the column
constexpr int kShort = 16;                       // rows; readers want such a listing whole
constexpr double kSplitShort = 300'000;          // rather than that, a page may end three lines early
constexpr std::size_t kMostContinuations = 2;    // more are a diagnostic
constexpr Length kLeastDiagram = Length::pt(7);  // no text is set smaller
constexpr int kCalloutColumns = 3;               // of a callout with the blank before it

// The line without what stands from `end` on.
HighlightedLine cut_line(HighlightedLine line, std::uint32_t end) {
  line.text.resize(end);
  while (!line.tokens.empty() && line.tokens.back().begin >= end) line.tokens.pop_back();
  if (!line.tokens.empty()) line.tokens.back().end = std::min(line.tokens.back().end, end);
  return line;
}

// How large code is set.
struct CodeSize {
  Length size, leading;
  int columns = 0;  // of a line
};

class ListingMaker {
 public:
  ListingMaker(LayoutContext& context, const CodeBlock& code, const Block& block, const ListingRules& rules, Galley& galley)
      : context_(context),
        style_(context.style),
        code_(code),
        block_(block),
        rules_(rules),
        galley_(galley),
        text_(listing_text(code, context.style.code_tab)),
        set_(chosen_size()) {}

  void add_listing_rows() {
    open_group();
    const Length caption = add_caption();
    if (!rules_.bare) galley_.groups[static_cast<std::size_t>(group_)].paint = listing_ground(context_, rules_, title_row(), caption);
    add_title(caption > Length{});
    const TagId words = context_.tags.add(context_.tags.add(div_, TagRole::P, block_.id), TagRole::Code, block_.id);
    const std::size_t first = galley_.rows.size();
    std::vector<std::size_t> row_lines;  // source line of each code row
    for (std::size_t i = 0; i < text_.lines.size(); ++i) row_lines.resize(row_lines.size() + add_line(i, words), i);
    if (!row_lines.empty() && (caption > Length{} || !code_.info.title.empty())) galley_.rows[first].break_cost = kBreakForbidden;
    set_split_costs(first, row_lines);
    report_missing_glyphs();
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const CodeBlock& code_;
  const Block& block_;
  const ListingRules& rules_;
  Galley& galley_;
  const int number_columns_ = number_columns(code_);
  const ListingText text_;
  const int last_callout_ = style_.callout_draw && !rules_.bare ? last_callout(code_) : 0;
  const CodeSize set_;
  // What the rows go into.
  int group_ = -1;
  TagId div_ = kRootTag;

  Length indent() const { return rules_.bare ? bare_indent(style_, code_) : style_.code_indent; }
  Length code_left() const { return rules_.left + indent() + column_width(context_, style_.code.size) * number_columns_; }

  int columns_in(Length room, Length size) const { return std::max(static_cast<int>(room / column_width(context_, size)), kLeastColumns); }

  TitleRow title_row() const { return {code_.info.title, indent(), rules_.bare ? set_.leading : style_.code_title.leading, block_.id}; }

  // A diagram of box characters is set smaller, never wrapped; everything else keeps its size.
  CodeSize chosen_size() {
    const TextStyle& look = rules_.bare ? *rules_.bare : style_.code;
    const int columns = rules_.bare ? columns_in(rules_.left + rules_.measure - code_left(), look.size)
                                    : code_columns(context_, rules_.measure, number_columns_);
    const int widest = is_box_diagram(code_.text) ? widest_drawing(text_.lines) : 0;
    if (widest <= columns) return fitted_size({look.size, look.leading, columns});
    const Length fitting = look.size.scaled(columns, widest);
    if (fitting < kLeastDiagram)
      report(DiagCode::ListingTooWide, 0,
             fmt::format("this diagram is {} columns wide; {} fit at the smallest size", widest,
                         look.size.units() * columns / kLeastDiagram.units()),
             "draw it narrower, or as an SVG figure");
    const Length smaller = std::max(fitting, kLeastDiagram);
    return {smaller, look.leading.scaled(smaller.units(), look.size.units()),
            std::max(static_cast<int>(look.size.units() * columns / smaller.units()), 1)};
  }

  // A few columns too wide: the whole listing is set smaller on the same leading, if all its lines then fit or most of their hooks go.
  CodeSize fitted_size(const CodeSize& usual) const {
    const Length size = style_.code_least_size;
    if (rules_.bare || size >= usual.size) return usual;
    int widest = 0;
    for (const HighlightedLine& line : text_.lines) widest = std::max(widest, column_count(line.text));
    if (widest <= usual.columns) return usual;
    const CodeSize smaller{size, usual.leading, columns_in(rules_.left + rules_.measure - code_left(), size)};
    return widest <= smaller.columns || 2 * hooks(smaller.columns) < hooks(usual.columns) ? smaller : usual;
  }
  std::size_t hooks(int columns) const {
    std::size_t count = 0;
    for (const HighlightedLine& line : text_.lines) count += hooked(wrap_code(line, columns, style_));
    return count;
  }
  // The rows that go on with a line and not with a comment.
  static std::size_t hooked(const std::vector<CodePiece>& pieces) {
    return static_cast<std::size_t>(std::ranges::count_if(pieces, [](const CodePiece& piece) { return piece.ghost.empty(); })) - 1;
  }

  void open_group() {
    div_ = context_.tags.add(rules_.parent, TagRole::Div, block_.id);
    GalleyGroup group;
    group.parent = rules_.group;
    if (rules_.bare) return push_group(std::move(group));
    group.top_first = rules_.joined_above ? style_.code_join / 2 : style_.code_before;
    group.top_continued = style_.code_top_of_page + (code_.info.title.empty() ? Length{} : title_row().leading);
    group.bottom_last = rules_.joined_below ? style_.code_join / 2 : style_.code_after;
    group.bottom_split = style_.code_after;
    group.top_of_page = style_.code_top_of_page;
    group.to_grid = !rules_.joined_above && !rules_.joined_below;
    group.most_slack_above = style_.code_most_slack;
    group.may_lose = style_.code_most_slack;
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

  // Gives the height of the caption and what parts it from the code; none without one.
  Length add_caption() {
    const std::size_t first = galley_.rows.size();
    const Inlines words = caption_words("Listing", code_.number, code_.caption);
    const Length height = nbpublish::add_caption(context_, words, block_, {rules_.left, rules_.measure, group_, div_}, galley_);
    if (height == Length{}) return {};
    add_row(style_.code_caption_gap);
    keep_whole(galley_.rows, first, galley_.rows.size());
    if (!code_.info.label.empty()) galley_.rows[first].places.push_back({context_.chapter + "#" + code_.info.label, {}});
    return height + style_.code_caption_gap;
  }

  void add_title(bool is_below_caption) {
    if (code_.info.title.empty()) return;
    const TitleRow title = title_row();
    const TagId tag = context_.tags.add(context_.tags.add(div_, TagRole::P, block_.id), TagRole::Span, block_.id);
    GalleyRow& row = add_row(title.leading);
    row.baseline = title.baseline();
    row.items = title_items(context_, rules_, title, tag);
    if (is_below_caption) row.break_cost = kBreakForbidden;
  }

  // The rows of a line, tagged; gives their number.
  std::size_t add_line(std::size_t index, TagId tag) {
    const std::optional<Callout> callout = last_callout_ > 0 ? callout_in(text_.lines[index].text) : std::nullopt;
    const HighlightedLine cut = callout ? cut_line(text_.lines[index], callout->begin) : HighlightedLine{};
    const HighlightedLine& line = callout ? cut : text_.lines[index];
    const std::vector<CodePiece> pieces = wrap_code(line, set_.columns - (callout ? kCalloutColumns : 0), style_);
    if (hooked(pieces) > kMostContinuations)
      report(DiagCode::ListingTooWide, index,
             fmt::format("this line has {} columns and needs {} continuation lines; {} columns fit", column_count(line.text),
                         hooked(pieces), set_.columns),
             "break it in the source");
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      GalleyRow& row = add_row(set_.leading);
      const Length baseline = row.baseline = set_.leading - set_.leading.scaled(0.27);
      mark_row(row, index);
      if (p == 0 && code_.info.line_numbers) number_row(row, index, baseline);
      if (p > 0) row.items.push_back({kArtifact, block_.id, 0, 0, sign_before(pieces[p], baseline)});
      std::vector<FrameItem> items = set_code_piece(context_, line, pieces[p], {set_.size, code_left(), tag, block_.id, text_.ink[index]});
      for (FrameItem& item : items) {
        shift(item, {}, baseline);
        row.items.push_back(std::move(item));
      }
    }
    if (callout) add_callout(galley_.rows.back(), index, *callout, pieces.back(), tag);
    return pieces.size();
  }

  // The number in its circle, a column behind the line's last piece; it is copied as the comment that it stands for.
  void add_callout(GalleyRow& row, std::size_t index, const Callout& callout, const CodePiece& piece, TagId tag) {
    const std::string_view text = text_.lines[index].text, comment = text.substr(callout.begin);
    const Length column = column_width(context_, set_.size);
    const Length left = code_left() + column * (piece.indent + column_count(text.substr(piece.begin, piece.end - piece.begin)) + 1);
    const std::uint32_t ink = text_.ink[index] + count_ink(text.substr(0, callout.begin));
    for (FrameItem& item : callout_mark(context_, callout.number, comment, {left, row.baseline}, set_.size, tag)) {
      item.node = block_.id;
      if (item.tag != kArtifact) item.text_begin = ink, item.text_end = ink + count_ink(comment);
      row.items.push_back(std::move(item));
    }
  }

  // What says that a row goes on with the one above.
  Path sign_before(const CodePiece& piece, Length baseline) const {
    const Length column = column_width(context_, set_.size), edge = code_left() + column * piece.indent;
    if (piece.ghost.empty()) return continuation_hook(edge, baseline);
    return ghost_mark(piece.ghost, {edge - column * static_cast<std::int64_t>(piece.ghost.size()), baseline}, column, set_.size);
  }

  bool is_marked(std::size_t index) const {
    const auto number = static_cast<std::uint32_t>(index) + 1;
    return std::any_of(code_.info.marked.begin(), code_.info.marked.end(),
                       [&](const auto& range) { return number >= range.first && number <= range.second; });
  }

  // The ground of marked lines and of a diff's signs.
  void mark_row(GalleyRow& row, std::size_t index) const {
    const HighlightedLine& line = text_.lines[index];
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

  // What parting the code rows from `first` on costs, of which each is of a line.
  void set_split_costs(std::size_t first, const std::vector<std::size_t>& row_lines) {
    const std::size_t count = row_lines.size();
    if (static_cast<int>(count) <= style_.code_whole) return keep_whole(galley_.rows, first, galley_.rows.size());
    std::vector<std::string> texts;
    for (const HighlightedLine& line : text_.lines) texts.push_back(line.text);
    const std::vector<double> costs = split_costs(texts);
    const auto is_stub = [&](std::size_t from, std::size_t to) {
      return written_rows(text_.lines, row_lines, from, to) < style_.code_least;
    };
    const double whole = static_cast<int>(count) <= kShort ? kSplitShort : 0;
    for (std::size_t i = 0; i < count; ++i) galley_.rows[first + i].drops_at_foot = galley_.rows[first + i].items.empty();
    for (std::size_t i = 1; i < count; ++i) {
      const bool inside_line = row_lines[i] == row_lines[i - 1];
      const double cost = inside_line ? kBreakBad : costs[row_lines[i]];
      galley_.rows[first + i].break_cost = is_stub(0, i) || is_stub(i, count) ? kBreakForbidden : cost + whole;
    }
  }

  void report(DiagCode code, std::size_t index, std::string message, std::string hint) {
    const SourceSpan line = beginning_of_line(place_of_line(code_, index));
    context_.diagnostics.report(code, context_.file, line, std::move(message), std::move(hint));
  }

  void report_missing_glyphs() {
    const FontId font = context_.font(style_.code);
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      for (std::size_t pos = 0; pos < text_.lines[i].text.size();) {
        const char32_t c = next_code_point(text_.lines[i].text, pos);
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
  const bool may_be_rail = context.style.rail_draw && !rules.bare && !rules.joined_above && !rules.joined_below;
  const std::vector<RailStep> steps = may_be_rail ? rail_steps(code) : std::vector<RailStep>{};
  if (!steps.empty() && add_rail(context, code, steps, block, rules, galley)) return;
  ListingMaker(context, code, block, rules, galley).add_listing_rows();
}

}  // namespace nbpublish
