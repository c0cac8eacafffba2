// What the file says about itself: Info, XMP and the catalogue's entries, in agreement.
#pragma once

#include <string>

#include "frame/frame.h"
#include "output/pdf/pdf_options.h"

namespace nbpublish {

// The entries of the dictionary Info.
std::string info_entries(const VolumeInfo& info, const PdfOptions& options);
// The XMP packet as a stream that whoever knows no PDF can read.
std::string metadata_stream(const std::string& packet);

// The XMP packet (ISO 16684-1) with what is known of the volume.
std::string xmp_packet(const VolumeInfo& info, const PdfOptions& options);

// "Title: Subtitle", as windows and catalogues show it.
std::string full_title(const VolumeInfo& info);

// 2024-01-02T03:04:05Z of a time in seconds since 1970.
std::string iso_time(std::int64_t timestamp);

}  // namespace nbpublish
