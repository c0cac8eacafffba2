// What the ebook offers to readers who do not see it, or not well: counted in this very file, never promised beforehand. The metadata
// (EPUB Accessibility 1.1), the accessibility page and the ONIX fragment all speak of these facts.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "output/epub/images.h"
#include "output/epub/page_marks.h"
#include "output/epub/publication.h"

namespace nbpublish {

struct AccessFacts {
  std::size_t images = 0, images_without_alt = 0;  // where they stand in the text; the cover, which has its words, is not counted
  std::size_t described = 0;                       // of them, those with a long description
  std::size_t components = 0;                      // boxes for what runs on the web only
  bool has_listings = false, has_tables = false, has_notes = false, has_index = false;
  std::string page_source{};  // of what the marked pages are; empty if there are none

  bool every_image_has_alt() const { return images_without_alt == 0; }
  bool has_pages() const { return !page_source.empty(); }
};

// When all sections that have pictures or marks of pages are written.
AccessFacts access_facts(const Publication& publication, const ImageStore& images, const PageList& pages);

// Whether the file may claim WCAG 2.2 AA: the manifest does, and every image has alternative text.
bool claims_conformance(const EpubInput& input, const AccessFacts& facts);
// As a reader would read it: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", which is also its exact name for programs.
inline constexpr std::string_view kConformance = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";
// A claim of the manifest that the file cannot have is an `accessibility-claim` there.
void check_claim(const EpubInput& input, const AccessFacts& facts, DiagnosticSink& diagnostics);

// The manifest's own summary, or one made of the facts.
std::string accessibility_summary(const EpubInput& input, const AccessFacts& facts);
// What stands in a reader's way, a sentence each; empty = nothing known.
std::vector<std::string> known_limits(const AccessFacts& facts);

// The meta elements, into the metadata of the package document.
void write_access_metadata(pugi::xml_node metadata, const EpubInput& input, const AccessFacts& facts);

}  // namespace nbpublish
