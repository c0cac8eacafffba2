#include "output/pdf/picture_objects.h"

#include <fmt/format.h>

#include <exception>
#include <qpdf/QPDF.hh>

#include "output/pdf/ink_objects.h"
#include "output/pdf/object_taker.h"
#include "output/pdf/picture_surface.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

bool is_one(Handle number) { return !number.isNumber() || number.getNumericValue() == 1; }

// Only pictures bring transparency; a page of text alone is better off without a group.
bool may_be_transparent(Handle resources) {
  for (const char* kind : {"/XObject", "/Pattern"})
    if (Handle entries = resources.getKey(kind); entries.isDictionary() && !entries.getKeys().empty()) return true;
  Handle states = resources.getKey("/ExtGState");
  if (!states.isDictionary()) return false;
  for (const std::string& name : states.getKeys()) {
    Handle state = states.getKey(name);
    if (!is_one(state.getKey("/CA")) || !is_one(state.getKey("/ca")) || state.hasKey("/SMask")) return true;
  }
  return false;
}

Error named(Error error, const PagedPart& part, const std::string& page) {
  error.message = fmt::format("{}, page {}: {}", part.key, page, error.message);
  return error;
}

// Draws the pictures that are not in the index yet.
Status draw_pictures(const PagedPart& part, const Page& page, PictureSurface& surface, PictureForms& out) {
  for (const FrameItem& item : page.items) {
    const auto* placed = std::get_if<PlacedPicture>(&item.content);
    if (placed == nullptr || !out.index.emplace(key_of(*placed), static_cast<std::uint32_t>(out.index.size())).second) continue;
    if (Status drawn = surface.draw(*placed); !drawn) return std::unexpected(named(std::move(drawn.error()), part, page.label));
  }
  return {};
}

Status take_forms(const std::string& drawn, std::optional<Ink> ink, PictureForms& out) {
  try {
    QPDF file;
    file.processMemoryFile("pictures", drawn.data(), drawn.size());
    const std::vector<Handle> pages = file.getAllPages();
    if (ink) ink_objects(file, PrintInk(*ink));
    ObjectTaker taker(out.objects);
    for (Handle page : pages) {
      const bool shows_through = may_be_transparent(page.getKey("/Resources"));
      out.pictures.push_back({taker.form_of(page), shows_through});
    }
    return {};
  } catch (const std::exception& error) {
    return fail(ErrorKind::Internal, std::string("drawn pictures cannot be taken over: ") + error.what());
  }
}

}  // namespace

Result<PictureForms> picture_forms(const PagedPart& part, std::optional<Ink> ink) {
  PictureForms out;
  std::optional<PictureSurface> surface;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items)
      if (std::holds_alternative<PlacedPicture>(item.content) && !surface) surface.emplace();
  if (!surface) return out;
  for (const Page& page : part.pages) NBP_TRY(draw_pictures(part, page, *surface, out));
  NBP_TRY_ASSIGN(const std::string drawn, surface->finish());
  NBP_TRY(take_forms(drawn, ink, out));
  return out;
}

}  // namespace nbpublish
