// What a picture is called in a table of pictures.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// The key of `source` (as written in the text in `file`): its path from the book's folder, '/' separated. "/x" is seen from the
// book's folder, all else from the text's; `..` is resolved. Never begins with "/"; one that leads out of the book begins with "..".
std::string picture_key(std::string_view file, std::string_view source);

}  // namespace nbpublish
