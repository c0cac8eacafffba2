#include "cover/front_panel.h"

#include <algorithm>

#include "base/roman.h"
#include "cover/cover_colours.h"
#include "cover/motif.h"

namespace nbpublish {
namespace {

// Points on a panel of 6 x 9 in.
constexpr double kFrontMargin = 38;
constexpr double kSetBaseline = 64, kSetSize = 22;
constexpr double kNumeralBaseline = 70, kNumeralSize = 40;
constexpr double kTitleTop = 92, kLargestTitle = 58, kSmallestTitle = 24, kTitleStep = 2, kTitleLeading = 1.12;
constexpr std::size_t kMostTitleLines = 3;
constexpr double kSubtitleSize = 16, kSubtitleLeading = 22, kSubtitleDrop = 34;
constexpr double kAuthorSize = 16, kAuthorLeading = 21, kFoot = 41;
constexpr double kEarlySize = 12;
constexpr double kDrawingAir = 30;    // above and below the drawing
constexpr double kDrawingTop = 0.46;  // of the panel's height, at least

class Front {
 public:
  Front(CoverSheet& sheet, const Rect& panel, const FrontDesign& design)
      : sheet_(sheet), panel_(panel), design_(design), titles_(design.titles) {}

  Length write_front() {
    write_set();
    const Length below = write_title();
    const Length above = write_authors();
    draw_between(below, above);
    return Length::pt(title_size_);
  }

 private:
  Length pt(double points) const { return panel_.width.scaled(points / kDesignWidth); }
  Length left() const { return panel_.x + pt(kFrontMargin); }
  Length measure() const { return panel_.width - pt(kFrontMargin) * 2; }
  CoverSheet::Look look(double size, ColourRole colour) const { return {FontFamily::Sans, 600, pt(size), colour}; }

  void write_set() {
    CoverSheet::Look numeral = look(kNumeralSize, kCoverLight);
    numeral.features = Features::Numerals;
    const Length width = titles_.numeral.empty() ? Length{} : sheet_.width(titles_.numeral, numeral) + pt(kSetSize);
    CoverSheet::Look set = look(kSetSize, kCoverLight);
    set.size = sheet_.fitting_size(titles_.set, set, measure() - width);
    sheet_.write(titles_.set, set, {left(), panel_.y + pt(kSetBaseline)}, sheet_.tag(TagRole::P));
    sheet_.write(titles_.numeral, numeral, {left() + measure() - width + pt(kSetSize), panel_.y + pt(kNumeralBaseline)},
                 sheet_.tag(TagRole::P));
  }

  // No word sticks out, and there are at most three lines.
  bool title_fits(double size) {
    const CoverSheet::Look title = look(size, kCoverWhite);
    return sheet_.word_width(titles_.title, title) <= measure() &&
           sheet_.break_lines(titles_.title, title, measure()).size() <= kMostTitleLines;
  }

  Length write_title() {
    title_size_ = kLargestTitle;
    while (title_size_ > kSmallestTitle && !title_fits(title_size_)) title_size_ -= kTitleStep;
    const CoverSheet::Look title = look(title_size_, kCoverWhite);
    const Length leading = pt(title_size_ * kTitleLeading);
    const Length after = sheet_.write(sheet_.balance_lines(titles_.title, title, measure()), title,
                                      {left(), panel_.y + pt(kTitleTop + title_size_)}, leading, sheet_.tag(TagRole::H1));
    const Length last = after - leading;
    if (titles_.subtitle.empty()) return last;
    const CoverSheet::Look subtitle = look(kSubtitleSize, kCoverLight);
    return sheet_.write(sheet_.balance_lines(titles_.subtitle, subtitle, measure()), subtitle, {left(), last + pt(kSubtitleDrop)},
                        pt(kSubtitleLeading), sheet_.tag(TagRole::P)) -
           pt(kSubtitleLeading);
  }

  // The top of their highest letters.
  Length write_authors() {
    const CoverSheet::Look authors = look(kAuthorSize, kCoverWhite), early = look(kEarlySize, kCoverLight);
    const Length foot = panel_.bottom() - pt(kFoot);
    constexpr std::string_view kEarly = "Early access";
    const Length right = titles_.early_access ? sheet_.width(kEarly, early) : Length{};
    const auto lines = sheet_.break_lines(titles_.authors, authors, measure() - (right.is_zero() ? right : right + pt(kEarlySize)));
    const Length first = foot - pt(kAuthorLeading) * (static_cast<int>(std::max<std::size_t>(lines.size(), 1)) - 1);
    sheet_.write(lines, authors, {left(), first}, pt(kAuthorLeading), sheet_.tag(TagRole::P));
    if (titles_.early_access) sheet_.write(kEarly, early, {left() + measure() - right, foot}, sheet_.tag(TagRole::P));
    return first - pt(kAuthorSize);
  }

  void draw_between(Length below, Length above) {
    const Length top = std::max(below + pt(kDrawingAir), panel_.y + panel_.height.scaled(kDrawingTop));
    const Rect box{left(), top, measure(), above - pt(kDrawingAir) - top};
    if (box.height <= Length{}) return;
    if (design_.band) place_band(box);
    else draw_motif(sheet_, design_.motif, box);
  }

  void place_band(const Rect& box) {
    const double aspect = std::max(0.01, aspect_of(*design_.band));
    const Length width = std::min({box.width, design_.band_most_width, box.height.scaled(1 / aspect)});
    const Length height = width.scaled(aspect);
    sheet_.place(design_.band, {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height});
  }

  CoverSheet& sheet_;
  const Rect panel_;
  const FrontDesign& design_;
  const CoverTitles& titles_;
  double title_size_ = 0;
};

}  // namespace

CoverTitles cover_titles(const Book& book, const Volume& volume, bool early_access) {
  CoverTitles titles;
  const std::string &set = book.meta.title.plain(), &own = volume.title.plain();
  const bool is_one_of_set = !own.empty() && own != set;
  titles.title = is_one_of_set ? own : set.empty() ? volume.key : set;
  if (is_one_of_set) titles.set = set;
  if (book.volumes.size() > 1) titles.numeral = capital_roman(volume.number);
  titles.subtitle = (volume.subtitle.empty() ? book.meta.subtitle : volume.subtitle).plain();
  for (const std::string& author : book.meta.authors) titles.authors += (titles.authors.empty() ? "" : ", ") + author;
  titles.early_access = early_access;
  return titles;
}

Length draw_front(CoverSheet& sheet, const Rect& panel, const FrontDesign& design) { return Front(sheet, panel, design).write_front(); }

double aspect_of(const Picture& picture) {
  if (picture.kind == PictureKind::Svg) return picture.natural_size.height.points() / std::max(1.0, picture.natural_size.width.points());
  return static_cast<double>(picture.height_px) / std::max(1u, picture.width_px);
}

}  // namespace nbpublish
