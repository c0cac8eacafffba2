#include "platform/background.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace nbpublish;

TEST_CASE("what is handed over is done when finish() returns, and at the end") {
  for (const unsigned threads : {0u, 1u, 3u}) {
    std::atomic<int> done = 0;
    {
      BackgroundWork work(threads, 1000);
      for (int i = 0; i < 100; ++i) work.hand_over(10, [&] { ++done; });
      work.finish();
      CHECK(done == 100);
      for (int i = 0; i < 100; ++i) work.hand_over(10, [&] { ++done; });
    }
    CHECK(done == 200);
  }
}

TEST_CASE("no more waits than is allowed, but for a task that is larger alone") {
  std::atomic<std::size_t> waiting = 0, most = 0;
  BackgroundWork work(2, 100);
  for (int i = 0; i < 200; ++i) {
    work.hand_over(40, [&] { waiting -= 40; });
    most = std::max(most.load(), waiting += 40);
  }
  work.hand_over(1000, [] {});
  work.finish();
  CHECK(most <= 100 + 40);
}

TEST_CASE("one thread does what it is given in its order") {
  std::vector<int> order;
  BackgroundWork work(1, 100);
  for (int i = 0; i < 50; ++i) work.hand_over(1, [&order, i] { order.push_back(i); });
  work.finish();
  REQUIRE(order.size() == 50);
  CHECK(std::ranges::is_sorted(order));
}
