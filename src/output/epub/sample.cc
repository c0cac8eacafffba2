#include "output/epub/sample.h"

#include <algorithm>

#include "output/epub/pieces.h"

namespace nbpublish {
namespace {

double weight(const Section& section) {
  double sum = 0;
  for (const Block& block : section.blocks()) sum += static_cast<double>(weight_of(block));
  return sum;
}

bool opens_shown_section(const Block& block) {
  const auto* heading = as<Heading>(block);
  return heading != nullptr && heading->level == 2;
}

// As many of the section's blocks as `room` takes, up to the last section of theirs that is whole; one section if there is none.
std::size_t sample_end(const Section& section, double room) {
  std::size_t end = section.first;
  double used = 0;
  for (std::size_t i = section.first; i < section.end; ++i) {
    const Block& block = section.document->blocks[i];
    if (opens_shown_section(block) && i > section.first) {
      if (used > room && end > section.first) return end;
      end = i;
    }
    used += static_cast<double>(weight_of(block));
    if (used > room && end > section.first) return end;
  }
  return section.end;
}

bool is_chapter(const Section& section) { return section.kind == SectionKind::Chapter; }

}  // namespace

void keep_sample(std::vector<Section>& sections) {
  double all = 0, used = 0;
  for (const Section& section : sections)
    if (section.document) all += weight(section);
  auto last = sections.begin();
  for (; last != sections.end(); ++last) {
    if (last->document == nullptr) continue;
    const double own = weight(*last), room = all * kSampleShare - used;
    used += own;
    if (!is_chapter(*last) || own <= room) continue;
    last->end = sample_end(*last, room);
    break;
  }
  if (last == sections.end()) return;  // a book without chapters
  Section end;
  end.kind = SectionKind::SampleEnd;
  end.name = "sample-end";
  end.title = "End of the Sample";
  std::vector<Section> kept(sections.begin(), last + 1);
  kept.push_back(std::move(end));
  std::copy_if(last + 1, sections.end(), std::back_inserter(kept),
               [](const Section& section) { return section.kind == SectionKind::Accessibility || section.kind == SectionKind::Imprint; });
  sections = std::move(kept);
}

}  // namespace nbpublish
