// Whatever the bytes, a picture or an Input error comes back.
#include <catch2/catch.hpp>
#include <random>

#include "figure/figure.h"
#include "pictures.h"

using namespace nbpublish;

namespace {

const std::string kSvg =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 "
    "30'><style>.a{fill:url(#g)}</style><defs><linearGradient "
    "id='g'><stop offset='0'/></linearGradient></defs><g id='b' transform='scale(2)'><path class='a' d='M0 "
    "0h4v4z'/>"
    "</g><use href='#b' x='3'/><rect width='5' height='5' fill='url(#g)' style='stroke:red'/></svg>";

std::string mutated(std::string bytes, std::mt19937& random) {
  for (int i = 0; i < 4; ++i) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes[at] = '\xFF';
        break;
      case 2:
        bytes.erase(at, random() % 8);
        break;
      default:
        bytes.insert(at, bytes.substr(random() % bytes.size(), 20));
        break;
    }
    if (bytes.empty()) bytes = "x";
  }
  return bytes;
}

}  // namespace

TEST_CASE("damaged pictures of every kind are refused or read, never worse") {
  std::mt19937 random(7);
  const std::string exif = test::make_exif(1, 300);
  for (const std::string& whole : {test::make_png(16, 16, {.pixels_per_metre = 5000}), test::make_png(16, 16, {.interlaced = true}),
                                   test::make_jpeg(16, 16, {.exif = exif}), test::make_jpeg(16, 16, {.progressive = true}), kSvg}) {
    REQUIRE(read_picture(whole).has_value());
    for (int i = 0; i < 150; ++i)
      if (const auto result = read_picture(mutated(whole, random)); !result) {
        CHECK(result.error().kind == ErrorKind::Input);
        CHECK_FALSE(result.error().message.empty());
      }
  }
}
