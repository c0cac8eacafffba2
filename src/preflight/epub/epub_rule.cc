#include "preflight/epub/epub_rule.h"

namespace nbpublish {

RuleTable epub_rules() {
  static constexpr RuleKind kKinds[] = {
#define NBP_X(id, word, kind, unit, text) {word, LimitKind::kind, unit, text},
      NBP_EPUB_RULES(NBP_X)
#undef NBP_X
  };
  return kKinds;
}

Result<OutletRules> read_epub_rules(const FileSystem& files, const std::filesystem::path& outlets,
                                    std::string_view name, DiagnosticSink& diagnostics) {
  return read_outlet_rules(files, {outlets / "ebooks", "outlets/ebooks", "EPUB", epub_rules()}, name,
                           diagnostics);
}

}  // namespace nbpublish
