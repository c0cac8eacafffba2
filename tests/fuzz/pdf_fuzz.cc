// A whole PDF, as anybody may hand it in.
#include "fuzz/all_rules.h"
#include "fuzz/fuzz.h"
#include "preflight/preflight.h"
#include "preflight/rule.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const OutletRules kRules = all_rules(pdf_rules());
  const Result<PreflightReport> report = preflight(text_of(data, size), "a.pdf", kRules);
  must(report || report.error().kind == ErrorKind::Input, "what is refused is the file's fault");
  if (!report) return 0;
  (void)preflight_text(*report);
  (void)preflight_json(*report);
  return 0;
}
