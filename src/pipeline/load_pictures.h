// The pictures that documents name, read once.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "figure/picture_maker.h"
#include "figure/picture_table.h"
#include "platform/file_system.h"

namespace nbpublish {

struct PictureReading {
  PictureTable known{};  // those that are there already
  PictureMaker* maker = &pictures_here();
  unsigned jobs = 1;
  Status* refusal = nullptr;  // where the machine refuses to read a picture, it becomes that error, if it is none yet
};

// By path relative to the book's folder. A picture that is missing, leaves the folder or cannot be read is a diagnostic
// at the first place that names it and null in the table.
PictureTable load_pictures(const Book& book, const std::vector<const Document*>& documents, const FileSystem& files,
                           DiagnosticSink& diagnostics, PictureReading reading = {});

// Adds the cover picture of the volume or the set, if it names one.
void load_cover(const Book& book, const Volume& volume, const FileSystem& files, PictureTable& pictures, DiagnosticSink& diagnostics,
                PictureMaker& maker = pictures_here(), Status* refusal = nullptr);

}  // namespace nbpublish
