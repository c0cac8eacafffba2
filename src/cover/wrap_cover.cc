#include "cover/wrap_cover.h"

#include <fmt/format.h>

#include "cover/back_panel.h"
#include "cover/cover_art.h"
#include "cover/cover_colours.h"
#include "cover/front_panel.h"
#include "cover/isbn_barcode.h"
#include "cover/motif.h"
#include "cover/spine_panel.h"

namespace nbpublish {
namespace {

class Wrap {
 public:
  Wrap(const WrapInput& input, DiagnosticSink& diagnostics)
      : book_(*input.book),
        volume_(*input.volume),
        rules_(*input.rules),
        input_(input),
        diagnostics_(diagnostics),
        geometry_(wrap_geometry({input.style->trim_width, input.style->trim_height}, input.pages, *input.rules, input.paper)),
        titles_(cover_titles(book_, volume_, input.early_access)),
        sheet_(*input.fonts, {input.style->family_sans, input.style->family_serif}) {}

  WrapCover draw_panels() {
    check_paper();
    // One ground for all of it: a change of colour at a fold would show how the fold drifts.
    sheet_.fill(geometry_.sheet(), kCoverGround);
    draw_back_panel();
    draw_spine_panel();
    draw_front_panel();
    return {paged(), cover_theme(cover_colours(volume_)), geometry_};
  }

 private:
  void complain(DiagCode code, std::string message, std::string hint) {
    diagnostics_.report(code, book_.manifest, {}, fmt::format("{}: {}", volume_.key, message), std::move(hint));
  }

  void check_paper() {
    if (input_.paper.confirmed) return;
    diagnostics_.report(DiagCode::CoverPaper, rules_.file, input_.paper.span,
                        fmt::format("the caliper of {} inches a page is not the outlet's own figure", input_.paper.caliper),
                        fmt::format("the spine of {} pages came to {:.3f} in: compare it with the outlet's template before printing",
                                    input_.pages, geometry_.spine.width.points() / 72));
  }

  void draw_spine_panel() {
    const SpineFit fit = draw_spine(sheet_, geometry_, rules_, {titles_.set, titles_.title, titles_.numeral, book_.meta.publisher});
    if (fit == SpineFit::LongTitle)
      complain(DiagCode::CoverText, "the title is set smaller on the spine than the spine's width asks for", "a shorter title fits");
    if (fit == SpineFit::TooThin)
      complain(DiagCode::CoverText, fmt::format("the spine of {} pages is too thin for words and has none", input_.pages), "");
  }

  void draw_back_panel() {
    const BackCover words = back_cover_of(book_, volume_);
    if (!draw_back(sheet_, geometry_, rules_, words))
      complain(DiagCode::CoverText, "the text for the back is too long and was cut", "120 to 170 words are right");
    draw_barcode(words.add_on);
  }

  void draw_barcode(const std::string& add_on) {
    const auto identifier = volume_.identifiers.find("print");
    constexpr std::string_view kIsbn = "isbn:";
    const bool has_isbn = identifier != volume_.identifiers.end() && identifier->second.starts_with(kIsbn);
    if (rules_.outlet_prints_barcode || !has_isbn) {
      sheet_.fill(geometry_.barcode, kCoverWhite);
      if (!has_isbn)
        complain(DiagCode::CoverBarcode, "there is no ISBN of the printed book, and the barcode's panel is left empty",
                 "identifiers = { print = \"isbn:978-…\" } in [[volume]]");
      return;
    }
    const std::string digits = identifier->second.substr(kIsbn.size());
    if (!draw_isbn_barcode(sheet_, geometry_.barcode, {digits, volume_.print_isbn.empty() ? digits : volume_.print_isbn, add_on}))
      diagnostics_.report(DiagCode::CoverBarcode, rules_.file, {}, "the panel for the barcode is too small for bars of 80 %", "");
  }

  void draw_front_panel() {
    FrontDesign design{titles_, cover_motif(volume_), nullptr, {}};
    if (input_.art) {
      const CoverArt art = judge_cover_art(*input_.art, geometry_, rules_.resolution);
      if (art.fills_front) return sheet_.place(input_.art, art.rect);
      diagnostics_.report(DiagCode::CoverShape, cover_path(book_, volume_), {},
                          "the cover picture does not fill the printed front and was set as a band in a drawn one",
                          fmt::format("a picture that is to fill it needs {}", art.wanted));
      design.band = input_.art;
      design.band_most_width = art.band_most_width;
    }
    if (const Length size = draw_front(sheet_, geometry_.front, design); size < kLeastTitle)
      complain(DiagCode::CoverText,
               fmt::format("the title is set in {:.0f} pt on the front, where {:.0f} can be read from afar", size.points(),
                           kLeastTitle.points()),
               "shorter words, or a part of it as the subtitle");
  }

  PagedVolume paged() {
    PagedVolume out;
    out.info.title = titles_.set.empty() ? titles_.title : titles_.set + ": " + titles_.title;
    out.info.author = titles_.authors;
    out.info.publisher = book_.meta.publisher;
    out.info.language = book_.meta.language;
    out.info.rights = book_.meta.rights;
    out.trim = geometry_.trim;
    out.parts.push_back(sheet_.take("cover"));
    out.parts.front().pages.front().label = "Cover";
    return out;
  }

  const Book& book_;
  const Volume& volume_;
  const CoverRules& rules_;
  const WrapInput& input_;
  DiagnosticSink& diagnostics_;
  const WrapGeometry geometry_;
  const CoverTitles titles_;
  CoverSheet sheet_;
};

}  // namespace

WrapCover draw_wrap(const WrapInput& input, DiagnosticSink& diagnostics) { return Wrap(input, diagnostics).draw_panels(); }

const std::string& cover_path(const Book& book, const Volume& volume) { return volume.cover.empty() ? book.meta.cover : volume.cover; }

}  // namespace nbpublish
