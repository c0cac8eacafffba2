#include <catch2/catch.hpp>
#include <cstdlib>

#include "pipeline/volume_build.h"

using namespace nbpublish;

namespace {

Book dated(std::string date) {
  Book book;
  book.meta.date = std::move(date);
  return book;
}

std::vector<LoadedVolume> chapters_of(const std::vector<std::string>& dates) {
  LoadedVolume volume;
  for (std::size_t i = 0; i < dates.size(); ++i) volume.chapters["c" + std::to_string(i)].front.date = dates[i];
  return {volume};
}

constexpr std::int64_t kDay = 86'400;

}  // namespace

TEST_CASE("only the command line looks into the environment") {
  setenv("SOURCE_DATE_EPOCH", "1234567890", 1);
  CHECK(timestamp_of(dated("1970-01-02"), {}) == kDay);
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST_CASE("the manifest's date goes before the chapters'") {
  CHECK(timestamp_of(dated("1970-01-11"), chapters_of({"1970-01-21"})) == 10 * kDay);
}

TEST_CASE("without one the newest chapter's date counts") {
  CHECK(timestamp_of(dated(""), chapters_of({"1970-01-11", "1970-01-21", "", "1970-01-16"})) == 20 * kDay);
}

TEST_CASE("dates that are none are passed over") {
  CHECK(timestamp_of(dated("soon"), chapters_of({"2026-02-30", "1970-01-03"})) == 2 * kDay);
}

TEST_CASE("a book without dates is of the year 2000, never of today") { CHECK(timestamp_of(Book{}, {}) == 10'957 * kDay); }
