// LoadedVolume: what owns the texts of a volume, resolved.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/book.h"
#include "book/volume_texts.h"
#include "document/document.h"
#include "document/index.h"
#include "document/name_index.h"
#include "pipeline/draw_fences.h"
#include "pipeline/packed_document.h"

namespace nbpublish {

// note [away]: of a set only the volume that is worked at has its documents; the others wait packed, so that memory does not grow with the
// number of volumes.
struct LoadedVolume {
  std::map<std::string, Document> chapters;  // by their keys
  std::map<MatterId, Document> matter;
  DiagramPictures diagrams;            // of all volumes that were read
  BookIndex index;                     // empty if nothing is marked
  std::vector<NamePlace> name_places;  // of the volume
  NameIndexes names;                   // those that the manifest asks for
  std::vector<std::string> unread;     // files of chapters and matter that could not be read: their documents are empty

  // Leaves of its documents what they say of themselves: their files, keys, titles and front matter. See note [away].
  void put_away();
  // Undoes it.
  void take_out();

  // Refers to all of them. Planned topics are empty in an early-access build and left out of any other.
  VolumeTexts texts(const Book& book, const Volume& volume, bool early_access) const;

 private:
  std::vector<PackedDocument> packed_;  // of the chapters, then of the matter
  bool is_away_ = false;
};

}  // namespace nbpublish
