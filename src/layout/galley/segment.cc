#include "layout/galley/segment.h"

namespace nbpublish {

SegmentMeter::SegmentMeter(const Galley& galley, Length line, std::size_t first) : galley_(galley), line_(line), next_(first) {}

Length SegmentMeter::closed_height(const Open& open, bool split) const {
  const GalleyGroup& g = galley_.groups[static_cast<std::size_t>(open.group)];
  const Length height = open.inside + (split ? g.bottom_split : g.bottom_last);
  return g.to_grid ? round_up(height, line_) : height;
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
    const Length top = group_begins_before(galley_, group, next_) ? g.top_continued : g.drops_top && is_at_top_ ? Length{} : g.top_first;
    open_.push_back({group, level(), top});
  }
  level() += row.height;
  is_at_top_ = false;
  ++next_;
  space_ = next_ < galley_.rows.size() ? galley_.rows[next_].space_before : 0;
}

void SegmentMeter::go_to(std::size_t row, int space_before) {
  next_ = row;
  space_ = space_before;
}

Length SegmentMeter::height() const {
  if (open_.empty()) return base_;
  Length inner;
  for (std::size_t i = open_.size(); i-- > 0;) {
    Open open = open_[i];
    if (i + 1 < open_.size()) open.inside = inner;
    inner = open.outside + closed_height(open, group_goes_on_at(galley_, open.group, next_));
  }
  return inner;
}

namespace {

class Placer {
 public:
  Placer(const Galley& galley, Length line, std::size_t first, std::size_t end, const std::vector<int>& extra)
      : galley_(galley), line_(line), first_(first), end_(end), extra_(extra) {}

  PlacedSegment place_all_rows() {
    out_.height = place(first_, end_, -1, {});
    return std::move(out_);
  }

 private:
  const Galley& galley_;
  Length line_;
  std::size_t first_, end_;
  const std::vector<int>& extra_;
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
        out_.rows.push_back({row, y});
        y += galley_.rows[row].height;
        ++row;
        continue;
      }
      const int child = child_towards(galley_, group, galley_.rows[row].group);
      std::size_t stop = row;
      while (stop < to && is_inside(galley_, galley_.rows[stop].group, child)) ++stop;
      const std::size_t first_row = out_.rows.size(), slot = out_.groups.size();
      y = place_group(child, row, stop, y);
      if (group < 0 && row > from && stop < to && galley_.rows[stop].group < 0 && is_display(child))
        move(first_row, slot, line_ * extra(stop) / 2);
      row = stop;
    }
    return y;
  }

  bool is_display(int group) const { return galley_.groups[static_cast<std::size_t>(group)].is_display; }
  // Moves what was placed from there on.
  void move(std::size_t first_row, std::size_t slot, Length down) {
    for (std::size_t i = first_row; i < out_.rows.size(); ++i) out_.rows[i].y += down;
    for (std::size_t i = slot; i < out_.groups.size(); ++i) out_.groups[i].second.box.y += down;
  }

  Length place_group(int child, std::size_t from, std::size_t to, Length y) {
    const GalleyGroup& g = galley_.groups[static_cast<std::size_t>(child)];
    GroupSegment segment;
    segment.first = !group_begins_before(galley_, child, from);
    segment.last = !(to == end_ && group_goes_on_at(galley_, child, to));
    const bool is_at_top = from == first_ && g.drops_top;
    segment.above = !segment.first ? g.top_continued : is_at_top ? Length{} : g.top_first;
    segment.below = segment.last ? g.bottom_last : g.bottom_split;
    const std::size_t first_row = out_.rows.size(), slot = out_.groups.size();
    out_.groups.emplace_back(child, segment);
    const Length natural = place(from, to, child, y + segment.above) + segment.below - y;
    const Length height = g.to_grid ? round_up(natural, line_) : natural;
    const Length slack = (height - natural) / 2;
    move(first_row, slot + 1, slack);
    out_.groups[slot].second.box = {{}, y + slack, {}, natural};
    return y + height;
  }
};

}  // namespace

PlacedSegment place_segment(const Galley& galley, Length line, std::size_t first, std::size_t end, const std::vector<int>& extra) {
  return Placer(galley, line, first, end, extra).place_all_rows();
}

}  // namespace nbpublish
