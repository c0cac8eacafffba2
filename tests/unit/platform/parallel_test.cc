#include "platform/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace nbpublish;

TEST_CASE("every index is done once, by any number of threads") {
  for (const unsigned jobs : {0u, 1u, 2u, 3u, 8u, 64u})
    for (const std::size_t count : {0u, 1u, 2u, 7u, 1000u}) {
      std::vector<std::atomic<int>> done(count);
      parallel_for(jobs, count, [&](std::size_t i) { ++done[i]; });
      INFO(jobs << " threads, " << count << " bodies");
      CHECK(std::ranges::all_of(done, [](const std::atomic<int>& n) { return n == 1; }));
    }
}

TEST_CASE("one thread does all in order, and it is the caller's") {
  std::vector<std::size_t> order;
  std::set<std::thread::id> threads;
  parallel_for(1, 5, [&](std::size_t i) { order.push_back(i), threads.insert(std::this_thread::get_id()); });
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(threads == std::set<std::thread::id>{std::this_thread::get_id()});
}

TEST_CASE("bodies may use threads of their own, and what one throws is thrown to the caller") {
  std::atomic<int> done = 0;
  parallel_for(3, 4, [&](std::size_t) { parallel_for(3, 4, [&](std::size_t) { ++done; }); });
  CHECK(done == 16);
  CHECK_THROWS_AS(parallel_for(2, 8,
                               [](std::size_t i) {
                                 if (i == 5) throw std::runtime_error("five");
                               }),
                  std::runtime_error);
}

TEST_CASE("the usual number of threads is at least one") { CHECK(default_jobs() >= 1); }
