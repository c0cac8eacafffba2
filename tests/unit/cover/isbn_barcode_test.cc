// Barcodes are read back from the bars that were drawn, by widths and edges, as a scanner does.
#include "cover/isbn_barcode.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "cover/cover_colours.h"
#include "cover_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

struct Bar {
  double left, width;
};

struct Drawn {
  std::vector<Bar> main, add_on;  // from left to right
  PagedPart part;
  bool fits = false;
};

// The add-on is what comes after the widest gap.
Drawn drawn(const IsbnBarcode& barcode, Size panel = {Length::pt(144), Length::pt(86.4)}) {
  CoverSheet sheet(project_fonts(), {"Inter", "Source Serif 4"});
  Drawn out;
  out.fits = draw_isbn_barcode(sheet, {{}, {}, panel.width, panel.height}, barcode);
  out.part = sheet.take("cover");
  std::vector<Bar> bars;
  for (const FrameItem& item : out.part.pages[0].items)
    if (const auto* fill = std::get_if<Fill>(&item.content); fill && fill->colour == kCoverBlack)
      bars.push_back({fill->rect.x.points(), fill->rect.width.points()});
  std::ranges::sort(bars, {}, &Bar::left);
  std::size_t end = bars.size();
  for (std::size_t i = 1; i < bars.size(); ++i)
    if (bars[i].left - bars[i - 1].left - bars[i - 1].width > bars[0].width * 6) end = i;
  out.main.assign(bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(end));
  out.add_on.assign(bars.begin() + static_cast<std::ptrdiff_t>(end), bars.end());
  return out;
}

// Widths of bars and spaces in turn, in modules; the first bar of a guard is one.
std::vector<int> widths(const std::vector<Bar>& bars) {
  std::vector<int> out;
  const double module = bars.front().width;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i > 0) out.push_back(static_cast<int>(std::lround((bars[i].left - bars[i - 1].left - bars[i - 1].width) / module)));
    out.push_back(static_cast<int>(std::lround(bars[i].width / module)));
  }
  return out;
}

// A digit by the widths of its four elements; backwards they are the digit's in set B.
struct Read {
  char digit = '?';
  bool backwards = false;
};
Read read_digit(const std::vector<int>& w, std::size_t at) {
  static constexpr std::array<std::array<int, 4>, 10> kWidths = {{{3, 2, 1, 1},
                                                                  {2, 2, 2, 1},
                                                                  {2, 1, 2, 2},
                                                                  {1, 4, 1, 1},
                                                                  {1, 1, 3, 2},
                                                                  {1, 2, 3, 1},
                                                                  {1, 1, 1, 4},
                                                                  {1, 3, 1, 2},
                                                                  {1, 2, 1, 3},
                                                                  {3, 1, 1, 2}}};
  for (std::size_t digit = 0; digit < 10; ++digit) {
    if (std::equal(kWidths[digit].begin(), kWidths[digit].end(), w.begin() + static_cast<std::ptrdiff_t>(at)))
      return {static_cast<char>('0' + digit), false};
    if (std::equal(kWidths[digit].rbegin(), kWidths[digit].rend(), w.begin() + static_cast<std::ptrdiff_t>(at)))
      return {static_cast<char>('0' + digit), true};
  }
  return {};
}

std::string read_ean13(const std::vector<Bar>& bars) {
  const std::vector<int> w = widths(bars);
  REQUIRE(w.size() == 3 + 24 + 5 + 24 + 3);
  std::string digits;
  int sets = 0;  // a bit for each digit of the left half in set B, the first highest
  for (std::size_t i = 0; i < 6; ++i) {
    const Read read = read_digit(w, 3 + 4 * i);
    digits += read.digit;
    sets = sets * 2 + (read.backwards ? 1 : 0);
  }
  for (std::size_t i = 0; i < 6; ++i) {
    const Read read = read_digit(w, 32 + 4 * i);
    CHECK_FALSE(read.backwards);
    digits += read.digit;
  }
  constexpr std::array<int, 10> kSets = {0, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010};
  const auto first = std::ranges::find(kSets, sets);
  REQUIRE(first != kSets.end());
  return static_cast<char>('0' + (first - kSets.begin())) + digits;
}

