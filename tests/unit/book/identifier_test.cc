#include "book/identifier.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("identifiers become canonical") {
  CHECK(canonical_identifier("isbn:978-0-306-40615-7") == "isbn:9780306406157");
  CHECK(canonical_identifier("isbn:9791034567898").has_value());
  CHECK(canonical_identifier("isbn:0-306-40615-2") == "isbn:9780306406157");
  CHECK(canonical_identifier("isbn:080442957X") == "isbn:9780804429573");
  CHECK(canonical_identifier("urn:uuid:E640F4E0-85CE-5EA0-8F1D-A3DE408D25A5") == "urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25a5");
}

TEST_CASE("a wrong check digit of an ISBN is found") {
  const auto result = canonical_identifier("isbn:978-0-306-40615-8");
  REQUIRE_FALSE(result);
  CHECK(result.error() == "is an ISBN with a wrong check digit");
}

TEST_CASE("a wrong check digit of an ISBN of ten digits is found") {
  for (const char* wrong : {"isbn:0-306-40615-3", "isbn:0306406120", "isbn:0-306-40615-X"}) {
    INFO(wrong);
    const auto result = canonical_identifier(wrong);
    REQUIRE_FALSE(result);
    CHECK(result.error() == "is an ISBN with a wrong check digit");
  }
}

TEST_CASE("an ISBN is printed in the groups it is written in") {
  CHECK(printed_isbn("isbn:978-0-306-40615-7") == "978-0-306-40615-7");
  CHECK(printed_isbn("isbn:978 0 306 40615 7") == "978-0-306-40615-7");
  CHECK(printed_isbn("isbn:0-306-40615-2") == "978-0-306-40615-7");
  CHECK(printed_isbn("isbn:0306406152") == "9780306406157");
  CHECK_FALSE(printed_isbn("isbn:978-0-306-40615-8"));
  CHECK_FALSE(printed_isbn("urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25a5"));
}

TEST_CASE("what is no identifier is refused") {
  for (const char* wrong :
       {"", "9780306406157", "isbn:", "isbn:X306406152", "isbn:03064061522", "isbn:-", "isbn:123456789012X", "isbn:1230306406157",
        "isbn:97803064061570", "urn:uuid:", "urn:uuid:e640f4e085ce5ea08f1da3de408d25a5", "urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25g5",
        "urn:isbn:9780306406157", "urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25a5 "}) {
    INFO(wrong);
    CHECK_FALSE(canonical_identifier(wrong));
  }
}
