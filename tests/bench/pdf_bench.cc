// What drawing and joining cost: a volume of 1,000 pages as layout would give it, timed stage by stage.
// Ratios between the stages of one run count, not the seconds. `pdf_bench [screen.pdf] [jobs] [print.pdf]`
#include <fmt/format.h>

#include <chrono>
#include <fstream>

#include "bench/measure.h"
#include "output/pdf/join_parts.h"
#include "output/pdf/linearize.h"
#include "output/pdf/part_store.h"
#include "output/pdf/sealed_bytes.h"
#include "output/pdf/write_pdf.h"
#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

constexpr int kParts = 46, kPagesPerPart = 22, kLines = 38, kLinesPerParagraph = 5;

// A line of prose with a piece of code and emphasis in it every third line: three to five runs.
void add_line(Page& page, PagedPart& part, TagId paragraph, std::vector<TagId>& leaves, int line, int seed) {
  const Length y = Length::pt(60 + 14 * line);
  Length x = 54_pt;
  const auto add = [&](std::string_view family, bool italic, std::size_t leaf, std::string text) {
    const FontId font = project_fonts().find(family, 400, italic);
    if (leaves.size() <= leaf) leaves.push_back(part.tags.add(paragraph, TagRole::Span));
    GlyphRun run = text_run(font, 10_pt, {x, y}, text);
    x += run.width;
    page.items.push_back({leaves[leaf], 1, 0, 0, std::move(run)});
  };
  add("Source Serif 4", false, 0, "The kernel hands the loop what is ready, and once ");
  if (line % 3 == 0) {
    add("JetBrains Mono", false, 1, fmt::format("read({})", seed % 97));
    add("Source Serif 4", true, 2, " and again ");
  }
  add("Source Serif 4", false, leaves.size() > 1 ? 3 : 0, "more, with buffers of the pool, ");
}

void add_listing(Page& page, PagedPart& part) {
  const TagId code = part.tags.add(kRootTag, TagRole::Code);
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{54_pt, 400_pt, 324_pt, 120_pt}, ColourRole::CodeGround}});
  const FontId mono = project_fonts().find("JetBrains Mono", 400, false), bold = project_fonts().find("JetBrains Mono", 700, false);
  for (int i = 0; i < 10; ++i) {
    const Length y = Length::pt(410 + 11 * i);
    page.items.push_back({code, 2, 0, 0, text_run(bold, 8_pt, {60_pt, y}, "const ", ColourRole::Keyword)});
    page.items.push_back({code, 2, 0, 0, text_run(mono, 8_pt, {90_pt, y}, "value = ")});
    page.items.push_back({code, 2, 0, 0, text_run(mono, 8_pt, {130_pt, y}, "'string'", ColourRole::String)});
    page.items.push_back({code, 2, 0, 0, text_run(mono, 8_pt, {180_pt, y}, " + 42;\n", ColourRole::Number)});
  }
}

Page make_page(PagedPart& part, int number) {
  Page page;
  page.label = std::to_string(number);
  page.destinations.push_back({"dest-" + page.label, {54_pt, 60_pt}});
  const bool listing = number % 2 == 0;
  const int lines = listing ? 22 : kLines;
  for (int line = 0; line < lines;) {
    const TagId paragraph = part.tags.add(kRootTag, TagRole::P);
    std::vector<TagId> leaves;
    for (int i = 0; i < kLinesPerParagraph && line < lines; ++i, ++line) add_line(page, part, paragraph, leaves, line, number);
  }
  if (listing) add_listing(page, part);
  const TagId link = part.tags.add(kRootTag, TagRole::Link);
  page.items.push_back({link, 3, 0, 0, text_run(0, 10_pt, {54_pt, 610_pt}, "see this", ColourRole::Link)});
  page.links.push_back({{54_pt, 600_pt, 40_pt, 12_pt}, InternalTarget{"dest-1", ""}, link, "see this"});
  const FontId sans = project_fonts().find("Inter", 400, false);
  page.furniture.push_back({kArtifact, 0, 0, 0, text_run(sans, 7.5_pt, {54_pt, 36_pt}, "9.3 Title of the chapter")});
  page.furniture.push_back({kArtifact, 0, 0, 0, text_run(sans, 7.5_pt, {360_pt, 36_pt}, page.label)});
  return page;
}

