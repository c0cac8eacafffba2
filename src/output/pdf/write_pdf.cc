#include "output/pdf/write_pdf.h"

#include <algorithm>
#include <atomic>
#include <vector>

#include "output/pdf/check_volume.h"
#include "output/pdf/draw_part.h"
#include "output/pdf/join_parts.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

using Drawn = std::vector<Result<std::string>>;

Result<std::string> finished_part(const PagedPart& part, const DrawingSettings& settings, const FontFaces& faces,
                                  const PdfOptions& options) {
  NBP_TRY_ASSIGN(std::string drawn, draw_part(part, settings, faces));
  if (!is_for_print(options.standard)) return drawn;
  return ink_part(drawn, PrintInk(options.in_colour ? Ink::Process : Ink::Gray), part.key, options.inked);
}

// Takes parts until none is left, with one set of faces for all of them.
void draw_parts_of_one_thread(const PagedVolume& volume, const FontLibrary& fonts, const DrawingSettings& settings,
                              const PdfOptions& options, std::atomic<std::size_t>& next, Drawn& drawn) {
  const auto faces = FontFaces::open(fonts);
  for (std::size_t i = next++; i < drawn.size(); i = next++) {
    drawn[i] = faces ? finished_part(volume.parts[i], settings, **faces, options) : std::unexpected(faces.error());
  }
}

Result<std::vector<std::string>> draw_parts(const PagedVolume& volume, const FontLibrary& fonts, const PdfOptions& options) {
  const DrawingSettings settings{volume, options.theme, used_glyphs(volume, fonts.size()), !is_for_print(options.standard)};
  Drawn drawn(volume.parts.size());
  std::atomic<std::size_t> next = 0;
  const std::size_t workers = std::min<std::size_t>(std::max(options.jobs, 1u), drawn.size());
  parallel_for(options.jobs, workers, [&](std::size_t) { draw_parts_of_one_thread(volume, fonts, settings, options, next, drawn); });
  std::vector<std::string> result;
  for (Result<std::string>& part : drawn) {
    NBP_TRY_ASSIGN(std::string bytes, std::move(part));
    result.push_back(std::move(bytes));
  }
  return result;
}

}  // namespace

Result<std::string> write_pdf(const PagedVolume& volume, const FontLibrary& fonts, const PdfOptions& options) {
  NBP_TRY(check_volume(volume));
  NBP_TRY_ASSIGN(const std::vector<std::string> drawn, draw_parts(volume, fonts, options));
  return join_parts(volume, drawn, options);
}

}  // namespace nbpublish
