#include "graph/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "diag/render.h"

namespace nbpublish {
namespace {

std::string event_of(const RunLog::Record& record) {
  const std::string name = record.subject.empty() ? record.stage : record.stage + ' ' + record.subject;
  return fmt::format(R"({{"ph":"X","pid":1,"tid":{},"ts":{},"dur":{},"cat":{},"name":{},"args":{{"from":"{}","cpu_us":{}}}}})",
                     record.thread, record.start, record.wall, json_string(record.stage), json_string(name),
                     record.origin == RunLog::Origin::Found ? "cache" : "made", record.cpu);
}

std::string name_of_thread(unsigned thread) {
  return fmt::format(R"({{"ph":"M","pid":1,"tid":{0},"name":"thread_name","args":{{"name":"thread {0}"}}}})", thread);
}

// Those that have room, the longest first; their numbers in the order of the records.
std::vector<std::size_t> longest_of(const std::vector<RunLog::Record>& records, const std::vector<std::string>& events, std::size_t room) {
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return records[i].wall; });
  std::size_t bytes = 0, count = 0;
  while (count < order.size() && (bytes += events[order[count]].size() + 2) <= room) ++count;
  order.resize(count);
  std::ranges::sort(order);
  return order;
}

}  // namespace

std::string trace_json(const std::vector<RunLog::Record>& records, std::size_t most_bytes) {
  std::vector<std::string> events;
  std::set<unsigned> threads;
  for (const RunLog::Record& record : records) {
    events.push_back(event_of(record));
    threads.insert(record.thread);
  }
  std::string names;
  for (const unsigned thread : threads) names += (names.empty() ? "\n" : ",\n") + name_of_thread(thread);
  constexpr std::size_t kFrame = 200;  // what stands around the events
  const std::size_t taken = names.size() + kFrame;
  const std::vector<std::size_t> shown = longest_of(records, events, most_bytes > taken ? most_bytes - taken : 0);
  std::string out =
      fmt::format(R"({{"displayTimeUnit":"ms","otherData":{{"left_out":{}}},"traceEvents":[{})", records.size() - shown.size(), names);
  for (const std::size_t i : shown) out += ",\n" + events[i];
  return out + "\n]}\n";
}

}  // namespace nbpublish
