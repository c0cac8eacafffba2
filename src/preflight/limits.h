// Limits on what preflight takes upon itself: a PDF comes from anywhere, and a small one can ask for years of
// work.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace nbpublish {

// KDP takes 650 MB, which is more than any other outlet.
inline constexpr std::size_t kPreflightMostFileBytes = 1u << 30;
inline constexpr int kPreflightMostPages = 20'000;  // six times what anybody binds
// Decoded content streams: of one (the densest map has 30 MB) and of all together, each form as often as it
// is drawn. A book of 1,000 pages has 10 to 30 MB; 256 MB take about half a minute.
inline constexpr std::size_t kMostContentBytes = 64u << 20;
inline constexpr std::size_t kMostContentBytesInAll = 256u << 20;
// Operators, each form's as often as it is drawn: what an empty form drawn a million times costs is not its
// bytes.
inline constexpr std::size_t kMostOperators = 30'000'000;
inline constexpr std::size_t kOperatorsOfForm = 30;  // what drawing a form costs in itself: measured
// Decoded samples of all pictures whose ink is measured.
inline constexpr std::size_t kMostImageBytesInAll = 2ull << 30;
// A JPEG's coefficients may all be in memory at once: 12 bytes a pixel.
inline constexpr std::size_t kMostJpegPixels = 64u << 20;
// ISO 32000-1, Annex C names 28 nested q; real files nest forms 5 deep.
inline constexpr std::size_t kMostSavedStates = 512;
inline constexpr std::size_t kMostFormDepth = 24;
inline constexpr std::size_t kMostOperands = 1u << 16;  // of one operator, the elements of a TJ array among them
inline constexpr std::size_t kMostTokenBytes = 1u << 20;
// Colour spaces in colour spaces: Pattern over Indexed over DeviceN over ICCBased are four.
inline constexpr int kMostColourSpaceDepth = 6;
inline constexpr int kMostInks = 32;                   // ISO 32000-1, Annex C: colorants of DeviceN
inline constexpr int kMostFontWidths = 1 << 16;        // a font has no more codes
inline constexpr std::size_t kMostPageTreeDepth = 64;  // balanced trees of 20,000 pages have five levels
inline constexpr std::size_t kMostWords = 12;          // different ones of one kind that a page remembers
inline constexpr std::size_t kMostWordBytes = 80;      // of a name out of the file that is shown

// A limit was passed. Thrown inside the room, an Input error outside of it.
struct LimitPassed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What is left of the work that one file may cause.
class Budget {
 public:
  explicit Budget(std::size_t content = kMostContentBytesInAll, std::size_t operators = kMostOperators,
                  std::size_t image = kMostImageBytesInAll)
      : content_(content), operators_(operators), image_(image) {}

  void spend_content(std::size_t bytes) { take(content_, bytes, "its pages have more than 256 MB of drawing operators"); }
  void spend_operators(std::size_t count) { take(operators_, count, "its pages have more than 30 million drawing operators"); }
  void spend_image(std::size_t bytes) { take(image_, bytes, "its pictures have more than 2 GB of samples"); }

 private:
  static void take(std::size_t& left, std::size_t amount, const char* message) {
    if (amount > left) throw LimitPassed(message);
    left -= amount;
  }

  std::size_t content_, operators_, image_;
};

}  // namespace nbpublish
