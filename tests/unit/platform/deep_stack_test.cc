#include "platform/deep_stack.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace nbpublish;

namespace {

// Each call has a kilobyte of its own.
int depth(int left) {
  volatile char room[1'000] = {};
  room[left % 1'000] = 1;
  return left == 0 ? 0 : depth(left - 1) + room[left % 1'000];
}

}  // namespace

TEST_CASE("a deep stack holds what the usual one does not") {
  int reached = 0;
  run_on_deep_stack(64u << 20, [&] { reached = depth(40'000); });
  CHECK(reached == 40'000);
}

TEST_CASE("what is thrown on a deep stack is thrown where it was asked for") {
  CHECK_THROWS_AS(run_on_deep_stack(1u << 20, [] { throw std::runtime_error("x"); }), std::runtime_error);
  CHECK_THROWS_AS(run_on_deep_stack(std::size_t{1} << 60, [] {}), std::bad_alloc);
}
