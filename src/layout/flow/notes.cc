// Footnotes: set once for the chapter.
#include <algorithm>
#include <map>
#include <string>

#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

std::string note_anchor(std::size_t number) { return "fn-" + std::to_string(number); }

bool is_heading(TagRole role) { return role >= TagRole::H1 && role <= TagRole::H6; }

// The block that a note's mark stands in, to hold the note too; a heading holds none.
TagId block_around(const TagTree& tags, TagId mark) {
  TagId block = mark;
  const auto role = [&] { return tags.nodes[block].role; };
  while (block != kRootTag && (role() == TagRole::Link || role() == TagRole::Reference || role() == TagRole::Span))
    block = tags.nodes[block].parent;
  return is_heading(role()) ? kRootTag : block;
}

bool is_mark(const TagTree& tags, const LinkArea& link) {
  return link.tag != kArtifact && tags.nodes[tags.nodes[link.tag].parent].role == TagRole::Reference;
}

// The tag of each note's first mark, by the note's anchor.
std::map<std::string, TagId> marks_of(const Galley& galley, const TagTree& tags) {
  std::map<std::string, TagId> marks;
  for (const GalleyRow& row : galley.rows)
    for (const LinkArea& link : row.links)
      if (const auto* to = std::get_if<InternalTarget>(&link.target); to != nullptr && is_mark(tags, link))
        marks.try_emplace(to->anchor, link.tag);
  return marks;
}

}  // namespace

// In the structure a note stands behind the text that it belongs to, so that whoever hears the page hears it there.
void GalleyBuilder::add_notes() {
  if (notes_.empty()) return;
  const std::map<std::string, TagId> marks = marks_of(galley_, context_.tags);
  std::vector<GalleyNote> made;
  for (std::size_t n = 0; n < notes_.size(); ++n) {
    const auto mark = marks.find(note_anchor(n + 1));
    GalleyBuilder builder(context_);
    made.push_back(builder.make_note(notes_[n], n + 1, mark == marks.end() ? kRootTag : block_around(context_.tags, mark->second)));
  }
  galley_.notes = std::move(made);
}

GalleyNote GalleyBuilder::make_note(const Note& note, std::size_t number, TagId parent) {
  FlowScope scope = top_scope();
  scope.text = style_.note;
  scope.in_note = true;
  scope.parent = context_.tags.add(parent, TagRole::Note, note.id);
  const TagId label = context_.tags.add(scope.parent, TagRole::Lbl, note.id);
  pending_places_.push_back(context_.chapter + "#" + note_anchor(number));
  const FontId font = context_.font(style_.note);
  // The mark hangs before the note's text, as wide as two figures, or as many as it has.
  const std::string mark = std::to_string(number), figures(std::max<std::size_t>(mark.size(), 2), '0');
  const Length indent = context_.shaper.width(font, Features::Superior, style_.note.size, figures) + style_.note_mark_gap;
  scope.left = indent;
  scope.measure -= indent;
  add_blocks(note.blocks, scope);
  settle_places();
  if (!galley_.rows.empty()) {
    GalleyRow& first = galley_.rows.front();
    std::vector<FrameItem> marks;
    for (GlyphRun& run : glyph_runs(context_.shaper, font, Features::Superior, style_.note.size, ColourRole::Text, mark + " ",
                                    {{}, mark_baseline(first, style_.note)}))
      marks.push_back({label, note.id, 0, 0, std::move(run)});
    put_before(first, std::move(marks));
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
