// EpubInput: the texts of an ebook, and what it is made with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "book/book.h"
#include "document/document.h"
#include "document/index.h"
#include "document/printed_pages.h"
#include "figure/picture_maker.h"

namespace nbpublish {

struct EpubChapter {
  const Chapter* chapter = nullptr;
  const Document* document = nullptr;
};
struct EpubTopic {
  const Topic* topic = nullptr;
  std::vector<EpubChapter> chapters;
};
// A volume that is a part of an omnibus, and the first of its topics.
struct EpubPart {
  const Volume* volume = nullptr;
  std::size_t first_topic = 0;
};
struct EpubInput {
  const Book* book = nullptr;
  const Volume* volume = nullptr;
  std::vector<EpubTopic> topics;
  std::vector<EpubPart> parts;                    // of an omnibus; empty for a volume
  std::map<std::string, const Document*> matter;  // "dedication", "preface", "acknowledgments",
                                                  // "contributors", "appendix-1"…, "glossary", "about-author", "colophon"
  const BookIndex* index = nullptr;               // null or empty: none
  std::map<std::string, PicturePtr> pictures;     // by path relative to the book's folder ('/' separators),
                                                  // after resolving against the chapter's folder
  PictureMaker* maker = &pictures_here();         // converts them
  std::string stylesheet;                         // bytes of styles/<style>/epub.css
  std::int64_t timestamp = 0;                     // dcterms:modified, seconds since 1970, UTC
  bool early_access = false;
  bool embed_fonts = true;              // else readers choose among the families that the stylesheet names
  const PrintedPages* pages = nullptr;  // of the print edition; null: none
  bool is_sample = false;               // the beginning alone: see sample.h
};

}  // namespace nbpublish
