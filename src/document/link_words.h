// LinkWords: what the links of a chapter say of the places they lead to.
#pragma once

#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

class ChapterLookup;  // document/chapter_lookup.h
struct ChapterAddress;

class LinkWords {
 public:
  // Borrows both. The document's captions must have their numbers; its names are taken as they are now.
  LinkWords(const Document& document, const ChapterLookup& lookup);

  // The words of a link that has none: its target's name. `outside` is the chapter it leads to if that is in another volume,
  // which is said then: "Figure 31.2 (Volume IV, Production)". Null for one in this volume, and for other addresses.
  void append_name(Link& link, const ChapterAddress* outside, SourceSpan span) const;

  // Behind the words of a link to a place that they cannot lead to: "(Figure 31.2 in Volume IV, Production)".
  void append_far_place(Link& link, const ChapterAddress& outside, SourceSpan span) const;

 private:
  std::string name_of(const InternalTarget& place) const;

  const Document& document_;
  const ChapterLookup& lookup_;
  const std::map<std::string, std::string> names_;  // names_of() the document
};

}  // namespace nbpublish
