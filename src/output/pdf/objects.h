// Making PDF objects with qpdf: the few shapes that are needed again and again.
#pragma once

#include <initializer_list>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"

class Buffer;

namespace nbpublish {

QPDFObjectHandle pdf_dictionary(std::initializer_list<std::pair<const char*, QPDFObjectHandle>> entries);
QPDFObjectHandle pdf_name_object(std::string_view name);  // without its slash
// A text string (PDFDocEncoding or UTF-16) from UTF-8.
QPDFObjectHandle pdf_text(const std::string& utf8);
// A number of points with up to three decimals.
QPDFObjectHandle pdf_number(Length length);
// [x0 y0 x1 y1] with y upward on a page of this height.
QPDFObjectHandle pdf_rectangle(const Rect& rect, Length page_height);

// Valid as long as the buffer.
std::string_view bytes_of(const Buffer& buffer);

// A stream whose `data` is already encoded as the dictionary's Filter and DecodeParms say.
QPDFObjectHandle make_stream(QPDF& file, QPDFObjectHandle dictionary, const std::shared_ptr<Buffer>& data);

// A name tree or number tree with leaves of bounded size; `entries` in ascending order of their keys.
QPDFObjectHandle name_tree(QPDF& file, const std::vector<std::pair<std::string, QPDFObjectHandle>>& entries);
QPDFObjectHandle number_tree(QPDF& file, const std::vector<std::pair<long long, QPDFObjectHandle>>& entries);

}  // namespace nbpublish
