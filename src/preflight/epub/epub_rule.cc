#include "preflight/epub/epub_rule.h"

namespace nbpublish {

RuleTable epub_rules() {
  static constexpr RuleKind kKinds[] = {NBP_EPUB_RULES(NBP_RULE_ROW)};
  return kKinds;
}

Result<OutletRules> read_epub_rules(const FileSystem& files, const std::filesystem::path& outlets, std::string_view name,
                                    DiagnosticSink& diagnostics) {
  return read_outlet_rules(files, {outlets / "ebooks", "outlets/ebooks", "EPUB", epub_rules()}, name, diagnostics);
}

}  // namespace nbpublish
