#include "graph/run_log.h"

#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <tuple>
#include <utility>

namespace nbpublish {
namespace {

std::int64_t microseconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1'000;
}

std::int64_t microseconds(const timeval& time) { return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_usec; }

std::int64_t cpu_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
}

std::int64_t cpu_now(RunLog::Reach reach) {
  return reach == RunLog::Reach::Thread ? microseconds(CLOCK_THREAD_CPUTIME_ID)
                                        : microseconds(CLOCK_PROCESS_CPUTIME_ID) + cpu_of_children();
}

}  // namespace

RunLog::Span::Span(RunLog* log, std::string_view stage, std::string_view subject, Reach reach)
    : log_(log), stage_(stage), subject_(subject), reach_(reach) {
  if (log_ == nullptr) return;
  told_ = log_->told();
  start_ = microseconds(CLOCK_MONOTONIC);
  cpu_ = cpu_now(reach_);
}

RunLog::Span::~Span() {
  if (log_ == nullptr) return;
  std::int64_t cpu = cpu_now(reach_) - cpu_;
  if (reach_ == Reach::Run) cpu -= log_->told() - told_;
  const std::int64_t wall = microseconds(CLOCK_MONOTONIC) - start_;
  log_->add({std::move(stage_), std::move(subject_), start_ - log_->begun_, wall, std::max(cpu, std::int64_t{0}), 0, origin_});
}

RunLog::RunLog() : threads_{{std::this_thread::get_id(), 0}}, begun_(microseconds(CLOCK_MONOTONIC)) {}

std::int64_t RunLog::told() const {
  const std::lock_guard lock(one_at_a_time_);
  return told_;
}

void RunLog::add(Record record) {
  const std::lock_guard lock(one_at_a_time_);
  record.thread = threads_.try_emplace(std::this_thread::get_id(), static_cast<unsigned>(threads_.size())).first->second;
  told_ += record.cpu;
  Tally& tally = tallies_[record.stage];
  ++(record.origin == Origin::Found ? tally.found : tally.made);
  records_.push_back(std::move(record));
}

std::vector<RunLog::Record> RunLog::records() const {
  std::vector<Record> out;
  {
    const std::lock_guard lock(one_at_a_time_);
    out = records_;
  }
  std::ranges::stable_sort(out, {}, [](const Record& record) { return std::tuple(record.start, -record.wall); });
  return out;
}

RunLog::Tally RunLog::tally(std::string_view stage) const {
  const std::lock_guard lock(one_at_a_time_);
  const auto found = tallies_.find(stage);
  return found == tallies_.end() ? Tally{} : found->second;
}

}  // namespace nbpublish
