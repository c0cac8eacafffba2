#include "layout/page/note_stream.h"

#include <algorithm>

#include "layout/galley/segment.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLeastRows = 2;       // of a note on each side of a division
constexpr Length kNoGrid = Length::raw(1);  // notes stand on none

Length height_of(const Galley& body, std::size_t first, std::size_t end) { return place_segment(body, kNoGrid, first, end, {}).height; }

}  // namespace

NoteStream::NoteStream(const Galley& galley) : galley_(galley), marked_{0}, heights_{Length{}} {
  for (const GalleyRow& row : galley.rows) marked_.push_back(marked_.back() + row.notes.size());
  for (std::size_t n = 0; n < galley.notes.size(); ++n) heights_.push_back(heights_.back() + height_of(body(n), 0, body(n).rows.size()));
}

NotePlace NoteStream::least_end(NotePlace from, std::size_t end_row) const {
  const NotePlace all = marked_before(end_row);
  if (all <= from) return from;
  const std::size_t last = all.note - 1, begun = from.note == last ? from.row : 0;
  return body(last).rows.size() < begun + 2 * kLeastRows ? all : NotePlace{last, begun + kLeastRows};
}

Length NoteStream::height(NotePlace from, NotePlace to) const {
  if (from.note == to.note) return from.row == to.row ? Length{} : height_of(body(from.note), from.row, to.row);
  Length sum = heights_[to.note] - heights_[from.note];
  if (from.row > 0)
    sum += height_of(body(from.note), from.row, body(from.note).rows.size()) - (heights_[from.note + 1] - heights_[from.note]);
  if (to.row > 0) sum += height_of(body(to.note), 0, to.row);
  return sum;
}

NotePlace NoteStream::fit(NotePlace from, NotePlace to, Length room, bool force) const {
  while (from < to) {
    const NotePlace next{from.note + 1, 0};
    const Length rest = height(from, next);
    if (rest > room) return fit_in(from, room, force);
    room -= rest;
    from = next;
    force = false;
  }
  return from;
}

// Inside one note, which does not fit as a whole.
NotePlace NoteStream::fit_in(NotePlace from, Length room, bool force) const {
  const Galley& note = body(from.note);
  SegmentMeter meter(note, kNoGrid, from.row);
  NotePlace good = from, any = from;
  for (std::size_t row = from.row; row + 1 < note.rows.size(); ++row) {
    meter.add();
    if (meter.height() > room) break;
    any.row = row + 1;
    const bool stub = any.row < from.row + kLeastRows || any.row + kLeastRows > note.rows.size();
    if (!stub && note.rows[any.row].break_cost < kBreakForbidden) good = any;
  }
  if (good != from || !force) return good;
  if (any != from) return any;
  return from.row + 1 < note.rows.size() ? NotePlace{from.note, from.row + 1} : NotePlace{from.note + 1, 0};
}

}  // namespace nbpublish
