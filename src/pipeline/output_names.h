// What the files of a volume are called.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "book/book.h"
#include "book/edition.h"

namespace nbpublish {

// "-part-2" of a volume that is printed as several books; nothing of one.
std::string part_suffix(std::size_t index, std::size_t books);
// volume-1-print-part-2.pdf
std::string pdf_name(const Volume& volume, const Edition& edition, std::string_view part);
// volume-1-cover-kdp.pdf; of an edition with another name than "print", volume-1-NAME-cover-kdp.pdf.
std::string wrap_name(const Volume& volume, const Edition& edition, std::string_view outlet, std::string_view part);
// The e-book's cover as a picture; `file` is what the ebook calls it.
std::string cover_picture_name(const Volume& volume, const std::string& file);
std::string epub_name(const Volume& volume, bool is_sample);
std::string onix_name(const Volume& volume);

}  // namespace nbpublish
