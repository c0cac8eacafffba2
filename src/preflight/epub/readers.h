// The readers, one file for each kind of file in a book. What a file shows by itself they add to the findings
// at once; what depends on other files they keep in the book. All throw EpubRefused, see epub_limits.h.
#pragma once

#include "preflight/epub/epub_book.h"
#include "preflight/epub/epub_limits.h"
#include "preflight/epub/epub_rule.h"
#include "preflight/rules/finding.h"

namespace nbpublish {

struct XmlOutcome;

// What all of them write to.
struct Reading {
  EpubBook& book;
  Findings& findings;
  MarkBudget& marks;

  // A reference of the file `from`.
  void refer(const std::string& from, Reference::Kind kind, std::string_view href, Spot spot);
  // Whether the file has been read as XML to its end; what keeps it from that is a finding.
  bool is_sound(const std::string& file, const XmlOutcome& outcome);
};

// mimetype, META-INF/container.xml, META-INF/encryption.xml. Returns the name of the package document.
std::string read_container(Reading& reading);
void read_package(Reading& reading, const std::string& file);
// XHTML and SVG: ids, references, and what stores refuse in them.
void read_content(Reading& reading, const std::string& file);
// The navigation document's lists, and the NCX.
void read_nav(Reading& reading, const std::string& file);
void read_ncx(Reading& reading, const std::string& file);
void read_style_sheet(Reading& reading, const std::string& file);
void read_picture(Reading& reading, const std::string& file);
void read_font(Reading& reading, const std::string& file);

// Declarations in `css`, which begins at `first` in `file`. `selector` is for those of a style attribute.
void read_css(Reading& reading, const std::string& file, std::string_view css, Spot first, std::string_view selector = {});

}  // namespace nbpublish
