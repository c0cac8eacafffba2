#include "preflight/preflight.h"
#include "base/ascii.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/refusal.h"
#include "diag/render.h"
#include "pipeline/resources.h"
#include "platform/door.h"
#include "preflight/epub/preflight_epub.h"
#include "preflight/limits.h"

namespace nbpublish {
namespace {

// qpdf unfolds object streams and cross-reference streams as a whole, without a limit of its own. Four times
// the largest file; a deflated bomb of 5 MB asks for 5 GB.
constexpr rlim_t kMostAddressSpace = rlim_t{4} << 30;

// Past it, allocating fails and preflight says so. The address sanitizer needs terabytes of addresses.
void limit_memory() {
#ifndef __SANITIZE_ADDRESS__
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_max, kMostAddressSpace);
  setrlimit(RLIMIT_AS, &limit);
#endif
}

// What a kind of file is checked by. Its rules have outlets of their own.
struct Checker {
  std::string_view extension;
  std::size_t most_bytes;
  std::string_view too_large;
  Result<OutletRules> (*read_rules)(const FileSystem&, const std::filesystem::path& outlets, std::string_view name, DiagnosticSink&);
  Result<PreflightReport> (*check)(std::string_view bytes, std::string_view file, const OutletRules&);
};

constexpr Checker kCheckers[] = {
    {".pdf", kPreflightMostFileBytes, "the file is larger than 1 GB", read_pdf_rules, preflight},
    {".epub", kEpubMostFileBytes, "the file is larger than 2 GB, which no store takes", read_epub_rules, preflight_epub}};

bool has_extension(std::string_view path, std::string_view extension) {
  return path.size() >= extension.size() && std::ranges::equal(path.substr(path.size() - extension.size()), extension, {}, to_lower);
}

Result<Checker> checker_of(const FileSystem& files, const std::string& path) {
  if (!is_there(files, path)) return fail(ErrorKind::Usage, fmt::format("there is no file '{}'", path));
  for (const Checker& checker : kCheckers)
    if (has_extension(path, checker.extension)) return checker;
  return fail(ErrorKind::Usage, fmt::format("'{}': preflight checks PDF and EPUB files", path));
}

Result<std::string> read_bytes(const FileSystem& files, const std::string& path, const Checker& checker) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > checker.most_bytes) return fail(ErrorKind::Input, fmt::format("{}: {}", path, checker.too_large));
  return read_at_most(files, path, checker.most_bytes);
}

// What is wrong inside the rules' file is told at its lines.
ExitCode report_rules(const DiagnosticSink& diagnostics, const Error& error) {
  if (diagnostics.all().empty()) return report(error);
  for (const Diagnostic& diagnostic : diagnostics.all()) print_message(render_human(diagnostic, nullptr));
  return kBookErrors;
}

class PreflightCommand final : public Command {
 public:
  PreflightCommand() : Command("preflight", "check any PDF or EPUB against the rules of an outlet") {}

  std::vector<Example> examples() const override {
    return {{"preflight book.pdf --for kdp", "check any PDF or EPUB against an outlet's rules"}};
  }

  std::vector<Option> options() override {
    return {{.name = "file", .value = "FILE", .sentence = "the PDF or EPUB", .is_required = true, .place = &file_},
            {.name = "--for",
             .value = "OUTLET",
             .sentence = "a PDF: kdp, ingram, lulu, screen; an EPUB: apple, kobo, google, kindle",
             .is_required = true,
             .place = &outlet_},
            strict_option(reporting_),
            json_option(reporting_)};
  }

  ExitCode run() override {
    limit_memory();
    RealFileSystem files;
    DiagnosticSink diagnostics;
    const Result<ResourcePaths> resources = find_resources();
    if (!resources) return report(resources.error());
    const Result<Checker> checker = checker_of(files, file_);
    if (!checker) return report(checker.error());
    Result<OutletRules> rules = checker->read_rules(files, resources->outlets, outlet_, diagnostics);
    if (!rules) return report_rules(diagnostics, rules.error());
    if (reporting_.strict) rules->make_strict();
    const Result<std::string> bytes = read_bytes(files, file_, *checker);
    if (!bytes) return report(bytes.error());
    const Result<PreflightReport> checked = checker->check(*bytes, file_, *rules);
    if (!checked) return report(checked.error());
    print_result(reporting_.json ? preflight_json(*checked) : preflight_text(*checked));
    return checked->is_clean() ? kDone : kBookErrors;
  }

 private:
  std::string file_, outlet_;
};

}  // namespace

std::unique_ptr<Command> preflight_command() { return std::make_unique<PreflightCommand>(); }

}  // namespace nbpublish
