// A volume's texts resolved: links find their targets, captions their numbers, the index its entries.
#pragma once

#include "diag/diagnostic.h"
#include "pipeline/book_texts.h"
#include "pipeline/loaded_volume.h"
#include "pipeline/number_places.h"

namespace nbpublish {

// Front and back matter is the same in every volume, but its links are not; complaints about it are told once, `is_first`.
LoadedVolume resolve_volume(const Volume& volume, bool is_first, const BookTexts& texts, const BookPlaceNames& names,
                            const Loading& loading, DiagnosticSink& diagnostics);

}  // namespace nbpublish
