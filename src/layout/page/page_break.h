// PageBreak: what stands on one page.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "layout/galley/segment.h"
#include "layout/page/note_stream.h"
#include "layout/page/page_cost.h"

namespace nbpublish {

// Behind all figures in order.
inline constexpr int kNoFigure = std::numeric_limits<int>::max();

// So many paragraphs of a page are set longer, or shorter.
inline constexpr std::size_t kMostVariants = 3;

// A few of Galley::variants, in the order of their paragraphs. A page is copied for each way to end it: no heap.
class VariantSet {
 public:
  void add(std::size_t variant) {
    std::uint32_t* at = std::upper_bound(variants_.data(), variants_.data() + size_, static_cast<std::uint32_t>(variant));
    std::move_backward(at, variants_.data() + size_, variants_.data() + size_ + 1);
    *at = static_cast<std::uint32_t>(variant);
    ++size_;
  }
  void clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  const std::uint32_t* begin() const { return variants_.data(); }
  const std::uint32_t* end() const { return variants_.data() + size_; }

 private:
  std::array<std::uint32_t, kMostVariants> variants_{};
  std::uint32_t size_ = 0;
};

// Where a page ends in a paragraph that is set longer or shorter: one of Galley::variants, or none. Its lines are as high as the rows in
// whose place they stand, so rows are counted as ever: the page ends before row `end`, and the next begins before row `end - lines_more`.
struct Cut {
  int variant = -1;
  int lines_more = 0;
  friend auto operator<=>(const Cut&, const Cut&) = default;
};

// Rows [first, end) of one page, the notes below them, and what was known of it.
struct PageBreak {
  std::size_t first = 0, end = 0;
  NotePlace note_first{}, note_end{};
  // A figure, of Galley::figures, that does not stand at its place in the text: before this page's rows, and behind them.
  // It stands at the top of the page where it would come late, or came early.
  int figure_first = kNoFigure, figure_end = kNoFigure;
  Cut cut_first{}, cut_end{};  // of the paragraph that goes on from the page before, and of that which goes on behind
  PageCandidate page{};
  VariantSet variants{};  // paragraphs of the page that are set longer or shorter
  // A figure of the page that is set smaller, by so many lines.
  int sized = kNoFigure;
  int lines_less = 0;
};

// Where a page begins: before `row`, at a place of the notes, with a figure on its way, or one that came early, in a paragraph that
// is set longer or shorter.
struct PageStart {
  std::size_t row = 0;
  NotePlace notes;
  int figure = kNoFigure;
  Cut cut;
  friend auto operator<=>(const PageStart&, const PageStart&) = default;
};

inline PageStart start_of(const PageBreak& page) { return {page.first, page.note_first, page.figure_first, page.cut_first}; }
inline PageStart start_behind(const PageBreak& page) {
  return {page.end - static_cast<std::size_t>(page.cut_end.lines_more), page.note_end, page.figure_end, page.cut_end};
}

// The figure at the top of a page instead of at its place in the text, or kNoFigure.
int top_figure(const Galley& galley, const PageBreak& page);

}  // namespace nbpublish
