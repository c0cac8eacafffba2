#include <catch2/catch.hpp>
#include <cstdlib>

#include "pipeline/volume_build.h"

using namespace nbpublish;

namespace {

// SOURCE_DATE_EPOCH as the test wants it; as it was afterwards.
class Epoch {
 public:
  explicit Epoch(const char* value) {
    if (const char* before = std::getenv("SOURCE_DATE_EPOCH")) before_ = before;
    set(value);
  }
  ~Epoch() { set(before_ ? before_->c_str() : nullptr); }

 private:
  std::optional<std::string> before_;
  static void set(const char* value) {
    if (value != nullptr)
      setenv("SOURCE_DATE_EPOCH", value, 1);
    else
      unsetenv("SOURCE_DATE_EPOCH");
  }
};

Book dated(std::string date) {
  Book book;
  book.meta.date = std::move(date);
  return book;
}

std::vector<LoadedVolume> chapters_of(const std::vector<std::string>& dates) {
  LoadedVolume volume;
  for (std::size_t i = 0; i < dates.size(); ++i)
    volume.chapters["c" + std::to_string(i)].front.date = dates[i];
  return {volume};
}

constexpr std::int64_t kDay = 86'400;

}  // namespace

TEST_CASE("SOURCE_DATE_EPOCH goes before everything") {
  const Epoch epoch("1234567890");
  CHECK(timestamp_of(dated("2026-11-01"), {}) == 1234567890);
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no number is as if it were not there") {
  for (const char* value : {"", "yesterday", "12x", "-5"}) {
    const Epoch epoch(value);
    CHECK(timestamp_of(dated("1970-01-02"), {}) == kDay);
  }
}

TEST_CASE("the manifest's date goes before the chapters'") {
  const Epoch epoch(nullptr);
  CHECK(timestamp_of(dated("1970-01-11"), chapters_of({"1970-01-21"})) == 10 * kDay);
}

TEST_CASE("without one the newest chapter's date counts") {
  const Epoch epoch(nullptr);
  CHECK(timestamp_of(dated(""), chapters_of({"1970-01-11", "1970-01-21", "", "1970-01-16"})) == 20 * kDay);
}

TEST_CASE("dates that are none are passed over") {
  const Epoch epoch(nullptr);
  CHECK(timestamp_of(dated("soon"), chapters_of({"2026-02-30", "1970-01-03"})) == 2 * kDay);
}

TEST_CASE("a book without dates is of the year 2000, never of today") {
  const Epoch epoch(nullptr);
  CHECK(timestamp_of(Book{}, {}) == 10'957 * kDay);
}
