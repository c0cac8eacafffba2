#include "output/pdf/picture_objects.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <exception>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <stdexcept>

#include "output/paint/picture.h"
#include "output/pdf/ink_objects.h"
#include "output/pdf/pdf_stream.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

// For SVG filters and what else Cairo cannot write as vectors.
constexpr double kFallbackDpi = 300;

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// A page for each picture, as large as it.
class PictureSurface {
 public:
  PictureSurface()
      : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, 1, 1), cairo_surface_destroy),
        context_(cairo_create(surface_.get()), cairo_destroy) {
    cairo_surface_set_fallback_resolution(surface_.get(), kFallbackDpi, kFallbackDpi);
    // Otherwise Cairo asks the clock.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  }
  PictureSurface(const PictureSurface&) = delete;
  PictureSurface& operator=(const PictureSurface&) = delete;

  Status draw(PlacedPicture placed) {
    placed.rect.x = placed.rect.y = {};
    cairo_pdf_surface_set_size(surface_.get(), placed.rect.width.points(), placed.rect.height.points());
    NBP_TRY(paint_picture(context_.get(), placed));
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

  std::string bytes_;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context_;
};

// Writes an object as text in which references are left open.
class OpenText {
 public:
  void text(std::string_view piece) { pieces_.back() += piece; }
  void reference(std::uint32_t target) {
    targets_.push_back(target);
    pieces_.emplace_back();
  }
  PictureObject finish(const std::vector<PictureObject>& before, std::string stream) {
    PictureObject object{{}, std::move(pieces_), std::move(targets_), std::move(stream)};
    std::string digest;
    for (const std::string& piece : object.text) (digest += piece) += '\0';
    for (const std::uint32_t target : object.targets) digest += to_hex(before[target].content);
    object.content = hash128(object.stream, hash64(digest));
    return object;
  }

 private:
  std::vector<std::string> pieces_{1};
  std::vector<std::uint32_t> targets_;
};

// The objects of a surface's file, from the leaves up.
class ObjectTaker {
 public:
  explicit ObjectTaker(std::vector<PictureObject>& objects) : objects_(objects) {}

  // A page as a form that shows what the page shows.
  std::uint32_t form_of(Handle page) {
    Handle content = page.getKey("/Contents");
    OpenText out;
    out.text("<< /Type /XObject /Subtype /Form /BBox ");
    value(out, page.getKey("/MediaBox"));
    out.text(" /Resources ");
    value(out, page.getKey("/Resources"));
    return add_stream(std::move(out), content, content.getDict());
  }

 private:
  static constexpr std::uint32_t kBegun = 0xFFFFFFFF;

  std::vector<PictureObject>& objects_;
  std::map<QPDFObjGen, std::uint32_t> taken_;

  std::uint32_t object(Handle source) {
    const auto [at, fresh] = taken_.try_emplace(source.getObjGen(), kBegun);
    if (!fresh && at->second == kBegun) throw std::logic_error("a cycle among the resources of a picture");
    if (!fresh) return at->second;
    OpenText out;
    if (!source.isStream()) {
      value_itself(out, source);
      return at->second = add(std::move(out), {});
    }
    Handle dictionary = source.getDict();
    out.text("<< ");
    entries(out, dictionary);
    return at->second = add_stream(std::move(out), source, dictionary);
  }

  std::uint32_t add(OpenText out, std::string stream) {
    objects_.push_back(out.finish(objects_, std::move(stream)));
    return static_cast<std::uint32_t>(objects_.size() - 1);
  }

  // Data comes over as it is encoded; what is not encoded is deflated.
  std::uint32_t add_stream(OpenText out, Handle stream, Handle dictionary) {
    const std::shared_ptr<Buffer> raw = stream.getRawStreamData();
    std::string data(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
    for (const char* key : {"/Filter", "/DecodeParms"})
      if (Handle entry = dictionary.getKey(key); !entry.isNull()) out.text(fmt::format(" {} {}", key, entry.unparseResolved()));
    if (!dictionary.hasKey("/Filter") && !data.empty()) {
      data = deflated(data);
      out.text(" /Filter /FlateDecode");
    }
    return add(std::move(out), fmt::format(" /Length {} >>\nstream\n{}\nendstream", data.size(), data));
  }

  void value(OpenText& out, Handle source) {
    if (source.isIndirect() && !is_plain(source)) return out.reference(object(source));
    value_itself(out, source);
  }

  void value_itself(OpenText& out, Handle source) {
    if (source.isDictionary()) {
      out.text("<< ");
      entries(out, source);
      out.text(" >>");
    } else if (source.isArray()) {
      out.text("[");
      for (int i = 0, count = source.getArrayNItems(); i < count; ++i) {
        if (i > 0) out.text(" ");
        value(out, source.getArrayItem(i));
      }
      out.text("]");
    } else {
      out.text(source.unparseResolved());
    }
  }

  static bool is_plain(Handle source) { return !source.isDictionary() && !source.isArray() && !source.isStream(); }

  // Cairo asks for smoothing, which PDF/A forbids, and leaves out the identity map, which PDF/UA demands.
  void entries(OpenText& out, Handle dictionary) {
    for (const std::string& key : dictionary.getKeys()) {
      // What is said of the data add_stream() says.
      if (key == "/Length" || key == "/Filter" || key == "/DecodeParms" || key == "/Interpolate") continue;
      out.text(key + ' ');
      value(out, dictionary.getKey(key));
      out.text(" ");
    }
    if (dictionary.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap"))
      out.text("/CIDToGIDMap /Identity ");
  }
};

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
