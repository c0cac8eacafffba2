// What all commands share: their arguments, finding the book, printing diagnostics, exit codes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/progress.h"
#include "diag/source_lines.h"
#include "pipeline/publish.h"
#include "platform/parallel.h"

namespace nbpublish {

// The hidden command of children that read pictures.
inline constexpr const char* kPictureWorker = "--picture-worker";

enum ExitCode { kDone = 0, kBookErrors = 1, kWrongUse = 2, kEnvironment = 3 };

struct Arguments {
  std::vector<std::string> volumes;
  std::string book, out = "build/out", cache = "build/cache", stage = "document", file, outlet;
  std::vector<std::string> editions;
  std::vector<std::string> commands;  // all that there are
  bool all = false, pdf = false, epub = false, cover = false, sample = false, omnibus = false, early_access = false, strict = false, quiet = false, verbose = false, json = false, style_keys = false, no_fonts = false;
  unsigned jobs = default_jobs();
};

// Prints a refusal, unless it is told already, and gives its exit code.
int report(const Error& error);

// One run of a command: its options, its diagnostics, its exit.
class Command {
 public:
  explicit Command(const Arguments& arguments);

  // Finds the book and fills the options.
  Status start();
  PublishOptions& options() { return options_; }
  Environment environment() { return {files_, processes_, {"/proc/self/exe", kPictureWorker}}; }
  DiagnosticSink& diagnostics() { return diagnostics_; }
  // Prints the diagnostics, then `results` to standard output, and last what was made, what was found and how long it
  // took; the exit code of a run that got this far.
  int finish(std::string_view results = {}, std::string_view made = {});
  // The same for a run that ended in a refusal.
  int finish_with(const Error& error);

 private:
  const Arguments& arguments_;
  ProgressLine progress_;
  RealFileSystem files_;
  RealProcessRunner processes_;
  PublishOptions options_;
  DiagnosticSink diagnostics_;
  SourceLines sources_;

  void print_diagnostics();
};

// A command whose result is text on standard output.
int run_text(const Arguments& arguments, const std::function<Result<std::string>(Command&)>& make);

int run_publish(const Arguments& arguments);
int run_audit(const Arguments& arguments);
int run_preflight(const Arguments& arguments);
int run_diagrams(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_list(const Arguments& arguments);
int run_dump(const Arguments& arguments);

}  // namespace nbpublish
