// style.toml of a book, which may extend the style that comes with the program.
#include <filesystem>
#include <vector>

#include "fuzz/fuzz.h"
#include "platform/file_system.h"
#include "style/read_style.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

const std::string& installed_style() {
  static const std::string text = [] {
    const auto read = RealFileSystem().read_file(testing::source_path("styles/six-by-nine/style.toml"));
    must(read.has_value(), "the program's own style is there");
    return *read;
  }();
  return text;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  MemoryFileSystem disk;
  (void)disk.write_file("styles/six-by-nine/style.toml", installed_style());
  (void)disk.write_file("book/styles/own/style.toml", text);
  const std::vector<StyleFolder> folders = {{"book/styles", "styles", "book"}, {"styles", "installed"}};
  DiagnosticSink first, second;
  const bool is_read = read_style(disk, folders, "own", first).has_value();
  must(is_read == read_style(disk, folders, "own", second).has_value(), "read twice ends alike");
  must(told(first) == told(second), "read twice tells the same");
  must_be_inside(first, text);
  return 0;
}
