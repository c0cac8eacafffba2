#include "layout/page/index_pages.h"

#include <algorithm>
#include <iterator>

#include "document/index_term.h"
#include "layout/galley/rows.h"
#include "layout/inline/display_text.h"
#include "layout/page/contents.h"

namespace nbpublish {
namespace {

std::size_t without_blanks(const std::vector<IndexLine>& lines, std::size_t first) {
  while (first < lines.size() && lines[first].blank) ++first;
  return first;
}

// The end of the column that begins with `first`: as low as may be.
std::size_t column_end(const std::vector<IndexLine>& lines, std::size_t first, int capacity) {
  const std::size_t lowest = first + static_cast<std::size_t>(std::max(capacity, 1));
  if (lowest >= lines.size()) return lines.size();
  std::size_t end = lowest;
  while (end > first && !lines[end].may_begin_column) --end;
  return end > first ? end : lowest;
}

class IndexPages {
 public:
  IndexPages(LayoutContext& context, const VolumeIndex& index, const PageNumbers* elsewhere) : context_(context), style_(context.style) {
    columns_ = std::max(style_.index_columns, 1);
    measure_ = (style_.measure - style_.index_gap * (columns_ - 1)) / columns_;
    opener_ = page_opener(context, std::string(index.key), std::string(index.title));
    lines_ = index_lines(context, index, context.tags.add(kRootTag, TagRole::Index), measure_, elsewhere);
  }

  std::vector<Page> make_index_pages() {
    std::vector<Page> pages;
    for (std::size_t first = 0; first < lines_.size();) {
      pages.emplace_back();
      first = add_page(pages.back(), first, pages.size() - 1);
    }
    return pages;
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  int columns_ = 1;
  Length measure_;
  GalleyRow opener_;
  std::vector<IndexLine> lines_;

  std::size_t add_page(Page& page, std::size_t first, std::size_t index) {
    Length top = style_.top, height = style_.leading * style_.lines;
    if (index == 0) {
      height -= opener_.height;
      const Length below = opener_.height;
      add_row(page, std::move(opener_), {}, top);
      top += below;
    }
    // The index begins on a recto: its second page is a verso, where a reader has turned the leaf.
    const std::size_t begin = without_blanks(lines_, first);
    const std::string continued = index % 2 == 1 && begin < lines_.size() ? lines_[begin].continued : "";
    const int capacity = static_cast<int>(height / style_.index_entry.leading);
    const auto columns = fill_columns(lines_, first, columns_, capacity, continued.empty() ? 0 : 1);
    Length left;
    for (const auto& [from, to] : columns) {
      Length y = top;
      if (!continued.empty() && left.is_zero()) y = add_continued(page, continued, y);
      for (std::size_t i = from; i < to; ++i) {
        const Length line = lines_[i].row.height;
        add_row(page, std::move(lines_[i].row), left, y);
        y += line;
      }
      left += measure_ + style_.index_gap;
    }
    return columns.empty() ? lines_.size() : without_blanks(lines_, columns.back().second);
  }

  // Said to the eye only: who listens has not turned a page.
  Length add_continued(Page& page, const std::string& term, Length y) const {
    Inlines words = inlines_of_term(term);
    words.push_back({{}, Text{" (continued)"}});
    const std::size_t tags = context_.tags.nodes.size();
    ParagraphText text = flatten(context_, words, {style_.index_entry, ColourRole::Text, Features::Text, style_.index_code.size}, kRootTag);
    for (TextSpan& span : text.spans) span.tag = kArtifact;
    context_.tags.nodes.resize(tags);
    std::vector<SetLine> set = set_paragraph(context_, text, display_rules(measure_, Alignment::Ragged));
    const Length leading = style_.index_entry.leading;
    if (!set.empty()) add_row(page, row_of(std::move(set.front()), leading, baseline_drop(style_, style_.index_entry), {}), {}, y);
    return y + leading;
  }

  static void add_row(Page& page, GalleyRow row, Length x, Length y) {
    for (FrameItem& item : row.items) {
      shift(item, x, y);
      page.items.push_back(std::move(item));
    }
    for (LinkArea& link : row.links) {
      link.rect.x += x, link.rect.y += y;
      page.links.push_back(std::move(link));
    }
    for (NamedPlace& place : row.places) page.destinations.push_back({std::move(place.name), {place.place.x + x, place.place.y + y}});
  }
};

}  // namespace

std::vector<ColumnRange> fill_columns(const std::vector<IndexLine>& lines, std::size_t first, int columns, int capacity, int reserved) {
  const auto fill = [&](int height) {
    std::vector<ColumnRange> out;
    std::size_t from = without_blanks(lines, first);
    for (int c = 0; c < columns && from < lines.size(); ++c) {
      out.emplace_back(from, column_end(lines, from, height - (c == 0 ? reserved : 0)));
      from = without_blanks(lines, out.back().second);
    }
    return out;
  };
  const auto reaches_end = [&](const std::vector<ColumnRange>& filled) {
    return filled.empty() || without_blanks(lines, filled.back().second) == lines.size();
  };
  std::vector<ColumnRange> full = fill(capacity);
  if (!reaches_end(full)) return full;
  const int rest = static_cast<int>(lines.size() - first) + reserved;
  for (int height = std::max((rest + columns - 1) / columns - 1, 1); height < capacity; ++height)
    if (std::vector<ColumnRange> balanced = fill(height); reaches_end(balanced)) return balanced;
  return full;
}

LaidOutChapter layout_index(LayoutContext& context, const VolumeIndex& index, const PageNumbers* elsewhere) {
  LaidOutChapter out;
  out.part.key = index.key;
  out.part.pages = IndexPages(context, index, elsewhere).make_index_pages();
  for (std::size_t i = 0; i < out.part.pages.size(); ++i) out.facts.push_back({i == 0, false, {}});
  out.part.outline.push_back({1, std::string(index.title), out.part.key});
  out.part.tags = std::move(context.tags);
  out.heading.title = {{{}, Text{std::string(index.title)}}};
  return out;
}

}  // namespace nbpublish
