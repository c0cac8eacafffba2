#include "graph/timings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace nbpublish {
namespace {

constexpr std::size_t kMostRows = kMostTimingLines - 2;  // without the head and the sum
constexpr std::size_t kMostSubject = 48;                 // characters, about

struct Row {
  std::string stage;
  std::size_t made = 0, found = 0;
  std::int64_t cpu = 0, longest = 0;
  std::string subject{};  // of the longest
};

double seconds(std::int64_t microseconds) { return static_cast<double>(microseconds) / 1e6; }

void add(Row& row, const Row& more) {
  row.made += more.made;
  row.found += more.found;
  row.cpu += more.cpu;
  if (more.longest < row.longest) return;
  row.longest = more.longest;
  row.subject = more.subject;
}

Row sum_of(std::string name, const Row* begin, const Row* end) {
  Row sum{std::move(name)};
  for (const Row* row = begin; row != end; ++row) add(sum, *row);
  return sum;
}

std::vector<Row> rows_of(const std::vector<RunLog::Record>& records) {
  std::map<std::string, Row> by_stage;
  for (const RunLog::Record& record : records) {
    const bool is_found = record.origin == RunLog::Origin::Found;
    Row& row = by_stage.try_emplace(record.stage, Row{record.stage}).first->second;
    add(row, {record.stage, is_found ? 0u : 1u, is_found ? 1u : 0u, record.cpu, record.wall, record.subject});
  }
  std::vector<Row> rows;
  for (auto& [stage, row] : by_stage) rows.push_back(std::move(row));
  std::ranges::stable_sort(rows, std::ranges::greater(), &Row::cpu);
  return rows;
}

// What is too long loses its beginning: ends of paths tell more.
std::string short_subject(const std::string& subject) {
  if (subject.size() <= kMostSubject) return subject;
  std::size_t from = subject.size() - kMostSubject;
  while (from < subject.size() && (static_cast<unsigned char>(subject[from]) & 0xC0) == 0x80) ++from;
  return "…" + subject.substr(from);
}

std::string line_of(const Row& row, std::int64_t all) {
  const double share = all == 0 ? 0 : 100.0 * static_cast<double>(row.cpu) / static_cast<double>(all);
  return fmt::format("{:<12} {:>6} {:>6} {:>6} {:>8.2f} {:>5.1f} % {:>8.2f}{}\n", row.stage, row.made + row.found, row.made, row.found,
                     seconds(row.cpu), share, seconds(row.longest), row.subject.empty() ? "" : "  " + short_subject(row.subject));
}

}  // namespace

std::string timings_table(const std::vector<RunLog::Record>& records) {
  std::vector<Row> rows = rows_of(records);
  Row all = sum_of("all", rows.data(), rows.data() + rows.size());
  all.subject.clear();
  if (rows.size() > kMostRows) {
    const Row others =
        sum_of(fmt::format("{} others", rows.size() - kMostRows + 1), rows.data() + kMostRows - 1, rows.data() + rows.size());
    rows.resize(kMostRows - 1);
    rows.push_back(others);
  }
  std::string out =
      fmt::format("{:<12} {:>6} {:>6} {:>6} {:>8} {:>7} {:>8}\n", "stage", "times", "made", "cached", "CPU s", "share", "longest");
  for (const Row& row : rows) out += line_of(row, all.cpu);
  return out + line_of(all, all.cpu);
}

}  // namespace nbpublish
