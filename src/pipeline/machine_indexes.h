// The indexes that are made by machine, as the manifest asks for them.
#pragma once

#include <vector>

#include "book/book.h"
#include "pipeline/loaded_volume.h"

namespace nbpublish {

// Fills in the volume's names and their places, which get anchors in its texts. Nothing where the book asks for none.
void add_name_indexes(const Book& book, const Volume& volume, LoadedVolume& loaded);

// All volumes of the book are among `volumes`; `loaded` stand beside them. The last one's indexes of names become those of the whole set.
void collect_names_of_set(const Book& book, const std::vector<const Volume*>& volumes, std::vector<LoadedVolume>& loaded);

}  // namespace nbpublish
