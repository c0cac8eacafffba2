#include "cli/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "book/discovery.h"
#include "cli/output.h"
#include "cli/refusal.h"
#include "cli/source_date.h"
#include "diag/digest.h"
#include "diag/render.h"
#include "graph/timings.h"
#include "graph/trace.h"
#include "pipeline/cache.h"
#include "pipeline/stages.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostSource = 4u << 20;  // of a text that a complaint shows a line of

// The folder that is named, or that of its content/ which has the manifest; without a name the nearest upward.
Result<std::filesystem::path> book_folder(const FileSystem& files, const std::filesystem::path& named) {
  if (named.empty()) return find_book(files, std::filesystem::current_path());
  if (!files.is_directory(named)) return fail(ErrorKind::Usage, fmt::format("--book: '{}' is not a folder", named.string()));
  const bool is_in_content = !is_there(files, named / "book.toml") && is_there(files, named / "content/book.toml");
  return is_in_content ? named / "content" : named;
}

}  // namespace

Session::Session(RunOptions asked, const Reporting& reporting)
    : options_(std::move(asked)),
      reporting_(reporting),
      progress_(reporting.quiet || reporting.json),
      sources_([this](const std::string& file) {
        // What leads out of the book, or was too large to be read, is not quoted either.
        auto text = read_inside(files_, options_.folders.book, file, kMostSource);
        return text ? std::optional(std::move(*text)) : std::nullopt;
      }) {
  options_.execution.log = &log_;
  options_.execution.progress = [this](std::string_view stage, std::size_t done, std::size_t all) {
    progress_.show(stage, {done, all, log_.tally(stage == "reading" ? stages::kText : stages::kPages)});
  };
}

Status Session::start() {
  NBP_TRY_ASSIGN(options_.folders.book, book_folder(files_, options_.folders.book));
  NBP_TRY_ASSIGN(options_.request.source_date, read_source_date(std::getenv("SOURCE_DATE_EPOCH")));
  return {};
}

Environment Session::environment() {
  Environment env{files_, processes_, {"/proc/self/exe", kPictureWorker}};
  if (store_ == nullptr) store_ = open_store(options_, env);
  env.store = store_.get();
  return env;
}

void Session::print_trouble() const {
  if (reporting_.quiet || reporting_.json || store_ == nullptr || !store_->trouble()) return;
  print_message(fmt::format("the cache keeps nothing, the next run makes all anew: {}\n", store_->trouble()->message));
}

// Of what has been looked for there.
std::string Session::from_cache() const {
  if (store_ == nullptr || store_->found() == 0) return "";
  if (store_->missed() == 0) return "; all from the cache";
  return fmt::format("; {} of {} from the cache", store_->found(), store_->found() + store_->missed());
}

// All of them to programs; to people no notes, and what is alike once, unless they ask for all.
void Session::print_diagnostics() {
  const auto is_wanted = [&](const Diagnostic& d) {
    if (d.severity == Severity::Error) return true;
    return !reporting_.quiet && (reporting_.json || reporting_.verbose || d.severity == Severity::Warning);
  };
  std::vector<const Diagnostic*> shown;
  for (const Diagnostic& d : diagnostics_.all())
    if (is_wanted(d)) shown.push_back(&d);
  if (reporting_.json) {
    for (const Diagnostic* d : shown) print_message(render_json(*d) + '\n');
  } else if (reporting_.verbose) {
    for (const Diagnostic* d : shown) print_message(render_human(*d, &sources_));
  } else {
    print_message(render_digest(shown, sources_));
  }
}

ExitCode Session::finish(std::string_view results, std::string_view made) {
  progress_.clear();
  if (reporting_.strict) diagnostics_.promote_warnings();
  print_diagnostics();
  print_trouble();
  print_result(results);
  const ExitCode traced = tell_timings();
  const std::size_t errors = diagnostics_.count(Severity::Error), warnings = diagnostics_.count(Severity::Warning);
  if (!reporting_.json && !reporting_.quiet) {
    const std::string counts = render_counts(errors, warnings);
    std::string line(made);
    if (!counts.empty()) line += (line.empty() ? "" : "; ") + counts;
    if (!made.empty()) line += fmt::format("{}; {:.1f} s", from_cache(), progress_.seconds());
    if (!line.empty()) print_message(line + '\n');
  }
  return std::max(traced, errors > 0 ? kBookErrors : kDone);
}

// Before the line that a run ends with.
ExitCode Session::tell_timings() {
  if (reporting_.timings) print_message(timings_table(log_.records()));
  if (reporting_.trace.empty()) return kDone;
  const Status written = files_.write_file(reporting_.trace, trace_json(log_.records()));
  return written ? kDone : report(written.error());
}

ExitCode Session::finish_with(const Error& error) {
  const ExitCode code = finish();
  return std::max(code, report(error));
}

}  // namespace nbpublish
