// ISBN barcodes: EAN-13 with an add-on of five digits (ISO/IEC 15420).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cover/cover_sheet.h"

namespace nbpublish {

// Modules from left to right, true = bar. `digits` must have the right number of them, the last of 13 being the check digit.
using BarModules = std::vector<bool>;
BarModules ean13_modules(std::string_view digits);  // 95
BarModules ean5_modules(std::string_view digits);   // 47

struct IsbnBarcode {
  std::string digits;   // 13
  std::string printed;  // "978-0-306-40615-7", set above the bars
  std::string add_on;   // five digits; empty: none
};

// Draws a white panel with the barcode in black, as large as it goes, up to 100 %. False, and only the panel, if it would be
// smaller than 80 %, the least that shops' readers must read.
bool draw_isbn_barcode(CoverSheet& sheet, const Rect& panel, const IsbnBarcode& barcode);

}  // namespace nbpublish
