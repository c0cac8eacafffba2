#include "cli/source_date.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("SOURCE_DATE_EPOCH is a whole number of seconds") {
  CHECK(*read_source_date(nullptr) == std::nullopt);
  CHECK(*read_source_date("0") == 0);
  CHECK(*read_source_date("1700000000") == 1'700'000'000);
  CHECK(*read_source_date("253402300799") == 253'402'300'799);  // 9999-12-31
}

TEST_CASE("another SOURCE_DATE_EPOCH is wrong use, and the message says what is wrong") {
  const auto refused = [](const char* value) {
    const auto date = read_source_date(value);
    REQUIRE_FALSE(date);
    CHECK(date.error().kind == ErrorKind::Usage);
    return date.error().message;
  };
  for (const char* value : {"", "abc", "-1", "+1", "1e9", "0x10", " 1", "1 ", "1\n", "17000000x0", "1699999999.5", "1,000", "\xD9\xA1"})
    CHECK(refused(value).find("is no number of seconds since 1970") != std::string::npos);
  CHECK(refused("abc") == "SOURCE_DATE_EPOCH: 'abc' is no number of seconds since 1970");
  for (const char* value : {"253402300800", "9223372036854775807", "9223372036854775808", "99999999999999999999999999"})
    CHECK(refused(value).ends_with("is after the year 9999"));
}
