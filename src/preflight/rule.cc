#include "preflight/rule.h"

namespace nbpublish {

RuleTable pdf_rules() {
  static constexpr RuleKind kKinds[] = {
#define NBP_X(id, word, kind, unit, text) {word, LimitKind::kind, unit, text},
      NBP_PREFLIGHT_RULES(NBP_X)
#undef NBP_X
  };
  return kKinds;
}

Result<OutletRules> read_pdf_rules(const FileSystem& files, const std::filesystem::path& outlets,
                                   std::string_view name, DiagnosticSink& diagnostics) {
  return read_outlet_rules(files, {outlets, "outlets", "PDF", pdf_rules()}, name, diagnostics);
}

}  // namespace nbpublish
