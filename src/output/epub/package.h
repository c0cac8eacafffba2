// The package: everything that goes into the container, and the package document that lists it.
#pragma once

#include <string>
#include <vector>

#include "output/epub/page_marks.h"
#include "output/epub/publication.h"

namespace nbpublish {

struct PackageItem {
  std::string id;    // in the manifest
  std::string file;  // below EPUB/
  std::string media_type;
  std::string properties;  // "nav", "cover-image"; may be empty
  std::string bytes;
};

struct AccessFacts;

// EPUB/package.opf. `items` are all others; sections' items have the sections' names as ids.
std::string package_document(const Publication& publication, const std::vector<PackageItem>& items, const AccessFacts& facts);
// EPUB/toc.ncx for older readers: two levels.
std::string ncx_document(const Publication& publication, const PageList& pages);

// BISAC codes are three letters and six digits.
bool is_bisac(std::string_view subject);
// "urn:isbn:…" or "urn:uuid:…": the volume's own, else one made from its titles.
std::string unique_identifier(const EpubInput& input);
// "2026-11-01T00:00:00Z".
std::string utc_time(std::int64_t seconds);

}  // namespace nbpublish
