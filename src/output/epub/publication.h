// The publication: which content documents the EPUB has, in reading order, and what they are called.
#pragma once

#include <string>
#include <vector>

#include "output/epub/section.h"

namespace nbpublish {

struct Publication {
  const EpubInput& input;
  std::vector<Section> sections;  // the spine

  // All files of the section's text, in order; itself alone for a section without one.
  std::vector<const Section*> pieces_of(const Section& section) const;
  const Section* first_of(SectionKind kind) const;
};

// Short front matter, topics with their chapters, back matter, the accessibility page and the full imprint last. What is absent is
// skipped; chapters without a document (planned) have no section.
Publication plan_publication(const EpubInput& input);

// "NodeBook, Volume I: Runtime Basics", or what there is of it.
std::string volume_title(const EpubInput& input);
// The same with "(Sample)" behind it if it is one.
std::string full_title(const EpubInput& input);
// Whether the volume is one of a series that has another title than it.
bool is_in_series(const EpubInput& input);
// What a section is called in contents: "9.1 Event Loop", "Chapter 9: Node.js Architecture".
std::string contents_title(const Section& section);

}  // namespace nbpublish
