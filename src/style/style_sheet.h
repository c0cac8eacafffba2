// The ebook's style sheet as a book brings it: it may change how the ebook looks, and load nothing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"
#include "style/style.h"

namespace nbpublish {

// The epub.css of the style, or of the one it extends, without what it may not say. `book` is the folder of the book that may
// bring it. An Input error if there is none or it is not to be read, an Environment error if the machine cannot.
Result<std::string> read_style_sheet(const FileSystem& files, const Style& style, const std::filesystem::path& book,
                                     DiagnosticSink& diagnostics);

// The sheet without the statements that would load something: @import, and declarations with an address (url(...), src(...),
// image(...), image-set(...)) that is not a fragment of the page itself. Only style.toml and epub.css of a style's folder reach
// the ebook, so no address leads to anything in it. Each is a `style-sheet` error at its place in `file`. Bytes that are
// not UTF-8 are told and replaced. Tokens are told apart as CSS Syntax 3, section 4, does, escapes among them; time is linear.
std::string without_loading(std::string_view css, const std::string& file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
