#include "cli/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "book/discovery.h"
#include "cli/output.h"
#include "cli/source_date.h"
#include "diag/digest.h"
#include "diag/render.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostSource = 4u << 20;  // of a text that a complaint shows a line of

int exit_code_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::Input: return kBookErrors;
    case ErrorKind::Usage: return kWrongUse;
    case ErrorKind::Environment:
    case ErrorKind::Internal: return kEnvironment;
  }
  return kEnvironment;
}

}  // namespace

int report(const Error& error) {
  if (!error.message.empty()) print_message(fmt::format("nbpublish: {}\n", error.message));
  if (!error.hint.empty()) print_message(fmt::format("  hint: {}\n", error.hint));
  return exit_code_of(error);
}

Status Command::start() {
  std::filesystem::path root = arguments_.book;
  if (arguments_.book.empty()) {
    NBP_TRY_ASSIGN(root, find_book(files_, std::filesystem::current_path()));
  } else if (!files_.is_directory(root)) {
    return fail(ErrorKind::Usage, fmt::format("--book: '{}' is not a folder", arguments_.book));
  } else if (!is_there(files_, root / "book.toml") && is_there(files_, root / "content/book.toml")) {
    root /= "content";
  }
  options_.root = root;
  NBP_TRY_ASSIGN(options_.source_date, read_source_date(std::getenv("SOURCE_DATE_EPOCH")));
  options_.out = arguments_.out;
  options_.cache = arguments_.cache;
  options_.volumes = arguments_.volumes;
  options_.pdf = arguments_.pdf;
  options_.editions = arguments_.editions;
  options_.cover = arguments_.cover;
  options_.epub = arguments_.epub;
  options_.sample = arguments_.sample;
  options_.omnibus = arguments_.omnibus;
  options_.embed_fonts = !arguments_.no_fonts;
  options_.early_access = arguments_.early_access;
  options_.jobs = arguments_.jobs;
  options_.progress = [this](std::string_view stage, std::size_t done, std::size_t all) { progress_.show(stage, done, all); };
  return {};
}

Command::Command(const Arguments& arguments)
    : arguments_(arguments), progress_(arguments.quiet || arguments.json), sources_([this](const std::string& file) {
        // What leads out of the book, or was too large to be read, is not quoted either.
        auto text = read_inside(files_, options_.root, file, kMostSource);
        return text ? std::optional(std::move(*text)) : std::nullopt;
      }) {}

// All of them to programs; to people no notes, and what is alike once, unless they ask for all.
void Command::print_diagnostics() {
  std::vector<const Diagnostic*> shown;
  for (const Diagnostic& d : diagnostics_.all()) {
    const bool is_wanted = d.severity == Severity::Error || (!arguments_.quiet && (arguments_.json || arguments_.verbose || d.severity == Severity::Warning));
    if (is_wanted) shown.push_back(&d);
  }
  if (arguments_.json) {
    for (const Diagnostic* d : shown) print_message(render_json(*d) + '\n');
  } else if (arguments_.verbose) {
    for (const Diagnostic* d : shown) print_message(render_human(*d, &sources_));
  } else {
    print_message(render_digest(shown, sources_));
  }
}

int Command::finish(std::string_view results, std::string_view made) {
  progress_.clear();
  if (arguments_.strict) diagnostics_.promote_warnings();
  print_diagnostics();
  print_result(results);
  const std::size_t errors = diagnostics_.count(Severity::Error), warnings = diagnostics_.count(Severity::Warning);
  if (!arguments_.json && !arguments_.quiet) {
    const std::string counts = render_counts(errors, warnings);
    std::string line(made);
    if (!counts.empty()) line += (line.empty() ? "" : "; ") + counts;
    if (!made.empty()) line += fmt::format("; {:.1f} s", progress_.seconds());
    if (!line.empty()) print_message(line + '\n');
  }
  return errors > 0 ? kBookErrors : kDone;
}

int Command::finish_with(const Error& error) {
  const int code = finish();
  return std::max(code, report(error));
}

int run_text(const Arguments& arguments, const std::function<Result<std::string>(Command&)>& make) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const Result<std::string> text = make(command);
  if (!text) return command.finish_with(text.error());
  return command.finish(*text);
}

}  // namespace nbpublish
