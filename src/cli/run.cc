#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "book/discovery.h"
#include "cli/progress.h"
#include "diag/render.h"
#include "pipeline/publish.h"
#include "platform/parallel.h"
#include "style/read_style.h"

namespace nbpublish {
namespace {

enum ExitCode { kDone = 0, kBookErrors = 1, kWrongUse = 2, kEnvironment = 3 };

constexpr const char* kExamples =
    "Examples:\n"
    "  nbpublish volume-1 --pdf --epub           the first volume of the book in this folder\n"
    "  nbpublish --all --epub --out dist         the ebooks of all volumes\n"
    "  nbpublish volume-1 --pdf --early-access   with drafts, marked as not final\n"
    "  nbpublish check --strict                  read and resolve everything, warnings are errors\n"
    "  nbpublish list                            the tree with numbers, status and words\n"
    "Exit codes: 0 done, 1 errors in the book, 2 wrong use, 3 something is missing on this machine.";

struct Arguments {
  std::vector<std::string> volumes;
  std::string book, out = "build/out", stage = "document";
  bool all = false, pdf = false, epub = false, early_access = false, strict = false, quiet = false, json = false, style_keys = false;
  unsigned jobs = default_jobs();
};

// The options that every command takes.
void add_common(CLI::App& app, Arguments& a) {
  app.add_option("--book", a.book, "the book's folder (default: the nearest upward)")->type_name("DIR");
  app.add_option("-j,--jobs", a.jobs, "threads (default: the machine's)")->check(CLI::Range(1u, 256u))->type_name("N");
  app.add_flag("--early-access", a.early_access, "take drafts too, and say so");
  app.add_flag("--strict", a.strict, "warnings are errors");
  app.add_flag("--quiet", a.quiet, "print errors and results only");
  app.add_flag("--json", a.json, "diagnostics as one JSON object a line");
}

int exit_code_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::Input: return kBookErrors;
    case ErrorKind::Usage: return kWrongUse;
    case ErrorKind::Environment:
    case ErrorKind::Internal: return kEnvironment;
  }
  return kEnvironment;
}

int report(const Error& error) {
  fmt::print(stderr, "nbpublish: {}\n", error.message);
  if (!error.hint.empty()) fmt::print(stderr, "  hint: {}\n", error.hint);
  return exit_code_of(error);
}

// One run of a command: its options, its diagnostics, its exit.
class Command {
 public:
  explicit Command(const Arguments& arguments) : arguments_(arguments), progress_(arguments.quiet) {}

  // Finds the book and fills the options.
  Status start() {
    std::filesystem::path root = arguments_.book;
    if (arguments_.book.empty()) {
      NBP_TRY_ASSIGN(root, find_book(files_, std::filesystem::current_path()));
    } else if (!files_.is_directory(root)) {
      return fail(ErrorKind::Usage, fmt::format("--book: '{}' is not a folder", arguments_.book));
    } else if (!files_.is_file(root / "book.toml") && files_.is_file(root / "content/book.toml")) {
      root /= "content";
    }
    options_.root = root;
    options_.out = arguments_.out;
    options_.volumes = arguments_.volumes;
    options_.pdf = arguments_.pdf;
    options_.epub = arguments_.epub;
    options_.early_access = arguments_.early_access;
    options_.jobs = arguments_.jobs;
    options_.progress = [this](std::string_view stage, std::size_t done, std::size_t all) { progress_.show(stage, done, all); };
    return {};
  }

  PublishOptions& options() { return options_; }
  Environment environment() { return {files_, processes_}; }
  DiagnosticSink& diagnostics() { return diagnostics_; }

