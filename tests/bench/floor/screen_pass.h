// What Cairo's PDF lacks for screens, added with qpdf: PDF/UA-1 and PDF/A-2a as far as they ask for work on every page.
#pragma once

#include <string>

namespace nbpublish::floor_program {

// Marks what stands outside of all tags as an artifact, adds language, output intent and metadata, and writes object streams.
// Throws qpdf's exceptions.
std::string finish_for_screens(const std::string& pdf);

}  // namespace nbpublish::floor_program
