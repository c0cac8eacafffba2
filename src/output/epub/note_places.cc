#include "output/epub/note_places.h"

#include "document/walk.h"

namespace nbpublish {

NotePlaces::NotePlaces(const Document& document, const std::vector<const Section*>& pieces)
    : places_(document.notes.size()), marks_(document.notes.size()) {
  for (const Section* piece : pieces) {
    add_marks(document, piece->blocks(), piece);
    // A note may mark further ones.
    for (std::size_t note = 0; note < places_.size(); ++note)
      if (places_[note] == piece) add_marks(document, document.notes[note].blocks, piece);
  }
  for (const Section*& place : places_)
    if (place == nullptr) place = pieces.back();
}

void NotePlaces::add_marks(const Document& document, std::span<const Block> blocks, const Section* piece) {
  for_each_inline(blocks, [&](const Inline& inl, const Block&) {
    const auto* mark = as<NoteReference>(inl);
    if (mark == nullptr || mark->note >= document.notes.size()) return;
    if (places_[mark->note] == nullptr) places_[mark->note] = piece;
    marks_[mark->note].push_back(piece);
  });
}

}  // namespace nbpublish
