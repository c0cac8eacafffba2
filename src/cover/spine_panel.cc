#include "cover/spine_panel.h"

#include <algorithm>

#include "cover/cover_colours.h"

namespace nbpublish {
namespace {

// Places count from the head's safe zone, so they are the same whatever the thickness of a volume.
constexpr Length kSpineNumeralSize = Length::pt(22), kTitleSize = Length::pt(18), kPublisherSize = Length::pt(11);
constexpr Length kSetStart = Length::pt(36);  // where the set's title begins
constexpr Length kTitleAir = Length::pt(18);  // between its end at full size and the volume's title
constexpr double kAscenders = 1.06;           // of the height of capitals
constexpr Length kLeastSize = Length::pt(7);
constexpr Length kFootAir = Length::pt(18);  // above the publisher

class Spine {
 public:
  Spine(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const SpineWords& words)
      : sheet_(sheet),
        panel_(wrap.spine),
        words_(words),
        head_(wrap.spine.y + rules.safe_zone),
        foot_(wrap.spine.bottom() - rules.safe_zone),
        room_(wrap.spine.width - rules.spine_clearance * 2) {}

  SpineFit write_spine() {
    if (fitted(look(kTitleSize, kCoverWhite)).size < kLeastSize) return SpineFit::TooThin;
    write_numeral();
    const CoverSheet::Look set = look(kTitleSize, kCoverLight);
    write_down(words_.set, fitted(set), head_ + kSetStart);
    const Length start = head_ + kSetStart + (words_.set.empty() ? Length{} : sheet_.width(words_.set, set) + kTitleAir);
    const Length end = write_publisher();
    CoverSheet::Look title = fitted(look(kTitleSize, kCoverWhite));
    const Length size = sheet_.fitting_size(words_.title, title, end - kFootAir - start);
    const bool fits = size == title.size;
    title.size = size;
    write_down(words_.title, title, start);
    return fits ? SpineFit::Good : SpineFit::LongTitle;
  }

 private:
  static CoverSheet::Look look(Length size, ColourRole colour) { return {FontFamily::Sans, 600, size, colour}; }

  // Turned lines keep their letters between the clearances: x-heights stand in the middle, descenders reach farthest.
  CoverSheet::Look fitted(CoverSheet::Look look) {
    const FontMetrics& m = sheet_.metrics(look);
    const double half = std::max(m.cap_height * kAscenders - m.x_height / 2, m.x_height / 2 - m.descender);
    look.size = std::min(look.size, room_.scaled(0.5 / half));
    return look;
  }

  void write_numeral() {
    if (words_.numeral.empty()) return;
    CoverSheet::Look numeral = look(kSpineNumeralSize, kCoverLight);
    numeral.features = Features::Numerals;
    // The place of its baseline does not depend on the size.
    const Length baseline = head_ + kSpineNumeralSize.scaled(sheet_.metrics(numeral).cap_height * kAscenders);
    numeral.size = sheet_.fitting_size(words_.numeral, numeral, room_);
    sheet_.write(words_.numeral, numeral, {panel_.x + (panel_.width - sheet_.width(words_.numeral, numeral)) / 2, baseline},
                 sheet_.tag(TagRole::P));
  }

  // Letters stand with their heads to the right: the baseline lies left of the middle by half an x-height.
  void write_down(const std::string& text, const CoverSheet::Look& look, Length y) {
    const Length x = panel_.x + panel_.width / 2 - look.size.scaled(sheet_.metrics(look).x_height / 2);
    sheet_.write(text, look, {x, y}, sheet_.tag(TagRole::P), Turn::Right);
  }

  // Where it begins.
  Length write_publisher() {
    if (words_.publisher.empty()) return foot_;
    const CoverSheet::Look publisher = fitted(look(kPublisherSize, kCoverLight));
    const Length start = foot_ - sheet_.width(words_.publisher, publisher);
    write_down(words_.publisher, publisher, start);
    return start;
  }

  CoverSheet& sheet_;
  const Rect panel_;
  const SpineWords& words_;
  const Length head_, foot_, room_;
};

}  // namespace

SpineFit draw_spine(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const SpineWords& words) {
  return wrap.has_spine_text ? Spine(sheet, wrap, rules, words).write_spine() : SpineFit::Good;
}

}  // namespace nbpublish