  // Prints the diagnostics; the exit code of a run that got this far.
  int finish() {
    progress_.clear();
    if (arguments_.strict) diagnostics_.promote_warnings();
    const SourceLookup lookup = [this](std::string_view file) { return source_of(std::string(file)); };
    for (const Diagnostic& d : diagnostics_.all()) {
      if (arguments_.quiet && d.severity != Severity::Error) continue;
      if (arguments_.json) fmt::print(stderr, "{}\n", render_json(d));
      else if (d.severity != Severity::Note) fmt::print(stderr, "{}", render_human(d, lookup));
    }
    const std::size_t errors = diagnostics_.count(Severity::Error), warnings = diagnostics_.count(Severity::Warning);
    if (!arguments_.json && !arguments_.quiet && errors + warnings > 0)
      fmt::print(stderr, "{} error{}, {} warning{}\n", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
    return errors > 0 ? kBookErrors : kDone;
  }

  int finish_with(const Error& error) {
    const int code = finish();
    return std::max(code, report(error));
  }

 private:
  const Arguments& arguments_;
  ProgressLine progress_;
  RealFileSystem files_;
  RealProcessRunner processes_;
  PublishOptions options_;
  DiagnosticSink diagnostics_;
  std::map<std::string, std::optional<std::string>> sources_;

  std::optional<std::string> source_of(const std::string& file) {
    const auto [it, is_new] = sources_.try_emplace(file);
    if (is_new)
      if (auto text = files_.read_file(options_.root / file)) it->second = std::move(*text);
    return it->second;
  }
};

int run_publish(const Arguments& arguments) {
  if (!arguments.pdf && !arguments.epub)
    return report({ErrorKind::Usage, "nothing to make", "say --pdf, --epub or both; nbpublish --help has examples"});
  if (arguments.volumes.empty() && !arguments.all)
    return report({ErrorKind::Usage, "no volume was named", "name one, such as volume-1, or say --all; nbpublish list shows them"});
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  if (arguments.all) command.options().volumes.clear();
  const auto written = publish(command.options(), command.environment(), command.diagnostics());
  if (!written) return command.finish_with(written.error());
  const int code = command.finish();
  for (const std::filesystem::path& path : *written) fmt::print("{}\n", path.string());
  return code;
}

int run_check(const Arguments& arguments) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const Status checked = check(command.options(), command.environment(), command.diagnostics());
  return checked ? command.finish() : command.finish_with(checked.error());
}

int run_text(const Arguments& arguments, const std::function<Result<std::string>(Command&)>& make) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const Result<std::string> text = make(command);
  if (!text) return command.finish_with(text.error());
  const int code = command.finish();
  fmt::print("{}", *text);
  return code;
}

int run_list(const Arguments& arguments) {
  return run_text(arguments, [](Command& c) { return list(c.options(), c.environment(), c.diagnostics()); });
}

int run_dump(const Arguments& arguments) {
  return run_text(arguments, [&](Command& c) { return dump_stage(arguments.stage, c.options(), c.environment(), c.diagnostics()); });
}

}  // namespace

int run(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("nbpublish: a volume of a book, from Markdown to a print PDF and an EPUB");
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("nbpublish ") + NBP_VERSION);
  app.add_option("volumes", arguments.volumes, "volumes to publish, such as volume-1")->type_name("VOLUME");
  app.add_flag("--all", arguments.all, "all volumes");
  app.add_flag("--pdf", arguments.pdf, "make the PDF");
  app.add_flag("--epub", arguments.epub, "make the EPUB");
  app.add_option("--out", arguments.out, "folder for the files")->type_name("DIR")->capture_default_str();
  app.add_flag("--style-keys", arguments.style_keys, "print the documentation of all style keys");
  add_common(app, arguments);
  CLI::App* list_command = app.add_subcommand("list", "print the book's tree with numbers, status and words");
  CLI::App* check_command = app.add_subcommand("check", "read and resolve everything, build nothing");
  CLI::App* dump_command = app.add_subcommand("dump", "print what a stage made of a volume");
  for (CLI::App* sub : {list_command, check_command, dump_command}) {
    add_common(*sub, arguments);
    sub->add_option("volumes", arguments.volumes, "volumes (default: all)")->type_name("VOLUME");
  }
  dump_command->add_option("--stage", arguments.stage, "document or frames")->check(CLI::IsMember(dump_stages()))->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kDone : kWrongUse;
  }
  if (arguments.style_keys) return fmt::print("{}", style_keys_markdown()), kDone;
  if (list_command->parsed()) return run_list(arguments);
  if (check_command->parsed()) return run_check(arguments);
  if (dump_command->parsed()) return run_dump(arguments);
  return run_publish(arguments);
}

}  // namespace nbpublish
