#include "graph/timings.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace nbpublish;

namespace {

using Origin = RunLog::Origin;

std::size_t lines_of(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

}  // namespace

TEST_CASE("a table of times has a line for each stage, the dearest first, and the sum") {
  const std::vector<RunLog::Record> records = {
      {"text", "a.md", 0, 2'000'000, 500'000, 0, Origin::Found},
      {"pages", "a.md", 0, 1'000'000, 1'000'000, 0, Origin::Made},
      {"pages", "b.md", 0, 3'000'000, 500'000, 0, Origin::Found},
  };
  CHECK(timings_table(records) ==
        "stage         times   made cached    CPU s   share  longest\n"
        "pages             2      1      1     1.50  75.0 %     3.00  b.md\n"
        "text              1      0      1     0.50  25.0 %     2.00  a.md\n"
        "all               3      1      2     2.00 100.0 %     3.00\n");
}

TEST_CASE("a table of times is short, whatever the run has done") {
  std::vector<RunLog::Record> records;
  for (int i = 0; i < 500; ++i) records.push_back({"stage " + std::to_string(i), "x", i, 1, 10 * i, 0, Origin::Made});
  const std::string table = timings_table(records);
  CHECK(lines_of(table) == kMostTimingLines);
  CHECK(table.find("473 others") != std::string::npos);
  CHECK(lines_of(timings_table({})) == 2);
}

TEST_CASE("a long subject keeps its end, in whole characters") {
  std::string name;
  for (int i = 0; i < 60; ++i) name += "ä";
  const std::string table = timings_table({{"text", name + "/end.md", 0, 1, 1, 0, Origin::Made}});
  CHECK(table.find("…ä") != std::string::npos);
  CHECK(table.find("/end.md") != std::string::npos);
}
