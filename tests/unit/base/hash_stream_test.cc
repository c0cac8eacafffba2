#include "base/hash_stream.h"

#include <catch2/catch.hpp>

#include <string>

using namespace nbpublish;

TEST_CASE("a hash of pieces is that of the whole, however it is cut") {
  std::string whole;
  for (int i = 0; i < 5000; ++i) whole += static_cast<char>(i * 7);
  for (const std::size_t step : {1, 3, 64, 255, 1000, 5000}) {
    HashStream stream;
    for (std::size_t at = 0; at < whole.size(); at += step) {
      CHECK(stream.hash() == hash128(std::string_view(whole).substr(0, at)));
      stream.add(std::string_view(whole).substr(at, step));
    }
    CHECK(stream.hash() == hash128(whole));
  }
  CHECK(HashStream().hash() == hash128(""));
}
