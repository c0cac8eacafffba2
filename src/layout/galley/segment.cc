#include "layout/galley/segment.h"

namespace nbpublish {
namespace {

bool closes_up(const GalleyGroup& group, bool at_foot) { return at_foot && group.closes_up_at_foot; }

// The space below a group's last row on this page.
Length bottom_of(const GalleyGroup& group, bool split, bool at_foot) {
  return closes_up(group, at_foot) ? Length{} : split ? group.bottom_split : group.bottom_last;
}

// And above its first, if the group begins there.
Length top_of(const GalleyGroup& group, bool begins_page) {
  return begins_page ? group.top_of_page.value_or(group.top_first) : group.top_first;
}

}  // namespace

SegmentMeter::SegmentMeter(const Galley& galley, Length line, std::size_t first) : galley_(galley), line_(line), next_(first) {}

Length SegmentMeter::closed_height(const Open& open, bool at_foot) const {
  const GalleyGroup& g = galley_.groups[static_cast<std::size_t>(open.group)];
  const bool split = at_foot && group_goes_on_at(galley_, open.group, next_);
  return fit_group(g, closes_up(g, at_foot) ? Length{} : open.top, open.inside, bottom_of(g, split, at_foot), open.begins_page, line_)
      .height;
}

// Closes the groups that do not hold `group`.
void SegmentMeter::close_until(int group) {
  while (!open_.empty() && !is_inside(galley_, group, open_.back().group)) {
    const Open closed = open_.back();
    open_.pop_back();
    level() = closed.outside + closed_height(closed, false);
  }
}

void SegmentMeter::add() {
  const GalleyRow& row = galley_.rows[next_];
  close_until(row.group);
  level() += line_ * space_;
  while ((open_.empty() ? -1 : open_.back().group) != row.group) {
    const int group = child_towards(galley_, open_.empty() ? -1 : open_.back().group, row.group);
    const GalleyGroup& g = galley_.groups[static_cast<std::size_t>(group)];
    const Length top = group_begins_before(galley_, group, next_) ? g.top_continued : top_of(g, is_at_top_);
    open_.push_back({group, level(), top, {}, is_at_top_});
  }
  level() += is_at_top_ ? row.height - row.less_at_top : row.height;
  const bool goes_on = next_ > 0 && galley_.rows[next_ - 1].group == row.group;
  dropped_ = !row.drops_at_foot || is_at_top_ ? Length{} : goes_on ? dropped_ + row.height : row.height;
  is_at_top_ = false;
  ++next_;
  space_ = next_ < galley_.rows.size() ? galley_.rows[next_].space_before : 0;
}

void SegmentMeter::go_to(std::size_t row, int space_before) {
  next_ = row;
  space_ = space_before;
}

Length SegmentMeter::height() const {
  if (open_.empty()) return base_ - dropped_;
  Length inner;
  for (std::size_t i = open_.size(); i-- > 0;) {
    Open open = open_[i];
    open.inside = i + 1 < open_.size() ? inner : open.inside - dropped_;
    inner = open.outside + closed_height(open, true);
  }
  return inner;
}

namespace {

class Placer {
 public:
  Placer(const Galley& galley, Length line, std::size_t first, std::size_t end, std::vector<int> extra)
      : galley_(galley), line_(line), first_(first), end_(end), shown_end_(end), extra_(std::move(extra)) {
    const auto drops = [&](std::size_t row) {
      return galley.rows[row].drops_at_foot && galley.rows[row].group == galley.rows[end - 1].group;
    };
    while (shown_end_ > first + 1 && drops(shown_end_ - 1)) --shown_end_;
  }

  PlacedSegment place_all_rows() {
    out_.height = place(first_, end_, -1, {});
    return std::move(out_);
  }

 private:
  const Galley& galley_;
  Length line_;
  std::size_t first_, end_;
  std::size_t shown_end_;  // behind it stands nothing that shows
  std::vector<int> extra_;
  PlacedSegment out_;

  Length space_before(std::size_t row) const {
    if (row == first_) return {};
    return line_ * (galley_.rows[row].space_before + extra(row));
  }
  int extra(std::size_t row) const { return row - first_ < extra_.size() ? extra_[row - first_] : 0; }

  // Places rows [from, to), all inside `group`, from `y` on; returns where they end.
  Length place(std::size_t from, std::size_t to, int group, Length y) {
    for (std::size_t row = from; row < to;) {
      // A group's first row has given its white outside the group already.
      if (group < 0 || row > from) y += space_before(row);
      if (galley_.rows[row].group == group) {
        const GalleyRow& r = galley_.rows[row];
        const bool is_at_top = row == first_, is_shown = row < shown_end_;
        if (is_shown) out_.rows.push_back({row, is_at_top ? y - r.rise_at_top : y});
        if (is_shown) y += is_at_top ? r.height - r.less_at_top : r.height;
        ++row;
        continue;
      }
      const int child = child_towards(galley_, group, galley_.rows[row].group);
      std::size_t stop = row;
      while (stop < to && is_inside(galley_, galley_.rows[stop].group, child)) ++stop;
      // White that grows below a group which has lost some is the group's before it is more than usual.
      const bool has_lost = galley_.groups[static_cast<std::size_t>(child)].may_lose > Length{};
      const bool grows = has_lost && group < 0 && row > from && stop < to && galley_.rows[stop].stretches_well && extra(stop) > 0;
      if (grows) --extra_[stop - first_];
      y = place_group(child, row, stop, y, grows);
      row = stop;
    }
    return y;
  }

  // Moves what was placed from there on.
  void move(std::size_t first_row, std::size_t slot, Length down) {
    for (std::size_t i = first_row; i < out_.rows.size(); ++i) out_.rows[i].y += down;
    for (std::size_t i = slot; i < out_.groups.size(); ++i) out_.groups[i].second.box.y += down;
  }

  // `grows`: a line higher than it would be.
  Length place_group(int child, std::size_t from, std::size_t to, Length y, bool grows) {
    GalleyGroup g = galley_.groups[static_cast<std::size_t>(child)];
    if (grows) g.may_lose = {};
    GroupSegment segment;
    segment.first = !group_begins_before(galley_, child, from);
    segment.last = !(to == end_ && group_goes_on_at(galley_, child, to));
    const bool begins_page = from == first_, at_foot = to == end_;
    const std::size_t first_row = out_.rows.size(), slot = out_.groups.size();
    out_.groups.emplace_back(child, segment);
    const Length rows = place(from, to, child, y) - y;
    const Length top = closes_up(g, at_foot) ? Length{} : segment.first ? top_of(g, begins_page) : g.top_continued;
    const FittedGroup fitted = fit_group(g, top, rows, bottom_of(g, !segment.last, at_foot), begins_page, line_);
    move(first_row, slot + 1, fitted.slack_above + fitted.above);
    GroupSegment& placed = out_.groups[slot].second;
    placed.above = fitted.above;
    placed.below = fitted.below;
    placed.box = {{}, y + fitted.slack_above, {}, fitted.above + rows + fitted.below};
    return y + fitted.height;
  }
};

}  // namespace

PlacedSegment place_segment(const Galley& galley, Length line, std::size_t first, std::size_t end, const std::vector<int>& extra) {
  return Placer(galley, line, first, end, extra).place_all_rows();
}

}  // namespace nbpublish
