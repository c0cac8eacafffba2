#include "base/shared_list.h"

#include <catch2/catch.hpp>

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

TEST_CASE("a list is hashed once for all copies, and anew when it was changed") {
  int calls = 0;
  const auto hash = [&](const std::vector<int>& list) {
    ++calls;
    return Hash128{1, list.size()};
  };
  SharedList<int> one;
  CHECK(one.hash_by(hash) == Hash128{1, 0});
  one.push_back(1);
  CHECK(one.hash_by(hash) == Hash128{1, 1});
  SharedList<int> other = one;
  calls = 0;
  CHECK(other.hash_by(hash) == Hash128{1, 1});
  CHECK(calls == 0);
  other.push_back(2);
  CHECK(other.hash_by(hash) == Hash128{1, 2});
  CHECK(one.hash_by(hash) == Hash128{1, 1});
  CHECK(calls == 1);
  other.set_hash({3, 4});
  CHECK(other.hash_by(hash) == Hash128{3, 4});
}
