#include "audit/audit_report.h"

#include <fmt/format.h>

#include <iterator>

namespace nbpublish {
namespace {

std::string place_of(const Fault& fault) {
  std::string out = fault.page.empty() ? "volume" : "page " + fault.page;
  if (!fault.file.empty()) out += " " + fault.file + (fault.line > 0 ? ":" + std::to_string(fault.line) : "");
  return out;
}

// "of 8400, 0.14 % (0.5 % allowed)"
std::string share(const Audit& audit, FaultCode code, std::size_t count) {
  const std::size_t all = audit.looked_at[static_cast<std::size_t>(code)];
  if (kind_of(code).allowed == 0 || all == 0) return {};
  return fmt::format("of {}, {:.2f} % ({:.1f} % allowed)", all, 100.0 * static_cast<double>(count) / static_cast<double>(all),
                     kind_of(code).allowed / 10.0);
}

}  // namespace

std::string audit_report(const Audit& audit, std::string_view volume) {
  std::string out;
  for (const Fault& fault : audit.faults)
    fmt::format_to(std::back_inserter(out), "{}: {}: {}\n", place_of(fault), kind_of(fault.code).word, fault.detail);
  fmt::format_to(std::back_inserter(out), "\n{}: {} pages, {} faults\n", volume, audit.pages, audit.faults.size());
  for (std::size_t i = 0; i < kFaultCodes; ++i) {
    const auto code = static_cast<FaultCode>(i);
    const FaultKind& kind = kind_of(code);
    const std::size_t count = audit.count(code);
    const std::string part = share(audit, code, count);
    fmt::format_to(std::back_inserter(out), "{} {:>3}  {:<22}{:>6}{}{}\n", audit.is_over(code) ? '!' : ' ', kind.sin, kind.word, count,
                   part.empty() ? "" : "  ", part);
  }
  return out;
}

}  // namespace nbpublish
