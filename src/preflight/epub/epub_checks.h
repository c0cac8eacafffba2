// The checks of what only the whole book shows, one file for each subject. Which rules hold is the outlet's.
#pragma once

#include "preflight/epub/epub_book.h"
#include "preflight/epub/epub_rule.h"
#include "preflight/rules/finding.h"

namespace nbpublish {

void check_files(const EpubBook& book, std::size_t file_bytes,
                 Findings& findings);  // size, count, names, files outside the manifest
void check_metadata(const EpubBook& book,
                    Findings& findings);  // version, identifiers, title, language, date, layout
void check_accessibility(const EpubBook& book,
                         Findings& findings);                   // metadata of schema.org and EPUB Accessibility 1.1
void check_manifest(const EpubBook& book, Findings& findings);  // items, their files and types
void check_spine(const EpubBook& book, Findings& findings);
void check_navigation(const EpubBook& book,
                      Findings& findings);  // whether there is a navigation document, and an NCX
void check_cover(const EpubBook& book, Findings& findings);
void check_links(const EpubBook& book, Findings& findings);  // links, and everything that is loaded

// The picture that is the book's cover; null: none.
const ManifestItem* cover_of(const Package& package);
// Of EPUB 3.3, section 3.2, and the NCX.
bool is_core_media_type(std::string_view media_type);
bool is_content_type(std::string_view media_type);  // XHTML, SVG

}  // namespace nbpublish
