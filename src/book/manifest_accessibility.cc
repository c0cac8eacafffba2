// [accessibility]
#include <array>

#include "book/manifest_keys.h"
#include "book/manifest_values.h"

namespace nbpublish {
namespace {

using A = Accessibility;

void read_claim(ManifestContext& context, const TomlValue& value, Accessibility& into) {
  constexpr std::array<std::string_view, 1> kWords = {"wcag-2.2-aa"};
  into.claims_wcag_2_2_aa = read_word(context, value, kWords).has_value();
  into.claim_span = span_of(value.node.source());
}

void read_exception(ManifestContext& context, const TomlValue& value, Accessibility& into) {
  constexpr std::array<std::string_view, 3> kWords = {"micro-enterprise", "disproportionate-burden", "fundamental-alteration"};
  if (const auto word = read_word(context, value, kWords)) into.eaa_exception = static_cast<EaaException>(*word + 1);
}

bool is_web_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && text.find_first_of(" \"<>") == std::string_view::npos;
}
bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return text.starts_with("mailto:") && at != std::string_view::npos && at > 7 && at + 1 < text.size() &&
         text.find_first_of(" \"<>") == std::string_view::npos;
}

void read_report(ManifestContext& context, const TomlValue& value, Accessibility& into) {
  std::string address;
  if (!read_short_line(context, value, address)) return;
  if (address.empty() || is_web_address(address)) into.report = address;
  else context.report.complain(value.node.source(), "'" + std::string(value.path) + "' must be an http or https address");
}

void read_contact(ManifestContext& context, const TomlValue& value, Accessibility& into) {
  std::string address;
  if (!read_short_line(context, value, address)) return;
  if (address.empty() || is_web_address(address) || is_mail_address(address)) into.contact = address;
  else
    context.report.complain(value.node.source(), "'" + std::string(value.path) + "' must be a web or e-mail address",
                            "such as \"mailto:access@example.org\"");
}

constexpr TomlKey<Accessibility, ManifestContext> kKeys[] = {
    {"summary", false, prose<&A::summary>},      {"conforms-to", false, read_claim}, {"certified-by", false, name<&A::certified_by>},
    {"credential", false, name<&A::credential>}, {"report", false, read_report},     {"contact", false, read_contact},
    {"eaa-exception", false, read_exception},
};

}  // namespace

void read_accessibility(ManifestContext& context, const TomlValue& value, Accessibility& into) {
  const toml::table* table = value.node.as_table();
  if (table == nullptr) return context.report.wrong_type(value, "a table");
  std::vector<bool> seen;
  read_toml_keys<A, ManifestContext>(context, *table, kKeys, into, seen);
}

void complete_accessibility(Book& book, DiagnosticSink& diagnostics) {
  Accessibility& access = book.accessibility;
  if (!access.claims_wcag_2_2_aa) return;
  if (access.certified_by.empty()) access.certified_by = book.meta.publisher;
  if (!access.certified_by.empty()) return;
  access.claims_wcag_2_2_aa = false;
  diagnostics.report(DiagCode::AccessibilityClaim, book.manifest, access.claim_span, "nobody answers for 'conforms-to'",
                     "name who has checked the book, in 'certified-by', or the 'publisher'");
}

}  // namespace nbpublish
