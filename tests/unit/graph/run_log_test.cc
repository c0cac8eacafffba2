#include "graph/run_log.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace nbpublish;

namespace {

void work() {
  volatile unsigned sum = 0;
  for (unsigned i = 0; i < 3'000'000; ++i) sum = sum + i;
}

}  // namespace

TEST_CASE("a log has a record of each span that has ended, in the order in which they began") {
  RunLog log;
  {
    const RunLog::Span outer(&log, "layout", "volume-1");
    const RunLog::Span inner(&log, "pages", "a.md");
  }
  const auto records = log.records();
  REQUIRE(records.size() == 2);
  CHECK(records[0].stage == "layout");
  CHECK(records[1].stage == "pages");
  CHECK(records[1].subject == "a.md");
  CHECK(records[0].wall >= records[1].wall);
}

TEST_CASE("a log tells what was made from what was found") {
  RunLog log;
  RunLog::Span(&log, "pages", "a.md").set_found();
  { const RunLog::Span span(&log, "pages", "b.md"); }
  RunLog::Span(&log, "pages", "c.md").forget();
  CHECK(log.tally("pages").made == 1);
  CHECK(log.tally("pages").found == 1);
  CHECK(log.tally("text").made == 0);
  CHECK(log.records().size() == 2);
}

TEST_CASE("a span without a log does nothing") {
  RunLog::Span span(nullptr, "pages", "a.md");
  span.set_found();
}

TEST_CASE("threads have numbers of their own, the log's own the first") {
  RunLog log;
  { const RunLog::Span span(&log, "one"); }
  std::thread([&] { const RunLog::Span span(&log, "two"); }).join();
  const auto records = log.records();
  REQUIRE(records.size() == 2);
  CHECK(records[0].thread == 0);
  CHECK(records[1].thread == 1);
}

TEST_CASE("CPU time inside a span of the whole run is counted once") {
  RunLog log;
  {
    const RunLog::Span whole(&log, "layout", {}, RunLog::Reach::Run);
    std::thread([&] {
      const RunLog::Span part(&log, "pages");
      work();
    }).join();
  }
  const auto records = log.records();
  REQUIRE(records.size() == 2);
  CHECK(records[1].cpu > 0);
  CHECK(records[0].cpu < records[1].cpu);
}
