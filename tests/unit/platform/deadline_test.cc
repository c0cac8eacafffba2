#include "platform/deadline.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace nbpublish;
using std::chrono::milliseconds;

TEST_CASE("a deadline comes nearer, passes, and stays passed") {
  const Deadline far(std::chrono::hours(1));
  const milliseconds left = far.left();
  CHECK(left > std::chrono::minutes(59));
  CHECK(left <= std::chrono::hours(1));
  CHECK_FALSE(far.has_passed());
  const Deadline near(milliseconds(5));
  std::this_thread::sleep_for(near.left());
  CHECK(near.has_passed());
  CHECK(near.left() == milliseconds(0));
  CHECK(Deadline(milliseconds(0)).has_passed());
  CHECK(Deadline(milliseconds(-5)).left() == milliseconds(0));
}
