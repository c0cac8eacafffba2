// What a manifest says of its ebooks' accessibility.
#pragma once

#include <cstdint>
#include <string>

#include "diag/diagnostic.h"

namespace nbpublish {

// The exceptions of the European Accessibility Act (Directive (EU) 2019/882, articles 4 and 14).
enum class EaaException : std::uint8_t { None, MicroEnterprise, DisproportionateBurden, FundamentalAlteration };

// [accessibility]; whatever is empty was not given.
struct Accessibility {
  std::string summary;              // in the publisher's words; empty: made from what the file has
  bool claims_wcag_2_2_aa = false;  // checked by the publisher, who answers for it; certified_by is set then
  SourceSpan claim_span{};          // of the claim in the manifest
  std::string certified_by;         // who checked; the publisher unless it names somebody else
  std::string credential, report;   // of the certifier: a name or an address; a web page
  std::string contact;              // "mailto:…" or a web address
  EaaException eaa_exception = EaaException::None;
};

}  // namespace nbpublish
