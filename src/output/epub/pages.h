// The content documents of the spine, one function per kind of section.
#pragma once

#include <string>
#include <vector>

#include "book/chapter_needs.h"
#include "output/epub/access.h"
#include "output/epub/images.h"
#include "output/epub/link_map.h"
#include "output/epub/page_marks.h"
#include "text/font_library.h"

namespace nbpublish {

std::string chapter_page(const Section& section, const Publication& publication, const LinkMap& links, const ChapterNeeds& needs,
                         ImageStore& images, PageList& pages);
std::string matter_page(const Section& section, const Publication& publication, const LinkMap& links, ImageStore& images, PageList& pages);
// "Chapter 9", its title, what it is about, and its chapters.
std::string topic_page(const Section& section, const Publication& publication, const LinkMap& links, PageList& pages);

// A volume of an omnibus: its number, titles and what it is about.
std::string part_page(const Section& section, const Publication& publication);

// An index: entries lead to chapters by their numbers, since an ebook has no pages.
std::string index_page(const Section& section, const Publication& publication, const LinkMap& links, PageList& pages);
// The navigation document: contents to the H2, lists of captions, pages, landmarks. To be written last: it lists the pages that
// the others have marked.
std::string navigation_document(const Publication& publication, const LinkMap& links, PageList& pages);

// Behind a sample's text: what it is a sample of, and where there is more.
std::string sample_end_page(const Section& section, const Publication& publication);

std::string cover_page(const Publication& publication, std::string_view image_file);
std::string title_page(const Publication& publication, PageList& pages);
// At most 12 lines, with links to the imprint and the accessibility page at the end of the book.
std::string copyright_page(const Publication& publication, PageList& pages);
// What a reader can expect who does not see the book, or not well.
std::string accessibility_page(const Publication& publication, const AccessFacts& facts);
// The whole copyright page; `fonts` names the embedded faces with their licences.
std::string imprint_page(const Publication& publication, const std::vector<FontEntry>& fonts);

}  // namespace nbpublish
