#include "cover/back_panel.h"

#include <algorithm>

#include "cover/cover_colours.h"

namespace nbpublish {
namespace {

// Points on a panel of 6 x 9 in. White on colour is semibold throughout: thin strokes would fill in.
constexpr double kBackMargin = 42, kTop = 54;
constexpr double kTextSizes[] = {12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9};
constexpr double kLeading = 1.42;              // of the size
constexpr double kBullet = 0.36, kHang = 1.2;  // of the size
constexpr double kSmallSizes[] = {10, 9.5, 9, 8.5};
constexpr double kSmallLeading = 1.4;  // of the size
constexpr double kBlurbAir = 18;       // above the foot

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::string paragraph = text.substr(begin, end - begin);
    if (paragraph.find_first_not_of(" \n") != std::string::npos) paragraphs.push_back(std::move(paragraph));
    begin = end + 2;
  }
  return paragraphs;
}

class Back {
 public:
  Back(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const BackCover& words)
      : sheet_(sheet),
        panel_(wrap.back),
        barcode_(wrap.barcode),
        lowest_(std::min(wrap.barcode.bottom(), wrap.back.bottom() - rules.safe_zone)),
        words_(words),
        paragraphs_(paragraphs_of(words.text)) {}

  bool write_back() {
    const Length foot = write_foot();
    size_ = kTextSizes[0];
    for (const double size : kTextSizes) {
      size_ = size;
      if (place(foot, false)) break;
    }
    return place(foot, true);
  }

 private:
  Length pt(double points) const { return panel_.width.scaled(points / kDesignWidth); }
  Length left() const { return panel_.x + pt(kBackMargin); }
  Length measure() const { return panel_.width - pt(kBackMargin) * 2; }
  CoverSheet::Look text_look() const { return {FontFamily::Serif, 600, pt(size_), kCoverWhite}; }

  struct Foot {
    CoverSheet::Look look;
    std::vector<std::string> lines;
    Length baseline, top;  // of the first line
  };

  // Category, price and address beside the barcode, the last line level with the panel's foot or as low as is safe.
  Foot foot_of(Length size) {
    Foot foot{{FontFamily::Sans, 600, size, kCoverLight}, {}, {}, barcode_.y};
    for (const std::string* part : {&words_.category, &words_.price, &words_.address})
      for (std::string& line : sheet_.break_lines(*part, foot.look, barcode_.x - pt(kBlurbAir) - left()))
        foot.lines.push_back(std::move(line));
    if (foot.lines.empty()) return foot;
    const Length last = lowest_ + size.scaled(sheet_.metrics(foot.look).descender);
    foot.baseline = last - size.scaled(kSmallLeading) * (static_cast<int>(foot.lines.size()) - 1);
    foot.top = foot.baseline - size;
    return foot;
  }

  // In the largest size in which it is no higher than the barcode's panel, else in the least. The top of what may not be crossed.
  Length write_foot() {
    Foot foot;
    for (const double size : kSmallSizes)
      if (foot = foot_of(pt(size)); foot.top >= barcode_.y) break;
    Length baseline = foot.baseline;
    for (const std::string& line : foot.lines) {
      sheet_.write(line, foot.look, {left(), baseline}, sheet_.tag(TagRole::P));
      baseline += foot.look.size.scaled(kSmallLeading);
    }
    return std::min(barcode_.y, foot.top) - pt(kBlurbAir);
  }

  // Whether all of it ends above `foot`; with `draws` the lines that do are written.
  bool place(Length foot, bool draws) {
    const Length leading = pt(size_ * kLeading);
    Length y = panel_.y + pt(kTop) + pt(size_);
    bool fits = true;
    const auto put = [&](const std::vector<std::string>& lines, Length indent) {
      const TagId tag = draws ? sheet_.tag(TagRole::P) : kArtifact;
      for (const std::string& line : lines) {
        fits = fits && y <= foot;
        if (fits && draws) sheet_.write(line + (&line == &lines.back() ? "" : " "), text_look(), {left() + indent, y}, tag);
        y += leading;
      }
      y += leading / 2;
    };
    for (const std::string& paragraph : paragraphs_) put(sheet_.break_lines(paragraph, text_look(), measure()), {});
    const Length hang = pt(size_ * kHang);
    for (const std::string& point : words_.points) {
      const Length side = pt(size_ * kBullet);
      if (draws && y <= foot) sheet_.fill({left(), y - pt(size_ * 0.25) - side / 2, side, side}, kCoverLight);
      put(sheet_.balance_lines(point, text_look(), measure() - hang), hang);
    }
    return fits;
  }

  CoverSheet& sheet_;
  const Rect panel_, barcode_;
  const Length lowest_;  // of words
  const BackCover& words_;
  const std::vector<std::string> paragraphs_;
  double size_ = 0;
};

}  // namespace

BackCover back_cover_of(const Book& book, const Volume& volume) {
  BackCover words = volume.back_cover;
  const auto complete = [](auto& value, const auto& other) {
    if (value.empty()) value = other;
  };
  complete(words.text, volume.description);
  complete(words.text, book.back_cover.text);
  complete(words.text, book.meta.description);
  complete(words.points, book.back_cover.points);
  complete(words.category, book.back_cover.category);
  complete(words.price, book.back_cover.price);
  complete(words.address, book.back_cover.address);
  complete(words.address, book.meta.site);
  complete(words.add_on, book.back_cover.add_on);
  return words;
}

bool draw_back(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const BackCover& words) {
  return Back(sheet, wrap, rules, words).write_back();
}

}  // namespace nbpublish
