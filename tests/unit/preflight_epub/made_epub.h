// A small book that keeps every rule; tests change one thing.
#pragma once

#include <string>

#include "preflight/epub/preflight_epub.h"
#include "unit/preflight_epub/made_zip.h"

namespace nbpublish::testing {

inline const std::string kPackage = "EPUB/package.opf", kNav = "EPUB/nav.xhtml", kNcx = "EPUB/toc.ncx", kStyle = "EPUB/style.css",
                         kCover = "EPUB/cover.jpg", kCoverPage = "EPUB/cover.xhtml", kChapter = "EPUB/chapter.xhtml";

struct MadeEpub {
  MadeEpub();
  MadeZip zip;

  std::string& operator[](const std::string& file);  // its bytes
  // The first `from` in the file, which must be there.
  MadeEpub& replace(const std::string& file, const std::string& from, const std::string& to);
  // A file in EPUB/, listed in the manifest.
  MadeEpub& add(const std::string& name, const std::string& bytes, const std::string& media_type, const std::string& keys = "");
  MadeEpub& remove(const std::string& file);       // from the archive; not from the manifest
  MadeEpub& chapter(const std::string& body);      // at the chapter's end
  MadeEpub& style(const std::string& css);         // at the style sheet's end
  MadeEpub& metadata(const std::string& element);  // one more
  std::string bytes() const { return zip.bytes(); }
};

// Pictures that are a header alone.
std::string made_jpeg(unsigned width, unsigned height, unsigned colours = 3);
std::string made_png(unsigned width, unsigned height, unsigned colour_type = 2, const std::string& chunks = "");
std::string png_chunk(const std::string& name, const std::string& bytes);
std::string made_gif(unsigned frames);

// All rules as errors, with limits near a store's.
OutletRules all_epub_rules();
std::vector<Finding> findings_of(const MadeEpub& epub);
// Those of one rule, a line for each: "EPUB/chapter.xhtml:12: <form>". The book must break no other rule.
std::string only(const MadeEpub& epub, EpubRule rule);
// The same, whatever else it breaks.
std::string found(const MadeEpub& epub, EpubRule rule);
// The error that the file ends in, without its name; "no error".
std::string refusal(const std::string& bytes);

}  // namespace nbpublish::testing
