// EpubInput: the texts of an ebook, and what it is made with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "book/volume_texts.h"
#include "document/printed_pages.h"
#include "figure/picture_maker.h"
#include "figure/picture_table.h"
#include "output/epub/pack_store.h"

namespace nbpublish {

// A volume that is a part of an omnibus, and the first of its topics.
struct EpubPart {
  const Volume* volume = nullptr;
  std::size_t first_topic = 0;
};
struct EpubInput {
  VolumeTexts texts;
  std::vector<EpubPart> parts;  // of an omnibus; empty for a volume
  PictureTable pictures;
  PictureMaker* maker = &pictures_here();  // converts them
  std::string stylesheet;                  // bytes of styles/<style>/epub.css
  std::int64_t timestamp = 0;              // dcterms:modified, seconds since 1970, UTC
  bool embed_fonts = true;                 // else readers choose among the families that the stylesheet names
  const PrintedPages* pages = nullptr;     // of the print edition; null: none
  int map_least = 3;                       // an opener of so many sections lists them; 0: none says its sections, or what it needs
  bool is_sample = false;                  // the beginning alone: see sample.h
  PackStore* store = nullptr;              // of what was packed or drawn before; null: nothing is kept
  unsigned jobs = 1;                       // threads that pack
};

}  // namespace nbpublish
