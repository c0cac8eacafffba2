#include "cover/isbn_barcode.h"

#include <algorithm>
#include <array>

#include "cover/cover_colours.h"

namespace nbpublish {
namespace {

// A digit's modules in set A (odd parity); set C is their complement, set B set C backwards.
constexpr std::array<std::string_view, 10> kSetA = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                                    "0110001", "0101111", "0111011", "0110111", "0001011"};
// Sets of the six digits at the left: they tell the first of the 13, which has no bars of its own.
constexpr std::array<std::string_view, 10> kLeftSets = {"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB",
                                                        "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};
// Sets of an add-on's digits, by its check sum.
constexpr std::array<std::string_view, 10> kAddOnSets = {"BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA",
                                                         "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB"};

std::size_t value_of(char digit) { return static_cast<std::size_t>(digit - '0'); }

void add(BarModules& modules, std::string_view pattern) {
  for (const char c : pattern) modules.push_back(c == '1');
}

void add_digit(BarModules& modules, char digit, char set) {
  std::string pattern(kSetA[value_of(digit)]);
  if (set != 'A')
    for (char& c : pattern) c = c == '1' ? '0' : '1';
  if (set == 'B') std::ranges::reverse(pattern);
  add(modules, pattern);
}

// Lengths in modules, but for the module itself and the height.
constexpr Length kModule = Length::pt(0.33 / 25.4 * 72);  // at 100 %
constexpr Length kBars = Length::pt(22.85 / 25.4 * 72);
constexpr int kQuietLeft = 11, kMain = 95, kQuietRight = 7, kGap = 9, kAddOn = 47, kQuietAddOn = 5;
constexpr int kGuard = 5;  // guard bars reach so much lower
constexpr double kLeastScale = 0.8;
constexpr Length kPad = Length::pt(5);  // of the panel
constexpr Length kIsbnSize = Length::pt(8.5), kDigitSize = Length::pt(8);
constexpr Length kFigureAir = Length::pt(2);  // between figures and bars

class Drawing {
 public:
  Drawing(CoverSheet& sheet, const Rect& panel, const IsbnBarcode& barcode) : sheet_(sheet), panel_(panel), barcode_(barcode) {
    const int modules = kQuietLeft + kMain + (barcode.add_on.empty() ? kQuietRight : kGap + kAddOn + kQuietAddOn);
    const double room = panel.width.points() / (kModule.points() * modules);
    scale_ = std::min(1.0, room);
    module_ = kModule.scaled(scale_);
    left_ = panel.x + (panel.width - module_ * modules) / 2 + module_ * kQuietLeft;
    bottom_ = panel.bottom() - kPad - height_of_figures() - kFigureAir;
    top_ = std::max(panel.y + kPad + kIsbnSize + kFigureAir, bottom_ - kBars.scaled(scale_));
  }

  bool fits() const { return scale_ >= kLeastScale && bottom_ - top_ >= kBars.scaled(kLeastScale); }

  void draw_barcode() {
    const TagId tag = sheet_.tag(TagRole::P);
    const std::string isbn = "ISBN " + barcode_.printed;
    CoverSheet::Look look{FontFamily::Sans, 400, kIsbnSize, kCoverBlack, Features::Tabular};
    look.size = sheet_.fitting_size(isbn, look, panel_.width - kPad * 2);
    sheet_.write(isbn, look, {left_, top_ - kFigureAir - kFigureAir / 2}, tag);
    draw_main();
    if (!barcode_.add_on.empty()) draw_add_on();
  }

 private:
  CoverSheet::Look figures() const { return {FontFamily::Sans, 400, kDigitSize, kCoverBlack, Features::Tabular}; }
  Length height_of_figures() const { return kDigitSize.scaled(sheet_.metrics(figures()).cap_height); }

  void draw_bars(const BarModules& modules, Length left, Length top, const auto& bottom_of) {
    for (std::size_t i = 0; i < modules.size();) {
      std::size_t end = i;
      while (end < modules.size() && modules[end]) ++end;
      if (end > i)
        sheet_.fill({left + module_ * static_cast<int>(i), top, module_ * static_cast<int>(end - i), bottom_of(static_cast<int>(i)) - top},
                    kCoverBlack);
      i = std::max(end, i + 1);
    }
  }

  // Each figure in the middle of its seven modules.
  void write_figures(std::string_view digits, Length left, int step, Length baseline, TagId tag) {
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const std::string_view digit = digits.substr(i, 1);
      const Length middle = left + module_ * (static_cast<int>(i) * step * 2 + 7) / 2;
      sheet_.write(digit, figures(), {middle - sheet_.width(digit, figures()) / 2, baseline}, tag);
    }
  }

  void draw_main() {
    const auto is_guard = [](int module) { return module < 3 || (module > 44 && module < 50) || module > 91; };
    draw_bars(ean13_modules(barcode_.digits), left_, top_,
              [&](int module) { return bottom_ + (is_guard(module) ? module_ * kGuard : Length{}); });
    const Length baseline = panel_.bottom() - kPad;
    const TagId tag = sheet_.tag(TagRole::P);
    const std::string_view digits = barcode_.digits;
    sheet_.write(digits.substr(0, 1), figures(), {left_ - module_ * 2 - sheet_.width(digits.substr(0, 1), figures()), baseline}, tag);
    write_figures(digits.substr(1, 6), left_ + module_ * 3, 7, baseline, tag);
    write_figures(digits.substr(7, 6), left_ + module_ * 50, 7, baseline, tag);
  }

  // Its figures stand above its bars.
  void draw_add_on() {
    const Length left = left_ + module_ * (kMain + kGap), baseline = top_ + height_of_figures();
    const Length bottom = bottom_ + module_ * kGuard;
    draw_bars(ean5_modules(barcode_.add_on), left, baseline + kFigureAir, [&](int) { return bottom; });
    write_figures(barcode_.add_on, left + module_ * 4, 9, baseline, sheet_.tag(TagRole::P));
  }

  CoverSheet& sheet_;
  const Rect panel_;
  const IsbnBarcode& barcode_;
  double scale_ = 0;
  Length module_, left_, top_, bottom_;  // of the bars, without the guards' length
};

}  // namespace

BarModules ean13_modules(std::string_view digits) {
  BarModules modules;
  add(modules, "101");
  for (std::size_t i = 0; i < 6; ++i) add_digit(modules, digits[1 + i], kLeftSets[value_of(digits[0])][i]);
  add(modules, "01010");
  for (std::size_t i = 0; i < 6; ++i) add_digit(modules, digits[7 + i], 'C');
  add(modules, "101");
  return modules;
}

BarModules ean5_modules(std::string_view digits) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < 5; ++i) sum += value_of(digits[i]) * (i % 2 ? 9 : 3);
  BarModules modules;
  add(modules, "1011");
  for (std::size_t i = 0; i < 5; ++i) {
    if (i > 0) add(modules, "01");
    add_digit(modules, digits[i], kAddOnSets[sum % 10][i]);
  }
  return modules;
}

bool draw_isbn_barcode(CoverSheet& sheet, const Rect& panel, const IsbnBarcode& barcode) {
  sheet.fill(panel, kCoverWhite);
  Drawing drawing(sheet, panel, barcode);
  if (!drawing.fits()) return false;
  drawing.draw_barcode();
  return true;
}

}  // namespace nbpublish
