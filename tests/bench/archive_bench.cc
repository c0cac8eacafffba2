// What it costs to keep what was made: of each text of a volume and of its pages, the size of the encoding and the milliseconds that
// hashing, encoding and decoding take. `archive_bench BOOK [VOLUME]`.
#include <fmt/format.h>

#include "archive/archive.h"
#include "archive/roots.h"
#include "bench/measure.h"
#include "support/loaded_book.h"
#include "support/page_pictures.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

struct Cost {
  std::size_t bytes = 0;
  double hash = 0, encode = 0, decode = 0;

  Cost& operator+=(const Cost& other) {
    bytes += other.bytes;
    hash += other.hash;
    encode += other.encode;
    decode += other.decode;
    return *this;
  }
};

template <class T>
Cost cost_of(const T& value, const Decoding& with) {
  const std::string bytes = encode(value);
  if (!decode<T>(bytes, with)) throw std::runtime_error("it does not come back");
  return {bytes.size(), least([&] { (void)hash_of(value); }), least([&] { (void)encode(value); }),
          least([&] { (void)decode<T>(bytes, with); })};
}

std::string shown(const Cost& cost) {
  return fmt::format("{:8} KB {:7.2f} {:7.2f} {:7.2f}", (cost.bytes + 512) / 1024, cost.hash * 1e3, cost.encode * 1e3, cost.decode * 1e3);
}

void run(const std::filesystem::path& root, const std::vector<std::string>& volumes) {
  LoadedBook read(root, volumes);
  const VolumeBuild& build = read.build;
  const Style style = project_style();
  const PagedVolume volume = value_or_throw(layout_volume(build.layout_input(style, project_fonts(), Execution{}), read.sink));
  const DocumentsByKey documents = build.texts.documents_by_key();
  const Decoding with = with_pictures_of(volume);

  fmt::print("{:<44} {:>5}  {:>11} {:>7} {:>7} {:>7}  {:>11} {:>7} {:>7} {:>7}\n", "part", "pages", "document", "hash", "encode", "decode",
             "pages", "hash", "encode", "decode");
  Cost all_texts, all_pages;
  std::size_t pages = 0;
  for (const PagedPart& part : volume.parts) {
    const auto document = documents.find(part.key);
    const Cost text = document == documents.end() ? Cost{} : cost_of(*document->second, with), paged = cost_of(part, with);
    fmt::print("{:<44} {:5}  {}  {}\n", part.key, part.pages.size(), shown(text), shown(paged));
    all_texts += text;
    all_pages += paged;
    pages += part.pages.size();
  }
  fmt::print("{:<44} {:5}  {}  {}\n", "all", pages, shown(all_texts), shown(all_pages));
}

}  // namespace

int main(int count, char** arguments) {
  try {
    std::vector<std::string> volumes;
    if (count > 2) volumes.push_back(arguments[2]);
    run(count > 1 ? arguments[1] : "content", volumes);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
