// One run of a command on a book: the book is found, the world is opened, and what is found is told at the end.
#pragma once

#include <string_view>

#include "cli/exit_codes.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "diag/diagnostic.h"
#include "diag/source_lines.h"
#include "graph/run_log.h"
#include "pipeline/environment.h"
#include "pipeline/options.h"

namespace nbpublish {

// The hidden command of children that read pictures.
inline constexpr const char* kPictureWorker = "--picture-worker";

class Session {
 public:
  Session(RunOptions asked, const Reporting& reporting);
  Session(const Session&) = delete;  // the progress of its options refers to it
  Session& operator=(const Session&) = delete;

  // Finds the book and settles what the machine's environment says. To be called first. Usage errors: there is no book, or
  // SOURCE_DATE_EPOCH is no date.
  Status start();
  const RunOptions& options() const { return options_; }
  // With the store of the run's cache, if there shall be one.
  Environment environment();
  DiagnosticSink& diagnostics() { return diagnostics_; }
  // Prints the diagnostics, then `results` to standard output, and last what was made, what was found and how long it
  // took; the exit code of a run that got this far.
  ExitCode finish(std::string_view results = {}, std::string_view made = {});
  // The same for a run that ended in a refusal.
  ExitCode finish_with(const Error& error);
  // The same for a command whose result is text.
  ExitCode finish_text(const Result<std::string>& text) { return text ? finish(std::string_view(*text)) : finish_with(text.error()); }

 private:
  RunOptions options_;
  Reporting reporting_;
  RunLog log_;
  ProgressLine progress_;
  RealFileSystem files_;
  RealProcessRunner processes_;
  std::unique_ptr<Store> store_;
  DiagnosticSink diagnostics_;
  SourceLines sources_;

  void print_diagnostics();
  // What was asked for of the log; kDone, or why it could not be written.
  ExitCode tell_timings();
  // Why nothing could be kept, said once: the run itself has lost nothing.
  void print_trouble() const;
  std::string from_cache() const;
};

}  // namespace nbpublish
