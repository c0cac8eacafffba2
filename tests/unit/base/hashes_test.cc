// Hashes and names that must be the same in every release: caches, ids and files outlive the program.
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "base/sha256.h"
#include "base/uuid.h"

using namespace nbpublish;

TEST_CASE("content hashes are XXH3's, high half first") {
  CHECK(to_hex(hash64("")) == "2d06800538d394c2");
  CHECK(to_hex(hash128("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(to_hex(hash64("abc")) == "78af5f94892f3950");
  CHECK(to_hex(hash128("abc")) == "06b05ab6733a618578af5f94892f3950");
}

TEST_CASE("a seed and each byte change a hash") {
  CHECK(hash64("abc", 1) != hash64("abc"));
  CHECK(hash128("abc", 1) != hash128("abc"));
  CHECK(hash128(std::string_view("a\0", 2)) != hash128("a"));
  CHECK(TextHash()("abc") == static_cast<std::size_t>(hash64("abc")));
}

TEST_CASE("hashes are written with all of their digits") {
  CHECK(to_hex(std::uint64_t{0}) == "0000000000000000");
  CHECK(to_hex(std::uint64_t{0xABC}) == "0000000000000abc");
  CHECK(to_hex(Hash128{1, 0xF}) == "0000000000000001000000000000000f");
}

TEST_CASE("SHA-256 is the standard's") {  // FIPS 180-2, appendix B
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a name has one URN, of the shape of a version 5 UUID") {
  const std::string urn = name_based_urn("a book");
  REQUIRE(urn.size() == std::string("urn:uuid:00000000-0000-5000-8000-000000000000").size());
  CHECK(urn == name_based_urn("a book"));
  CHECK(urn != name_based_urn("another book"));
  CHECK(urn.starts_with("urn:uuid:"));
  for (const std::size_t dash : {17, 22, 27, 32}) CHECK(urn[dash] == '-');
  CHECK(urn[23] == '5');
  CHECK(std::string("89ab").find(urn[28]) != std::string::npos);
  CHECK(name_based_urn("") == "urn:uuid:99aa06d3-0147-58d8-a001-c324468d497f");
}
