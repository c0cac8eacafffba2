// A document flowed into a column, and questions about its rows.
#pragma once

#include <stdexcept>

#include "layout/flow/flow.h"
#include "layout/galley/segment.h"
#include "support/blocks.h"
#include "support/layout_fixture.h"

namespace nbpublish::testing {

struct Flowed : LayoutFixture {
  Flowed() = default;
  explicit Flowed(Blocks blocks, std::vector<Note> notes = {}) { flow(std::move(blocks), std::move(notes)); }

  void flow(Blocks blocks, std::vector<Note> notes = {}) {
    document = document_of(std::move(blocks), std::move(notes));
    galley = flow_document(context, document);
    placed = place_segment(galley, style.leading, 0, galley.rows.size(), {});
  }

  Document document;
  Galley galley;
  PlacedSegment placed;  // all rows in one column without end

  // Index of the row that shows the words.
  std::size_t find(std::string_view words_wanted) const {
    for (std::size_t i = 0; i < galley.rows.size(); ++i)
      if (all_text_of(galley.rows[i].items).find(words_wanted) != std::string::npos) return i;
    throw std::runtime_error("no row with '" + std::string(words_wanted) + "'");
  }
  const GalleyRow& row_of_text(std::string_view words_wanted) const { return galley.rows[find(words_wanted)]; }
  // The run that holds the words.
  const GlyphRun& run(std::string_view words_wanted) const {
    for (const FrameItem& item : row_of_text(words_wanted).items)
      if (const auto* glyphs = std::get_if<GlyphRun>(&item.content);
          glyphs != nullptr && glyphs->text.find(words_wanted) != std::string::npos)
        return *glyphs;
    throw std::runtime_error("'" + std::string(words_wanted) + "' is no single run");
  }
  // Height of the column in lines of the grid.
  double height() const { return placed.height.points() / style.leading.points(); }
  // Baseline of the words in lines from the column's top; baseline of line n is n - drop.
  double baseline(std::string_view words_wanted) const {
    const Length y = placed.rows[find(words_wanted)].y + run(words_wanted).origin.y + style.baseline_drop;
    return y.points() / style.leading.points();
  }
  // Whole lines of white between the lines on which the two texts stand; both on the grid.
  double lines_between(std::string_view above, std::string_view below) const { return baseline(below) - baseline(above) - 1; }
};

}  // namespace nbpublish::testing
