#include "cli/progress.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("progress tells the stage, what is done, where it came from and how long the rest takes") {
  CHECK(progress_words("drawing", {}, std::nullopt) == "drawing");
  CHECK(progress_words("setting", {12, 45, {3, 9}}, 20.4) == "setting: 12/45 chapters, 3 made, 9 cached, 20 s left");
  CHECK(progress_words("setting", {12, 45, {}}, 0.2) == "setting: 12/45 chapters, 1 s left");
  CHECK(progress_words("setting", {1, 2, {}}, 300) == "setting: 1/2 chapters, 5 min left");
}

TEST_CASE("the time that is left is known from the second second on") {
  CHECK_FALSE(seconds_left({5, 10, {}}, 0.9));
  CHECK_FALSE(seconds_left({0, 10, {}}, 5));
  CHECK_FALSE(seconds_left({10, 10, {}}, 5));
  CHECK_FALSE(seconds_left({}, 5));
  CHECK(*seconds_left({5, 20, {}}, 2) == 6.0);
}

TEST_CASE("a line of progress fits on a terminal") {
  CHECK((progress_words("reading", {1200, 1200, {1200, 1200}}, 1200) + " (1234.5 s)").size() < 80);
}
