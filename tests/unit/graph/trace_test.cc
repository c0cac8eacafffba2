#include "graph/trace.h"

#include <simdjson.h>
#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

struct Trace {
  std::vector<std::string> names;  // of the complete events
  std::size_t threads = 0;
  std::uint64_t left_out = 0;
};

Trace parsed(const std::string& json) {
  simdjson::dom::parser parser;
  const simdjson::dom::element root = parser.parse(json);
  Trace out;
  out.left_out = root["otherData"]["left_out"];
  for (const simdjson::dom::element event : root["traceEvents"]) {
    const std::string_view phase = event["ph"];
    if (phase == "M") ++out.threads;
    if (phase != "X") continue;
    out.names.emplace_back(event["name"].get_string().value());
    CHECK(event["ts"].is_int64());
    CHECK(event["dur"].is_int64());
    CHECK(event["tid"].is_int64());
  }
  return out;
}

}  // namespace

TEST_CASE("a trace is JSON with an event for each record and a name for each thread") {
  const Trace trace = parsed(
      trace_json({{"pages", "a \"b\"\n\\c.md", 10, 20, 5, 0, RunLog::Origin::Made}, {"write", "", 30, 1, 1, 3, RunLog::Origin::Found}}));
  CHECK(trace.names == std::vector<std::string>{"pages a \"b\"\n\\c.md", "write"});
  CHECK(trace.threads == 2);
  CHECK(trace.left_out == 0);
}

TEST_CASE("a trace of a run that did nothing is one") { CHECK(parsed(trace_json({})).names.empty()); }

TEST_CASE("a trace keeps its bound: the shortest records are left out") {
  std::vector<RunLog::Record> records;
  for (int i = 0; i < 1000; ++i) records.push_back({"pages", "number " + std::to_string(i), i, i, 1, 0, RunLog::Origin::Made});
  const std::string json = trace_json(records, 20'000);
  CHECK(json.size() <= 20'000);
  CHECK(json.size() > 15'000);
  const Trace trace = parsed(json);
  REQUIRE_FALSE(trace.names.empty());
  CHECK(trace.names.back() == "pages number 999");
  CHECK(trace.left_out + trace.names.size() == 1000);
}
