// The footnotes of a chapter as one stream of rows, in the order of their marks.
// note [dividing notes]: a page takes from the stream what its rows have marked. If that does not fit, it takes what does, two
// rows or more of a note on each side of the division, and the next page goes on with the rest (Plass 1981, section 5; TeX's
// insertions do the same, page by page).
#pragma once

#include <compare>
#include <vector>

#include "layout/galley/galley.h"

namespace nbpublish {

// Before row `row` of the note.
struct NotePlace {
  std::size_t note = 0, row = 0;
  friend auto operator<=>(const NotePlace&, const NotePlace&) = default;
};

class NoteStream {
 public:
  // `galley` outlives the stream; its rows mark its notes in their order, each once.
  explicit NoteStream(const Galley& galley);

  NotePlace end() const { return {galley_.notes.size(), 0}; }
  // Behind the last note that one of the rows before `row` marks.
  NotePlace marked_before(std::size_t row) const { return {marked_[row], 0}; }
  // The least place at which a page may end that begins at `from` and holds marks of rows before `end_row`: each note has
  // begun on the page of its mark.
  NotePlace least_end(NotePlace from, std::size_t end_row) const;
  Length height(NotePlace from, NotePlace to) const;
  // The last place between `from` and `to` such that what stands before it is no higher than `room`. With `force` a page of
  // nothing but notes goes on where it should not, rather than not at all.
  NotePlace fit(NotePlace from, NotePlace to, Length room, bool force) const;

 private:
  const Galley& galley_;
  std::vector<std::size_t> marked_;  // notes marked before each row
  std::vector<Length> heights_;      // of all notes before each

  const Galley& body(std::size_t note) const { return *galley_.notes[note].body; }
  NotePlace fit_in(NotePlace from, Length room, bool force) const;
};

}  // namespace nbpublish
