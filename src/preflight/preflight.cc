#include "preflight/preflight.h"

#include <fmt/format.h>

#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include "base/utf8.h"
#include "preflight/limits.h"
#include "preflight/pdf_checks.h"
#include "preflight/read_facts.h"

namespace nbpublish {
namespace {

// How far from its first byte a file may say that it is a PDF (ISO 32000-1, Annex H.3.4.1).
constexpr std::size_t kHeaderWithin = 1024;

std::unexpected<Error> refuse(std::string_view file, std::string_view why, std::string hint = {}) {
  return fail(ErrorKind::Input, fmt::format("{}: {}", file, sanitise(why)), std::move(hint));
}

Result<DocumentFacts> read_facts(std::string_view pdf, std::string_view file) {
  DocumentFacts facts;
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile(std::string(file).c_str(), pdf.data(), pdf.size());
    read_document_facts(document, facts);
    read_page_facts(document, facts);
    if (const std::vector<QPDFExc> warnings = document.getWarnings(); !warnings.empty())
      facts.damage = sanitise(warnings.front().getMessageDetail());
    return facts;
  } catch (const LimitPassed& e) {
    return refuse(file, e.what(), "preflight does not follow files that ask for so much");
  } catch (const QPDFExc& e) {
    if (e.getErrorCode() == qpdf_e_password) return refuse(file, "it is encrypted and needs a password", "no outlet takes such a file");
    return refuse(file, "the PDF is damaged: " + e.getMessageDetail());
  } catch (const std::bad_alloc&) {
    return refuse(file, "reading it takes more memory than there is", "a small file that unfolds to gigabytes is an attack");
  } catch (const std::exception& e) {
    return refuse(file, std::string("the PDF is damaged: ") + e.what());
  }
}

}  // namespace

Result<PreflightReport> preflight(std::string_view pdf, std::string_view file, const OutletRules& rules) {
  if (pdf.size() > kPreflightMostFileBytes) return refuse(file, "the file is larger than 1 GB");
  if (pdf.substr(0, kHeaderWithin).find("%PDF-") == std::string_view::npos) return refuse(file, "the file is not a PDF");
  NBP_TRY_ASSIGN(const DocumentFacts facts, read_facts(pdf, file));
  Findings findings(rules, facts.pages.size());
  for (const auto check : {check_file, check_metadata, check_navigation, check_page_count, check_boxes, check_margins, check_fonts,
                           check_text, check_colours, check_ink, check_transparency, check_images, check_strokes})
    check(facts, findings);
  return PreflightReport{std::string(file), rules.name, rules.kinds, Counted::Pages, facts.pages.size(), findings.take()};
}

}  // namespace nbpublish
