#include "style/style_words.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a style's values are told as its file says them") {
  Style style;
  style.family_serif = "Source Serif 4";
  style.leading = Length::pt(12.5);
  style.text = {FontFamily::Serif, 400, true, Length::pt(9.5), Length::pt(13)};
  style.inner_margins = {{300, Length::pt(54)}, {700, Length::pt(63)}};
  style.start_recto = true;
  style.lines = 40;
  const auto values = style_values(style);
  CHECK(values.at("family.serif") == "Source Serif 4");
  CHECK(values.at("page.leading") == "12.5");
  CHECK(values.at("text.style") == "serif 400 italic 9.5/13");
  CHECK(values.at("page.inner-margins") == "[[300, 54], [700, 63]]");
  CHECK(values.at("opener.start-recto") == "true");
  CHECK(values.at("page.lines") == "40");
}
