#include "layout/flow/list_marks.h"

#include <algorithm>
#include <array>

#include "document/list_numbers.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 3> kBullets = {"•", "–", "·"};
constexpr Length kBullet = Length::pt(5);    // the least room for one
constexpr Length kBoxInset = Length::pt(5);  // of a box in the indent
constexpr Length kBoxStroke = Length::pt(0.75);
constexpr double kDrawnBox = 7;  // side of the box for which the tick is drawn

// A drawn task box at its lower left corner, with a tick if done.
std::vector<Path> task_box(Point corner, Length size, bool checked) {
  using Kind = PathSegment::Kind;
  const auto at = [&](double x, double y) { return Point{corner.x + Length::pt(x), corner.y - Length::pt(y)}; };
  Path frame;
  frame.width = kBoxStroke;
  const double side = size.points(), k = side / kDrawnBox;
  frame.segments = {{Kind::Move, {at(0, 0)}},
                    {Kind::Line, {at(side, 0)}},
                    {Kind::Line, {at(side, side)}},
                    {Kind::Line, {at(0, side)}},
                    {Kind::Close, {}}};
  std::vector<Path> paths{frame};
  if (checked) {
    Path tick;
    tick.width = Length::pt(1);
    tick.segments = {{Kind::Move, {at(1.5 * k, 3.6 * k)}}, {Kind::Line, {at(3 * k, 1.7 * k)}}, {Kind::Line, {at(5.6 * k, 5.6 * k)}}};
    paths.push_back(tick);
  }
  return paths;
}

}  // namespace

ListMarks::ListMarks(LayoutContext& context, const List& list, const TextStyle& text, int depth)
    : context_(context), style_(context.style), list_(list), text_(text), is_outermost_(depth == 1) {
  if (is_numbered(list)) words_ = item_labels(list);
  else words_.emplace_back(kBullets[static_cast<std::size_t>(std::clamp(depth, 1, 3) - 1)]);
  const FontId font = context.font(text);
  for (const std::string& words : words_) {
    const Length width = context.shaper.width(font, Features::Tabular, text.size, words);
    widths_.push_back(is_numbered(list) ? width : std::max(width, kBullet));
  }
}

// A task's box stands for its bullet, and beside its number.
bool ListMarks::has_words(std::size_t item) const { return is_numbered(list_) || !list_.items[item].checked; }

Length ListMarks::box_room() const { return std::max(style_.list_indent - kBoxInset, style_.list_box); }

Length ListMarks::room(std::size_t item) const {
  return (list_.items[item].checked ? box_room() : Length{}) + (has_words(item) ? width(item) + gap() : Length{});
}

Length ListMarks::indent(Length measure) const {
  const Length usual = is_outermost_ ? style_.list_indent : style_.list_step;
  Length wanted = usual;
  for (std::size_t i = 0; i < list_.items.size(); ++i) wanted = std::max(wanted, room(i));
  return measure - wanted < text_.size ? usual : wanted;
}

std::string ListMarks::spoken(std::size_t item) const {
  const std::optional<bool> checked = list_.items[item].checked;
  if (!checked) return {};
  return (has_words(item) ? words(item) + " " : "") + (*checked ? "Done" : "To do");
}

// Numbers end, bullets stand, a little before what follows them.
std::vector<FrameItem> ListMarks::of(std::size_t item, Point at, TagId tag) const {
  std::vector<FrameItem> marks;
  const ListItem& of = list_.items[item];
  const Length box = of.checked ? box_room() : Length{};
  if (has_words(item))
    for (GlyphRun& run : glyph_runs(context_.shaper, context_.font(text_), Features::Tabular, text_.size, ColourRole::Text,
                                    words(item) + " ", {at.x - box - gap() - width(item), at.y}))
      marks.push_back({tag, of.id, 0, 0, std::move(run)});
  if (of.checked)
    for (Path& path : task_box({at.x - box, at.y}, style_.list_box, *of.checked)) marks.push_back({tag, of.id, 0, 0, std::move(path)});
  return marks;
}

}  // namespace nbpublish
