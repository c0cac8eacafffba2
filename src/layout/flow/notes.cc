// Footnotes: set once for the chapter, in pieces that a page can hold.
#include <algorithm>

#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

// A longer note is divided, its pieces standing under rows that follow each other: at most half a page each.
constexpr std::size_t kMostNoteRows = 22;

std::vector<GalleyNote> pieces_of(const GalleyNote& note) {
  std::vector<GalleyNote> pieces;
  for (std::size_t from = note.first; from < note.end;) {
    std::size_t to = std::min(from + kMostNoteRows, note.end);
    if (note.end - to == 1) --to;  // no single line is left behind
    pieces.push_back({note.body, from, to, from > note.first});
    from = to;
  }
  return pieces;
}

}  // namespace

void GalleyBuilder::add_notes(const std::vector<Note>& notes) {
  std::vector<GalleyNote> made;
  for (std::size_t n = 0; n < notes.size(); ++n) {
    GalleyBuilder builder(context_);
    made.push_back(builder.make_note(notes[n], n + 1));
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
  // The mark hangs before the note's text, as wide as two figures.
  const Length indent = context_.shaper.width(font, Features::Superior, style_.note.size, "00") + style_.note_mark_gap;
  scope.left = indent;
  scope.measure -= indent;
  add_blocks(note.blocks, scope);
  if (!galley_.rows.empty()) {
    GalleyRow& first = galley_.rows.front();
    for (GlyphRun& run : glyph_runs(context_.shaper, font, Features::Superior, style_.note.size, ColourRole::Text,
                                    std::to_string(number) + " ", {{}, first.height - drop(style_.note)}))
      first.items.insert(first.items.begin(), {label, note.id, 0, 0, std::move(run)});
  }
  const std::size_t rows = galley_.rows.size();
  return {std::make_shared<const Galley>(std::move(galley_)), 0, rows, false};
}

// Rows name notes by number until here. From here on a note stands once, under the row of its first mark; the
// further pieces of a long one under the rows that follow, so that each page gets what it can hold.
void GalleyBuilder::settle_notes() {
  std::vector<GalleyNote> pieces;
  std::vector<bool> placed(galley_.notes.size());
  std::vector<GalleyNote> waiting;
  for (GalleyRow& row : galley_.rows) {
    std::vector<std::uint32_t> here;
    for (const std::uint32_t note : row.notes) {
      if (note >= galley_.notes.size() || placed[note]) continue;
      placed[note] = true;
      std::vector<GalleyNote> more = pieces_of(galley_.notes[note]);
      waiting.insert(waiting.end(), more.begin(), more.end());
    }
    std::size_t rows = 0;
    while (!waiting.empty() && (here.empty() || rows + waiting.front().end - waiting.front().first <= kMostNoteRows)) {
      rows += waiting.front().end - waiting.front().first;
      here.push_back(static_cast<std::uint32_t>(pieces.size()));
      pieces.push_back(waiting.front());
      waiting.erase(waiting.begin());
    }
    row.notes = std::move(here);
  }
  // What a chapter's end leaves gets empty rows to stand under.
  for (const GalleyNote& note : waiting) {
    GalleyRow row;
    row.notes.push_back(static_cast<std::uint32_t>(pieces.size()));
    pieces.push_back(note);
    galley_.rows.push_back(std::move(row));
  }
  galley_.notes = std::move(pieces);
}

}  // namespace nbpublish
