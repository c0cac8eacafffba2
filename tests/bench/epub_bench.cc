// What packaging an EPUB costs, by stage, from resolved documents and known pages: CPU seconds of this process, on one thread, and the
// memory that the run reached before and after. `epub_bench BOOK [VOLUME]`
#include <fmt/format.h>
#include <sys/resource.h>

#include "bench/measure.h"
#include "book/manifest.h"
#include "output/epub/container.h"
#include "output/epub/cover.h"
#include "output/epub/embedded_faces.h"
#include "pipeline/pages_of_print.h"
#include "style/read_style.h"
#include "support/epub_archive.h"
#include "support/loaded_book.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::set<char32_t> characters_of(const std::vector<ArchivedFile>& files) {
  std::set<char32_t> characters;
  for (const ArchivedFile& file : files)
    if (file.path.ends_with(".xhtml")) collect_characters(file.bytes, characters);
  return characters;
}

int run(const std::filesystem::path& root, const std::vector<std::string>& volumes) {
  LoadedBook read(root, volumes);
  const VolumeBuild& build = read.build;
  DiagnosticSink& sink = read.sink;
  const Style style = project_style("six-by-nine");
  EpubInput input = build.epub_input(value_or_throw(read_style_file(read.files, style, "epub.css")), 0);
  const double before = peak_megabytes();

  // Packed once before the layout, whose memory is not packaging's.
  std::string epub = value_or_throw(write_epub(input, project_fonts(), sink)).epub;
  const double after = peak_megabytes();
  Execution execution;
  execution.jobs = 1;
  const PrintedPages pages =
      printed_pages(build, value_or_throw(layout_volume(build.layout_input(style, project_fonts(), execution), sink)));
  input.pages = &pages;
  const double whole = least([&] { epub = value_or_throw(write_epub(input, project_fonts(), sink)).epub; });

  const std::vector<ArchivedFile> packed = read_archive(epub);
  const double cover = least([&] { value_or_throw(make_cover(input, project_fonts(), sink)); });
  const std::set<char32_t> characters = characters_of(packed);
  const std::vector<FontId> faces = embedded_faces(project_fonts());
  const double fonts = least([&] { value_or_throw(subset_fonts(project_fonts(), faces, characters)); });
  std::vector<ContainerFile> content;
  for (const ArchivedFile& file : packed)
    if (file.path.starts_with("EPUB/")) content.push_back({file.path, file.bytes});
  const double zip = least([&] { value_or_throw(write_container(content, 0)); });

  fmt::print("{}: {} texts, {} files, {} bytes\n", read.volume->key, build.texts.documents().size(), packed.size(), epub.size());
  print("content documents, lists, package", whole - cover - fonts - zip, whole);
  print("fonts cut down", fonts, whole);
  print("cover", cover, whole);
  print("container", zip, whole);
  print("packaging", whole, whole);
  fmt::print("memory: {:.0f} MB with the documents, {:.0f} MB after packaging\n", before, after);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "usage: epub_bench BOOK [VOLUME]\n"), 2;
  try {
    return run(argv[1], argc > 2 ? std::vector<std::string>{argv[2]} : std::vector<std::string>{});
  } catch (const std::exception& e) {
    return fmt::print(stderr, "{}\n", e.what()), 1;
  }
}
