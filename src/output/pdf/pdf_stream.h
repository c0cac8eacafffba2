// Streams of PDF (ISO 32000-1, 7.3.8), deflated.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// A stream's dictionary and data as they stand in a file behind "12 0 obj", up to "endstream". `entries` are those of its dictionary
// that are neither its length nor its filter, such as "/Type /ObjStm /N 3". The data is deflated where that makes it smaller.
std::string pdf_stream(std::string_view entries, std::string_view data);
// The same of data that is encoded already, as `entries` say, or is to be read by whoever knows no PDF.
std::string pdf_stream_as_is(std::string_view entries, std::string_view data);

// By the format of zlib.
std::string deflated(std::string_view data);

}  // namespace nbpublish
