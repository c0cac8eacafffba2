#include "preflight/preflight.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include "cli/command.h"
#include "diag/render.h"
#include "pipeline/resources.h"
#include "preflight/limits.h"
#include "preflight/preflight_report.h"

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

Result<std::string> read_pdf(const FileSystem& files, const std::string& path) {
  if (!files.is_file(path)) return fail(ErrorKind::Usage, fmt::format("there is no file '{}'", path));
  if (!path.ends_with(".pdf") && !path.ends_with(".PDF"))
    return fail(ErrorKind::Usage, fmt::format("'{}': preflight checks PDF files", path),
                "an EPUB is checked by epubcheck");
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > kPreflightMostFileBytes)
    return fail(ErrorKind::Input, fmt::format("{}: the file is larger than 1 GB", path));
  return files.read_file(path);
}

// What is wrong inside the rules' file is told at its lines.
int report_rules(const DiagnosticSink& diagnostics, const Error& error) {
  if (diagnostics.all().empty()) return report(error);
  for (const Diagnostic& diagnostic : diagnostics.all())
    fmt::print(stderr, "{}", render_human(diagnostic, {}));
  return kBookErrors;
}

}  // namespace

int run_preflight(const Arguments& arguments) {
  limit_memory();
  RealFileSystem files;
  DiagnosticSink diagnostics;
  const Result<ResourcePaths> resources = find_resources();
  if (!resources) return report(resources.error());
  Result<OutletRules> rules = read_outlet_rules(files, resources->outlets, arguments.outlet, diagnostics);
  if (!rules) return report_rules(diagnostics, rules.error());
  if (arguments.strict) rules->make_strict();
  const Result<std::string> pdf = read_pdf(files, arguments.file);
  if (!pdf) return report(pdf.error());
  const Result<PreflightReport> checked = preflight(*pdf, arguments.file, *rules);
  if (!checked) return report(checked.error());
  fmt::print("{}", arguments.json ? preflight_json(*checked) : preflight_text(*checked));
  return checked->is_clean() ? kDone : kBookErrors;
}

}  // namespace nbpublish
