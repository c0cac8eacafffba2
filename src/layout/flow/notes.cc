// Footnotes: set once for the chapter.
#include <algorithm>

#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
void GalleyBuilder::add_notes() {
  std::vector<GalleyNote> made;
  for (std::size_t n = 0; n < notes_.size(); ++n) {
    GalleyBuilder builder(context_);
    made.push_back(builder.make_note(notes_[n], n + 1));
  }
  galley_.notes = std::move(made);
}

GalleyNote GalleyBuilder::make_note(const Note& note, std::size_t number) {
  FlowScope scope = top_scope();
  scope.text = style_.note;
  scope.in_note = true;
  scope.parent = context_.tags.add(kRootTag, TagRole::Note, note.id);
  const TagId label = context_.tags.add(scope.parent, TagRole::Lbl, note.id);
  pending_places_.push_back(context_.chapter + "#fn-" + std::to_string(number));
  const FontId font = context_.font(style_.note);
  // The mark hangs before the note's text, as wide as two figures, or as many as it has.
  const std::string mark = std::to_string(number), figures(std::max<std::size_t>(mark.size(), 2), '0');
  const Length indent = context_.shaper.width(font, Features::Superior, style_.note.size, figures) + style_.note_mark_gap;
  scope.left = indent;
  scope.measure -= indent;
  add_blocks(note.blocks, scope);
  if (!galley_.rows.empty()) {
    GalleyRow& first = galley_.rows.front();
    for (GlyphRun& run : glyph_runs(context_.shaper, font, Features::Superior, style_.note.size, ColourRole::Text,
                                    mark + " ", {{}, first.height - drop(style_.note)}))
      first.items.insert(first.items.begin(), {label, note.id, 0, 0, std::move(run)});
  }
  return {std::make_shared<const Galley>(std::move(galley_))};
}

// Rows name notes by number until here. From here on a note hangs on the row of its first mark alone, and the notes stand in
// the order of these.
void GalleyBuilder::settle_notes() {
  std::vector<GalleyNote> marked;
  std::vector<bool> placed(galley_.notes.size());
  for (GalleyRow& row : galley_.rows) {
    std::vector<std::uint32_t> here;
    for (const std::uint32_t note : row.notes) {
      if (note >= galley_.notes.size() || placed[note] || galley_.notes[note].body->rows.empty()) continue;
      placed[note] = true;
      here.push_back(static_cast<std::uint32_t>(marked.size()));
      marked.push_back(galley_.notes[note]);
    }
    row.notes = std::move(here);
  }
  galley_.notes = std::move(marked);
}

}  // namespace nbpublish
