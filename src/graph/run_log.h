// RunLog: what a run has done so far: stages with their subjects, where each came from and what it took.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace nbpublish {

// Of what is not known to be made or found, nothing is said. Times are for people: no key and no output ever holds one.
class RunLog {
 public:
  enum class Origin : std::uint8_t { Made, Found };
  // What a span's CPU time is that of.
  enum class Reach : std::uint8_t {
    Thread,  // the thread that opens and closes it
    Run,     // all threads and all children that have ended, without what spans inside it have told already
  };

  struct Record {
    std::string stage, subject;
    std::int64_t start = 0, wall = 0, cpu = 0;  // microseconds; start since the log was made
    unsigned thread = 0;                        // in the order in which they came; 0 is the one that made the log
    Origin origin = Origin::Made;
  };
  struct Tally {
    std::size_t made = 0, found = 0;
  };

  // A stretch of a run, told to the log when it ends. Without a log it does nothing.
  class Span {
   public:
    Span(RunLog* log, std::string_view stage, std::string_view subject = {}, Reach reach = Reach::Thread);
    ~Span();
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

    // That it came from the store.
    void set_found() { origin_ = Origin::Found; }
    // That there was nothing to tell.
    void forget() { log_ = nullptr; }

   private:
    RunLog* log_;
    std::string stage_, subject_;
    Reach reach_;
    Origin origin_ = Origin::Made;
    std::int64_t start_ = 0, cpu_ = 0, told_ = 0;
  };

  RunLog();
  RunLog(const RunLog&) = delete;
  RunLog& operator=(const RunLog&) = delete;

  // All of these are safe from several threads at once.
  std::vector<Record> records() const;  // in order of their starts, the longer first
  Tally tally(std::string_view stage) const;

 private:
  mutable std::mutex one_at_a_time_;
  std::vector<Record> records_;
  std::map<std::string, Tally, std::less<>> tallies_;
  std::map<std::thread::id, unsigned> threads_;
  std::int64_t begun_ = 0, told_ = 0;  // told_: the CPU time of all records

  std::int64_t told() const;
  void add(Record record);
};

}  // namespace nbpublish
