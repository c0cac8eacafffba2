// The floor: the least that any program must do to make a tagged PDF for screens of a book's text with the libraries that nbpublish
// uses, one thing after the other and nothing twice: pandoc's trees in, hyphenation, shaping, lines, Cairo, qpdf. No page is looked at
// before it is drawn, no table is set, and nothing is said about mistakes. What nbpublish takes is told as a multiple of this.
// `floor_bench [--json] OUT.pdf AST.json...`, each AST what `pandoc -f gfm -t json` makes of some chapters.
#include <fmt/format.h>

#include <fstream>
#include <span>
#include <string_view>

#include "bench/floor/blocks.h"
#include "bench/floor/drawing.h"
#include "bench/floor/screen_pass.h"
#include "bench/floor/stages.h"
#include "support/places.h"

using namespace nbpublish::floor_program;

namespace {

constexpr const char* kPatterns = "/usr/share/hyphen/hyph_en_US.dic";
constexpr double kTextSize = 9.5, kCodeSize = 7.75, kHeadingSize = 13;

std::string font(std::string_view file) { return nbpublish::testing::source_path("fonts/files") / file; }

void shape_listing(const std::string& text, const Face& face, SetBlock& into) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    into.code.push_back(text.substr(begin, end - begin));
    into.runs.push_back(face.shape(into.code.back()));
    begin = end + 1;
  }
}

void print_stages(const Stages& stages, int pages, std::size_t bytes, bool as_json) {
  if (!as_json) {
    for (const auto& [name, seconds] : stages.all()) nbpublish::testing::print(name, seconds, stages.whole());
    nbpublish::testing::print(fmt::format("the floor but for pandoc, {} pages, {} bytes", pages, bytes), stages.whole(), stages.whole());
    return;
  }
  std::string list;
  for (const auto& [name, seconds] : stages.all()) list += fmt::format("{}\"{}\": {:.4f}", list.empty() ? "" : ", ", name, seconds);
  fmt::print("{{\"stages\": {{{}}}, \"cpu\": {:.4f}, \"pages\": {}, \"bytes\": {}}}\n", list, stages.whole(), pages, bytes);
}

int run(const std::string& out, std::span<char*> asts, bool as_json) {
  Stages stages;
  std::vector<TextBlock> texts;
  for (const char* ast : asts) read_blocks(ast, texts);
  stages.done("trees read");

  const Face text(font("SourceSerif4_400Regular.ttf"), kTextSize), code(font("JetBrainsMono-Regular.ttf"), kCodeSize),
      heading(font("Inter-SemiBold.otf"), kHeadingSize);
  stages.done("faces opened");

  Words words;
  std::vector<std::vector<int>> numbers(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].kind == BlockKind::Paragraph) numbers[i] = words.numbers_of(texts[i].text);
  stages.done("words parted");
  words.hyphenate(kPatterns);
  stages.done("words divided");
  words.shape(text);
  stages.done("words shaped");

  std::vector<SetBlock> blocks(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    blocks[i].kind = texts[i].kind;
    if (texts[i].kind == BlockKind::Heading) blocks[i].text = texts[i].text;
    if (texts[i].kind == BlockKind::Listing) shape_listing(texts[i].text, code, blocks[i]);
  }
  stages.done("code shaped");
  LineMaker maker(words, text, kMeasure);
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!numbers[i].empty()) blocks[i].lines = maker.lines(numbers[i]);
  stages.done("lines broken");

  const DrawnPages drawn = draw(blocks, words, {text, code, heading});
  stages.done("pages drawn");
  const std::string pdf = finish_for_screens(drawn.pdf);
  std::ofstream(out, std::ios::binary) << pdf;
  stages.done("PDF finished");
  print_stages(stages, drawn.pages, pdf.size(), as_json);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::span<char*> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
  const bool as_json = !arguments.empty() && std::string_view(arguments[0]) == "--json";
  if (as_json) arguments = arguments.subspan(1);
  if (arguments.size() < 2) return fmt::print(stderr, "usage: floor_bench [--json] OUT.pdf AST.json...\n"), 2;
  try {
    return run(arguments[0], arguments.subspan(1), as_json);
  } catch (const std::exception& e) {
    return fmt::print(stderr, "{}\n", e.what()), 1;
  }
}
