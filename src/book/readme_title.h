// The title of a book that has only a README.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// The text of the first H1 of a Markdown file ("# X", X underlined with "=", or <h1>X</h1>), without
// tags, emphasis, code marks and the addresses of links; empty if there is none. Fenced code is skipped.
std::string readme_title(std::string_view markdown);

}  // namespace nbpublish
