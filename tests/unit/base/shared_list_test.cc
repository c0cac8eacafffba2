#include "base/shared_list.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

using namespace nbpublish;

TEST_CASE("copies of a list are one until somebody changes his") {
  SharedList<int> one;
  CHECK(one.empty());
  one.push_back(1);
  one.push_back(2);
  SharedList<int> other = one;
  CHECK(&one.all() == &other.all());
  other.edit()[0] = 7;
  CHECK(&one.all() != &other.all());
  CHECK(one.all() == std::vector<int>{1, 2});
  CHECK(other.all() == std::vector<int>{7, 2});
  // Alone again, a list is changed where it stands.
  const std::vector<int>* place = &other.all();
  other.push_back(3);
  CHECK(&other.all() == place);
  one = {};
  CHECK(one.size() == 0);
  CHECK(one.begin() == one.end());
  CHECK(other.size() == 3);
}

namespace {

struct Sum {
  int of_all = 0;
};

}  // namespace

TEST_CASE("facts of a list are found out once for all copies, and anew when it was changed") {
  int calls = 0;
  const auto find_out = [&](const std::vector<int>& list) {
    ++calls;
    return Sum{std::accumulate(list.begin(), list.end(), 0)};
  };
  SharedList<int, Sum> one;
  CHECK(one.facts(find_out).of_all == 0);
  one.push_back(1);
  CHECK(one.facts(find_out).of_all == 1);
  SharedList<int, Sum> other = one;
  calls = 0;
  CHECK(other.facts(find_out).of_all == 1);
  CHECK(calls == 0);
  other.push_back(2);
  CHECK(other.facts(find_out).of_all == 3);
  CHECK(one.facts(find_out).of_all == 1);
  CHECK(calls == 1);
}

TEST_CASE("a list that is unread is read once, when somebody looks at it, for all copies") {
  int reads = 0;
  const auto list = SharedList<int, Sum>::unread([&] { return ++reads, std::vector<int>{1, 2, 3}; }, {6});
  SharedList<int, Sum> copy = list;
  const auto find_out = [](const std::vector<int>&) { return Sum{-1}; };
  CHECK(list.facts(find_out).of_all == 6);
  CHECK(copy.is_unread());
  CHECK(reads == 0);
  copy.push_back(4);
  CHECK(copy.all() == std::vector<int>{1, 2, 3, 4});
  CHECK(list.all() == std::vector<int>{1, 2, 3});
  CHECK_FALSE(list.is_unread());
  CHECK(reads == 1);
  CHECK(copy.facts(find_out).of_all == -1);
  CHECK(list.facts(find_out).of_all == 6);
}

TEST_CASE("several threads may be the first to look at a list") {
  std::atomic<int> reads = 0;
  const auto list = SharedList<int, Sum>::unread([&] { return ++reads, std::vector<int>(1000, 1); }, {});
  std::vector<std::thread> threads;
  std::atomic<std::size_t> seen = 0;
  for (int i = 0; i < 8; ++i) threads.emplace_back([&] { seen += list.size(); });
  for (std::thread& thread : threads) thread.join();
  CHECK(reads == 1);
  CHECK(seen == 8000);
}
