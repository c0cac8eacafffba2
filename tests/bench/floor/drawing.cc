#include "bench/floor/drawing.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace nbpublish::floor_program {
namespace {

constexpr double kPageWidth = 432, kPageHeight = 648, kLeft = 54, kTop = 66, kBottom = 586;
constexpr double kTextLeading = 13, kCodeLeading = 10.4, kHeadingLeading = 26, kGap = 4;
constexpr std::size_t kColoursOfLine = 6;  // how often a line of code changes its colour

cairo_status_t append(void* pdf, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// Glyphs for one call of Cairo.
struct Batch {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  std::string text;

  // The part of a run from byte `from` to byte `to`, its beginning at (x, y). Its width.
  double add(const Run& run, std::string_view of, int from, int to, double x, double y) {
    int offset = 0;
    std::size_t glyph = 0;
    double begin = 0, end = run.width;
    for (const Cluster& cluster : run.clusters) {
      if (offset == from) begin = cluster.pen;
      if (offset == to) {
        end = cluster.pen;
        break;
      }
      if (offset >= from) {
        clusters.push_back({cluster.bytes, cluster.glyphs});
        for (std::size_t i = glyph; i < glyph + static_cast<std::size_t>(cluster.glyphs); ++i)
          glyphs.push_back({run.glyphs[i].index, x - begin + run.glyphs[i].x, y + run.glyphs[i].y});
      }
      glyph += static_cast<std::size_t>(cluster.glyphs);
      offset += cluster.bytes;
    }
    text += of.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    return end - begin;
  }

  void show(cairo_t* context, const Face& face) {
    if (glyphs.empty()) return;
    cairo_set_font_face(context, face.cairo());
    cairo_set_font_size(context, face.size());
    cairo_show_text_glyphs(context, text.data(), static_cast<int>(text.size()), glyphs.data(), static_cast<int>(glyphs.size()),
                           clusters.data(), static_cast<int>(clusters.size()), {});
    glyphs.clear();
    clusters.clear();
    text.clear();
  }
};

class Drawing {
 public:
  Drawing(const Words& words, const Faces& faces)
      : words_(words), faces_(faces), blank_(faces.text.shape(" ")), hyphen_(faces.text.shape("-")) {
    surface_ = cairo_pdf_surface_create_for_stream(append, &drawn_.pdf, kPageWidth, kPageHeight);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, "Floor");
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, "Nobody");
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, "2024-01-02T03:04:05Z");
    context_ = cairo_create(surface_);
  }
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;
  ~Drawing() {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
  }

  DrawnPages draw(const std::vector<SetBlock>& blocks) {
    cairo_tag_begin(context_, "Document", nullptr);
    for (const SetBlock& block : blocks) {
      if (block.kind == BlockKind::Heading) draw_heading(block.text);
      else if (block.kind == BlockKind::Listing) draw_listing(block);
      else draw_paragraph(block);
    }
    cairo_tag_end(context_, "Document");
    end_page();
    cairo_surface_finish(surface_);
    if (const cairo_status_t status = cairo_surface_status(surface_); status != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error(fmt::format("Cairo: {}", cairo_status_to_string(status)));
    return std::move(drawn_);
  }

 private:
  void end_page() {
    cairo_show_page(context_);
    ++drawn_.pages;
    y_ = kTop;
  }

  // The baseline of the next line, which needs `height` points.
  double next_line(double height) {
    if (y_ + height > kBottom) end_page();
    y_ += height;
    return y_;
  }

  void draw_heading(const std::string& text) {
    const double y = next_line(kHeadingLeading);
    const std::string name = fmt::format("h{}", ++headings_);
    cairo_tag_begin(context_, "H2", nullptr);
    cairo_tag_begin(context_, CAIRO_TAG_DEST, fmt::format("name='{}' x={} y={}", name, kLeft, y - kHeadingLeading).c_str());
    cairo_tag_end(context_, CAIRO_TAG_DEST);
    cairo_pdf_surface_add_outline(surface_, CAIRO_PDF_OUTLINE_ROOT, text.c_str(), fmt::format("dest='{}'", name).c_str(), {});
    batch_.add(faces_.heading.shape(text), text, 0, static_cast<int>(text.size()), kLeft, y);
    batch_.show(context_, faces_.heading);
    cairo_tag_end(context_, "H2");
  }

  void draw_paragraph(const SetBlock& block) {
    cairo_tag_begin(context_, "P", nullptr);
    for (const Line& line : block.lines) {
      const double y = next_line(kTextLeading);
      double x = kLeft;
      for (const Piece& piece : line.pieces) {
        const Word& word = words_[piece.word];
        x += batch_.add(word.run, *word.text, piece.from, piece.to, x, y);
        if (piece.has_hyphen) x += batch_.add(hyphen_, "-", 0, 1, x, y);
        if (!piece.ends_word) continue;
        batch_.add(blank_, " ", 0, 1, x, y);
        x += line.blank;
      }
      batch_.show(context_, faces_.text);
    }
    cairo_tag_end(context_, "P");
  }

  void draw_listing(const SetBlock& block) {
    cairo_tag_begin(context_, "Code", nullptr);
    y_ += kGap;
    for (std::size_t i = 0; i < block.code.size(); ++i) {
      const double y = next_line(kCodeLeading);
      cairo_set_source_rgb(context_, .96, .96, .96);
      cairo_rectangle(context_, kLeft - kGap, y - kCodeLeading + 2, kMeasure + 2 * kGap, kCodeLeading);
      cairo_fill(context_);
      draw_code(block.runs[i], block.code[i], y);
    }
    y_ += kGap;
    cairo_set_source_rgb(context_, 0, 0, 0);
    cairo_tag_end(context_, "Code");
  }

  void draw_code(const Run& run, const std::string& line, double y) {
    const std::size_t count = run.clusters.size(), step = std::max<std::size_t>(1, count / kColoursOfLine);
    int from = 0;
    for (std::size_t begin = 0; begin < count; begin += step) {
      int to = from;
      for (std::size_t i = begin; i < std::min(count, begin + step); ++i) to += run.clusters[i].bytes;
      batch_.add(run, line, from, to, kLeft + run.clusters[begin].pen, y);
      cairo_set_source_rgb(context_, .1 * static_cast<double>(begin % 3), .1 * static_cast<double>(begin % 4), .3);
      batch_.show(context_, faces_.code);
      from = to;
    }
  }

  const Words& words_;
  const Faces& faces_;
  const Run blank_, hyphen_;
  Batch batch_;
  DrawnPages drawn_;
  int headings_ = 0;
  double y_ = kTop;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* context_ = nullptr;
};

}  // namespace

DrawnPages draw(const std::vector<SetBlock>& blocks, const Words& words, const Faces& faces) { return Drawing(words, faces).draw(blocks); }

}  // namespace nbpublish::floor_program
