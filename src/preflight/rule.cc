#include "preflight/rule.h"

namespace nbpublish {

RuleTable pdf_rules() {
  static constexpr RuleKind kKinds[] = {NBP_PREFLIGHT_RULES(NBP_RULE_ROW)};
  return kKinds;
}

Result<OutletRules> read_pdf_rules(const FileSystem& files, const std::filesystem::path& outlets, std::string_view name,
                                   DiagnosticSink& diagnostics) {
  return read_outlet_rules(files, {outlets, "outlets", "PDF", pdf_rules()}, name, diagnostics);
}

}  // namespace nbpublish