PagedVolume make_volume() {
  PagedVolume volume;
  volume.info.title = "Bench";
  volume.info.language = "en-US";
  volume.trim = {432_pt, 648_pt};
  int number = 0;
  for (int i = 0; i < kParts; ++i) {
    PagedPart part;
    part.key = fmt::format("part-{}", i);
    part.outline.push_back({2, part.key, fmt::format("dest-{}", number + 1)});
    for (int p = 0; p < kPagesPerPart; ++p) part.pages.push_back(make_page(part, ++number));
    volume.parts.push_back(std::move(part));
  }
  return volume;
}

template <class F>
auto timed(const char* what, F&& work) {
  const double start = cpu_seconds();
  auto result = work();
  const double seconds = cpu_seconds() - start;
  fmt::print("{:<14}{:8.3f} CPU-s {:8.3f} ms/page\n", what, seconds, seconds * 1000 / (kParts * kPagesPerPart));
  return result;
}

std::size_t size_of(const std::vector<std::string>& parts) {
  std::size_t size = 0;
  for (const std::string& part : parts) size += part.size();
  return size;
}

// Seals, keeps, joins: what each costs, and whether the stages give what write_pdf gives.
void measure(const PagedVolume& volume, PdfStandard standard, unsigned jobs, const char* out) {
  PdfOptions options;
  options.theme = test_theme();
  options.standard = standard;
  options.jobs = jobs;
  fmt::print("{}\n", is_for_print(standard) ? "print" : "screen");
  const GlyphTables tables(project_fonts());
  timed("tables", [&] {
    for (std::size_t font = 0; font < project_fonts().size(); ++font) static_cast<void>(tables.of(static_cast<FontId>(font)));
    return 0;
  });
  const SealSettings settings(options, volume);
  const PartPlaces places = timed("places", [&] { return places_of(volume.parts).value(); });
  SealedVolume sealed{volume.info, settings.sheets, {}, {}, places.behind};
  const std::size_t count = volume.parts.size();
  sealed.parts = timed("seal", [&] {
    SealedParts parts;
    for (std::size_t i = 0; i < count; ++i)
      parts.push_back(std::make_shared<const SealedPart>(seal_part(volume.parts[i], places.parts[i], settings, tables).value()));
    return parts;
  });
  sealed.furniture = timed("furniture", [&] {
    std::vector<SealedFurniture> parts;
    for (std::size_t i = 0; i < count; ++i) parts.push_back(seal_furniture(volume.parts[i], settings, tables));
    return parts;
  });
  timed("keys", [&] {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += seal_key(volume.parts[i], places.parts[i], settings, project_fonts());
    return all;
  });
  const auto kept = timed("keep", [&] {
    std::vector<std::string> bytes;
    for (const auto& part : sealed.parts) bytes.push_back(encode(*part));
    return bytes;
  });
  sealed.parts = timed("find", [&] {
    SealedParts parts;
    for (const std::string& bytes : kept) parts.push_back(std::make_shared<const SealedPart>(decode<SealedPart>(bytes).value()));
    return parts;
  });
  const auto joined = timed("join", [&] { return join_parts(sealed, tables, options).value(); });
  if (!is_for_print(standard)) timed("linearize", [&] { return linearized(joined, count).value(); });
  const auto whole = timed("write_pdf", [&] { return write_pdf(volume, project_fonts(), options).value(); });
  fmt::print("parts {} bytes, joined {} bytes, equal: {}\n", size_of(kept), joined.size(), joined == whole);
  if (out != nullptr) std::ofstream(out, std::ios::binary) << whole;
}

}  // namespace

int main(int argc, char** argv) {
  const PagedVolume volume = make_volume();
  const unsigned jobs = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
  measure(volume, PdfStandard::Accessible, jobs, argc > 1 ? argv[1] : nullptr);
  measure(volume, PdfStandard::X1a2001, jobs, argc > 3 ? argv[3] : nullptr);
}
