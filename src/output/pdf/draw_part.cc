#include "output/pdf/draw_part.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <memory>

#include "frame/page_boxes.h"
#include "output/paint/painter.h"
#include "output/pdf/page_layers.h"
#include "output/pdf/whole_words.h"

// note [equal subsets]
// Cairo embeds of each face the glyphs that a surface used, and numbers them in the order of their use. So
// that the subsets of all parts come out as the same bytes, and the joined file holds each once, every
// surface first draws all glyphs that the volume uses of its faces, in one order and with one text each,
// on a page that is dropped.

namespace nbpublish {
namespace {

// For SVG filters and what else Cairo cannot write as vectors.
constexpr double kFallbackDpi = 300;

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

class PartSurface {
 public:
  PartSurface(const DrawingSettings& settings, const FontFaces& faces)
      : settings_(settings),
        faces_(faces),
        surface_(
            cairo_pdf_surface_create_for_stream(append, &bytes_, settings.volume.trim.width.points(), settings.volume.trim.height.points()),
            cairo_surface_destroy),
        context_(cairo_create(surface_.get()), cairo_destroy),
        painter_(context_.get(), faces, settings.theme) {
    cairo_surface_set_fallback_resolution(surface_.get(), kFallbackDpi, kFallbackDpi);
    // Otherwise Cairo asks the clock. The joined file has dates of its own.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  }
  PartSurface(const PartSurface&) = delete;
  PartSurface& operator=(const PartSurface&) = delete;

  void draw_glyphs(const std::vector<FontId>& fonts) {
    for (const FontId font : fonts) draw_all_glyphs(font);
    cairo_show_page(context_.get());
  }

  Status draw_layer(const Page& page, Layer layer) {
    const Rect sheet = page_boxes(settings_.volume, page).media;
    cairo_pdf_surface_set_size(surface_.get(), sheet.width.points(), sheet.height.points());
    cairo_identity_matrix(context_.get());
    cairo_translate(context_.get(), -sheet.x.points(), -sheet.y.points());
    switch (layer) {
      case Layer::Artifacts:
        NBP_TRY(draw_artifacts(page));
        break;
      case Layer::Furniture:
        NBP_TRY(draw_furniture(page));
        break;
      case Layer::Body:
        NBP_TRY(draw_body(page));
        break;
    }
    cairo_show_page(context_.get());
    return checked(cairo_status(context_.get()));
  }

  Result<std::string> finish() {
    cairo_surface_finish(surface_.get());
    NBP_TRY(checked(cairo_surface_status(surface_.get())));
    return std::move(bytes_);
  }

 private:
  static Status checked(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return fail(ErrorKind::Internal, std::string("Cairo: ") + cairo_status_to_string(status));
  }

  // In the middle of the page, since Cairo leaves out what stands outside it.
  void draw_all_glyphs(FontId font) {
    const double x = settings_.volume.trim.width.points() / 2, y = settings_.volume.trim.height.points() / 2;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    std::string text;
    for (const UsedGlyph& g : settings_.glyphs[font]) {
      glyphs.push_back({g.id, x, y});
      clusters.push_back({static_cast<int>(g.text.size()), 1});
      text += g.text;
    }
    cairo_save(context_.get());
    cairo_set_font_face(context_.get(), faces_.face(font));
    cairo_set_font_size(context_.get(), 10);
    cairo_show_text_glyphs(context_.get(), text.data(), static_cast<int>(text.size()), glyphs.data(), static_cast<int>(glyphs.size()),
                           clusters.data(), static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
    cairo_restore(context_.get());
  }

  Status draw_artifacts(const Page& page) {
    for (const FrameItem& item : page.items) {
      if (item.tag == kArtifact) NBP_TRY(painter_.paint(item));
    }
    return {};
  }

  Status draw_furniture(const Page& page) {
    for (const FrameItem& item : page.furniture) NBP_TRY(painter_.paint(item));
    return {};
  }

  // Flat leaves, whose tree is ours: Cairo only marks the content and counts (MCID).
  Status draw_body(const Page& page) {
    for (const MarkedRun& run : marked_runs(page)) {
      if (settings_.is_tagged) cairo_tag_begin(context_.get(), "Span", nullptr);
      NBP_TRY(draw_run(page, run));
      if (settings_.is_tagged) cairo_tag_end(context_.get(), "Span");
    }
    return {};
  }

  Status draw_run(const Page& page, const MarkedRun& run) {
    if (settings_.is_tagged && has_divided_words(page, run)) {
      for (const FrameItem& item : with_whole_words(page, run)) NBP_TRY(painter_.paint(item));
      return {};
    }
    for (std::size_t i = run.begin; i < run.end; ++i) {
      if (page.items[i].tag == run.tag) NBP_TRY(painter_.paint(page.items[i]));
    }
    return {};
  }

  const DrawingSettings& settings_;
  const FontFaces& faces_;
  std::string bytes_;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context_;
  Painter painter_;
};

Error named(Error error, const PagedPart& part, const std::string& page) {
  error.message = fmt::format("{}, page {}: {}", part.key, page, error.message);
  return error;
}

}  // namespace

Result<std::string> draw_part(const PagedPart& part, const DrawingSettings& settings, const FontFaces& faces) {
  PartSurface surface(settings, faces);
  bool begun = false;
  for (const Page& page : part.pages) {
    for (const Layer layer : layers_of(page)) {
      if (!begun) surface.draw_glyphs(used_faces(part, settings.glyphs.size()));
      begun = true;
      if (Status drawn = surface.draw_layer(page, layer); !drawn) {
        return std::unexpected(named(std::move(drawn.error()), part, page.label));
      }
    }
  }
  if (!begun) return std::string();
  auto bytes = surface.finish();
  if (!bytes) return std::unexpected(named(std::move(bytes.error()), part, "last"));
  return bytes;
}

}  // namespace nbpublish
