#include "layout/page/numbering.h"

#include <string_view>
#include <utility>

#include "base/roman.h"

namespace nbpublish {
namespace {

void add_blank(VolumePart& part, int number) {
  Page blank;
  blank.blank = true;
  blank.label = part.roman ? roman(number) : std::to_string(number);
  part.laid_out.part.pages.push_back(std::move(blank));
  part.laid_out.facts.push_back({false, true, {}});
}

}  // namespace

void drop_blank_tail(LaidOutChapter& chapter) {
  while (!chapter.part.pages.empty() && chapter.part.pages.back().blank) {
    chapter.part.pages.pop_back();
    chapter.facts.pop_back();
  }
}

void number_pages(std::vector<VolumePart>& parts) {
  int next = 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    VolumePart& part = parts[i];
    drop_blank_tail(part.laid_out);
    const bool needs_recto = part.starts_recto || part.restarts;
    if (needs_recto && next % 2 == 0 && i > 0) add_blank(parts[i - 1], next++);
    if (part.restarts) next = 1;
    for (Page& page : part.laid_out.part.pages) {
      page.label = part.roman ? roman(next) : std::to_string(next);
      ++next;
    }
  }
  // A leaf has two sides: the last page is a verso.
  if (!parts.empty() && next % 2 == 0) add_blank(parts.back(), next);
}

PageNumbers page_numbers(const std::vector<VolumePart>& parts) {
  PageNumbers numbers;
  for (const VolumePart& part : parts)
    for (const Page& page : part.laid_out.part.pages)
      for (const Destination& d : page.destinations) numbers.labels.emplace(d.name, page.label);
  return numbers;
}

}  // namespace nbpublish
