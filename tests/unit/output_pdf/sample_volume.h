// A small volume with everything in it that a PDF must carry.
#pragma once

#include "frame/frame.h"
#include "output/pdf/write_pdf.h"
#include "support/pictures.h"
#include "support/simple_text.h"

namespace nbpublish::testing {

constexpr Size kTrim{Length::pt(432), Length::pt(648)};

// Two parts: "front" (pages i, ii blank) and "topic/one" (pages 1, 2) with a paragraph over the page break, a
// note between its halves, a list, a table with an empty cell, a figure, links within and across parts.
PagedVolume sample_volume();

PdfOptions test_options();

// The file of a volume that must be writable.
std::string written(const PagedVolume& volume, unsigned jobs = 1);
std::string written(const PagedVolume& volume, const PdfOptions& options);

// One line of text at 10 pt as an item of a tag.
FrameItem text_item(TagId tag, double x, double y, const std::string& text, std::string_view family = "Source Serif 4");

// One part, one page without anything.
PagedVolume plain_volume();
inline Page& only_page(PagedVolume& volume) { return volume.parts[0].pages[0]; }

}  // namespace nbpublish::testing
