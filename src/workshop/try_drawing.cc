#include "workshop/try_drawing.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <string>

#include "figure/svg_largest_letters.h"
#include "figure/svg_view_box.h"
#include "figure/svg_xml.h"
#include "output/paint/picture.h"

namespace nbpublish {
namespace {

constexpr double kFallbackDpi = 300;  // as in output/pdf/picture_objects.cc
constexpr Length kSheet = Length::pt(612);
// White on each side of a picture: Cairo passes over what stands outside a surface, and so would not find out that letters there
// cannot be drawn, which on a page they may have to be. No page has more around a picture.
constexpr Length kAroundOnPage = Length::pt(1000), kAroundOfPixels = Length::pt(300);

using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

// Far below what FreeType cannot scale, which is 65,535 pixels at kFallbackDpi.
constexpr double kLargeLetters = 2000;  // pt

cairo_status_t forget(void*, const unsigned char*, unsigned) { return CAIRO_STATUS_SUCCESS; }

Status checked(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return fail(ErrorKind::Input, std::string("it cannot be drawn: ") + cairo_status_to_string(status));
}

Status paint(cairo_t* context, const PicturePtr& picture, const Rect& place, bool turned) {
  NBP_TRY(paint_picture(context, {picture, place, turned}));
  return checked(cairo_status(context));
}

// Whether letters can be so large, at that size, that a face may fail.
bool may_have_large_letters(const Picture& picture, Size printed) {
  if (picture.bytes.find("<text") == std::string::npos && picture.bytes.find(":text") == std::string::npos) return false;
  pugi::xml_document document;
  if (!parse_svg(document, picture.bytes)) return true;
  const pugi::xml_node svg = document.document_element();
  const auto box = view_box_size(svg);
  if (!box) return true;
  const double scale = std::max(printed.width.points() / box->width, printed.height.points() / box->height);
  return !(bound_of_letters(svg) * scale <= kLargeLetters);
}

}  // namespace

struct PageTrial::Surface {
  cairo_surface_t* pages = cairo_pdf_surface_create_for_stream(forget, nullptr, kSheet.points(), kSheet.points());

  Surface() { cairo_surface_set_fallback_resolution(pages, kFallbackDpi, kFallbackDpi); }
  ~Surface() { cairo_surface_destroy(pages); }
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

  Status draw(const PicturePtr& picture, const Rect& place, bool turned) {
    cairo_pdf_surface_set_size(pages, (place.width + kAroundOnPage * 2).points(), (place.height + kAroundOnPage * 2).points());
    const Context context(cairo_create(pages), cairo_destroy);
    NBP_TRY(paint(context.get(), picture, place, turned));
    cairo_show_page(context.get());  // only now Cairo looks at what it was given
    return checked(cairo_status(context.get()));
  }
};

PageTrial::PageTrial() : surface_(std::make_unique<Surface>()) {}
PageTrial::~PageTrial() = default;

Status PageTrial::draw(const PicturePtr& picture, const PictureUse& use) {
  const Size size = use.turned ? Size{use.printed.height, use.printed.width} : use.printed;
  const Rect place{kAroundOnPage, kAroundOnPage, size.width, size.height};
  Status drawn = surface_->draw(picture, place, use.turned);
  if (!drawn) surface_ = std::make_unique<Surface>();  // an error stays with a surface
  if (!drawn || !may_have_large_letters(*picture, use.printed)) return drawn;
  // A face that FreeType cannot scale so far is kept by Cairo and found broken when it is wanted again, by the next edition.
  // A surface that only notes what is drawn has the settings of text that a PDF has, and so the same faces.
  const cairo_rectangle_t sheet{0, 0, (size.width + kAroundOnPage * 2).points(), (size.height + kAroundOnPage * 2).points()};
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> notes(
      cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &sheet), cairo_surface_destroy);
  const Context context(cairo_create(notes.get()), cairo_destroy);
  return paint(context.get(), picture, place, use.turned);
}

Status try_as_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height) {
  constexpr auto around = static_cast<std::uint32_t>(kAroundOfPixels.points());
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width + 2 * around), static_cast<int>(height + 2 * around)),
      cairo_surface_destroy);
  const Context context(cairo_create(surface.get()), cairo_destroy);
  return paint(context.get(), picture, {kAroundOfPixels, kAroundOfPixels, Length::pt(width), Length::pt(height)}, false);
}

}  // namespace nbpublish