// Digits, and which of them are in set B, the first highest.
std::pair<std::string, int> read_ean5(const std::vector<Bar>& bars) {
  const std::vector<int> w = widths(bars);  // guard 1 1 2, then digits of four with 1 1 between
  REQUIRE(w.size() == 3 + 5 * 4 + 4 * 2);
  CHECK(std::vector(w.begin(), w.begin() + 3) == std::vector{1, 1, 2});
  std::string digits;
  int sets = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    const Read read = read_digit(w, 3 + 6 * i);
    digits += read.digit;
    sets = sets * 2 + (read.backwards ? 1 : 0);
  }
  return {digits, sets};
}

}  // namespace

TEST_CASE("EAN-13 bars are read back, whatever the first digit") {
  for (const char* digits : {"9780306406157", "9791034567898", "0012345678905", "1234567890128", "2109876543210", "3456789012345",
                             "4006381333931", "5901234123457", "6901234567892", "7612345678900", "8712345678906"}) {
    INFO(digits);
    const Drawn barcode = drawn({digits, digits, ""});
    CHECK(barcode.fits);
    CHECK(read_ean13(barcode.main) == digits);
    CHECK(barcode.add_on.empty());
  }
}

TEST_CASE("the price add-on is read back, with its check sum in the sets") {
  // 3 x (9 + 0 + 0) + 9 x (0 + 0) = 27: 7 has the sets A B A B A.
  const Drawn none = drawn({"9780306406157", "", "90000"});
  CHECK(read_ean13(none.main) == "9780306406157");
  CHECK(read_ean5(none.add_on) == std::pair(std::string("90000"), 0b01010));
}

TEST_CASE("every check sum of an add-on has sets of its own") {
  // Two of the five digits are in set B; tables are given by GS1, General Specifications, 5.2.2.
  constexpr std::array<int, 10> kSets = {0b11000, 0b10100, 0b10010, 0b10001, 0b01100, 0b00110, 0b00011, 0b01010, 0b01001, 0b00101};
  for (int digit = 0; digit < 10; ++digit) {
    const std::string digits = std::string("0000") + static_cast<char>('0' + digit);
    const Drawn barcode = drawn({"9780306406157", "", digits});
    CHECK(read_ean5(barcode.add_on) == std::pair(digits, kSets[static_cast<std::size_t>(digit * 3 % 10)]));
  }
}

TEST_CASE("bars are black on white, at 80 to 100 %, with their quiet zones, inside the panel") {
  for (const char* add_on : {"", "52999"}) {
    const Drawn barcode = drawn({"9780306406157", "978-0-306-40615-7", add_on});
    const double module = barcode.main[0].width;
    CHECK(module >= 0.8 * 0.33 / 25.4 * 72);
    CHECK(module <= 0.33 / 25.4 * 72 + 0.001);
    CHECK(barcode.main[0].left >= 11 * module - 0.01);
    const Bar& last = *add_on ? barcode.add_on.back() : barcode.main.back();
    CHECK(144 - last.left - last.width >= (*add_on ? 5 : 7) * module - 0.01);
    for (const FrameItem& item : barcode.part.pages[0].items) {
      if (const auto* fill = std::get_if<Fill>(&item.content)) CHECK((fill->colour == kCoverBlack || fill->colour == kCoverWhite));
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        CHECK(run->colour == kCoverBlack);
        CHECK(run->size >= Length::pt(7));
        CHECK(is_inside(test::ink_of(*run), {{}, {}, Length::pt(144), Length::pt(86.4)}));
      }
    }
  }
}

TEST_CASE("a panel that is too small gets no bars") {
  const Drawn barcode = drawn({"9780306406157", "978-0-306-40615-7", "52999"}, {Length::pt(110), Length::pt(86.4)});
  CHECK_FALSE(barcode.fits);
  CHECK(barcode.part.pages[0].items.size() == 1);
}
