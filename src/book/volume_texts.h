// VolumeTexts: which texts a volume has, in their order. What layout, the ebook and the audit are given.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "document/document.h"
#include "document/documents_by_key.h"
#include "document/index.h"
#include "document/name_index.h"

namespace nbpublish {

struct ChapterText {
  const Chapter* chapter = nullptr;
  const Document* document = nullptr;  // null: planned; an ebook names it
};
struct TopicTexts {
  const Topic* topic = nullptr;
  std::vector<ChapterText> chapters;  // empty: planned, only in the contents of an early-access build
};

// One of the indexes at a volume's back: its part's key, its title, and what is in it.
struct VolumeIndex {
  std::string_view key, title;
  const BookIndex* entries = nullptr;
};

// Owns nothing: what it names must outlive it.
struct VolumeTexts {
  const Book* book = nullptr;
  const Volume* volume = nullptr;
  std::vector<TopicTexts> topics;
  std::map<MatterId, const Document*> matter;  // those that there are; in reading order
  const BookIndex* index = nullptr;            // the author's; null or empty: none
  const NameIndexes* names = nullptr;          // those made by machine; null: none
  bool early_access = false;                   // drafts are among them, and the book says so

  // Those that have entries, in their order.
  std::vector<VolumeIndex> indexes() const;
  // Chapters, then matter.
  std::vector<const Document*> documents() const;
  DocumentsByKey documents_by_key() const;
};

}  // namespace nbpublish
