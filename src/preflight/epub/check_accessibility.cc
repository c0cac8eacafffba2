#include <fmt/format.h>

#include <algorithm>

#include "preflight/epub/epub_checks.h"

namespace nbpublish {
namespace {

bool has_value(const Package& package, std::string_view property) {
  const auto all = package.all(property);
  return std::ranges::any_of(all, [](const Metadatum* one) { return !one->value.empty(); });
}

// EPUB Accessibility 1.1, section 4.3.4, and the addresses that named versions 1.0 of it.
bool conforms(const Package& package) {
  const auto all = package.all("dcterms:conformsTo");
  return std::ranges::any_of(all, [](const Metadatum* one) {
    return one->value.find("EPUB Accessibility 1.1") != std::string::npos || one->value.find("idpf.org/epub/a11y/") != std::string::npos;
  });
}

}  // namespace

void check_accessibility(const EpubBook& book, Findings& findings) {
  const Package& package = book.package;
  std::string missing;
  for (const std::string_view name :
       {"accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"})
    if (!has_value(package, "schema:" + std::string(name)) && !has_value(package, "name:schema:" + std::string(name)))
      missing += fmt::format("{}schema:{}", missing.empty() ? "" : ", ", name);
  const Place place{package.path, 0};
  if (!missing.empty()) findings.add(EpubRule::Accessibility, place, missing);
  if (!conforms(package)) findings.add(EpubRule::AccessibilityClaim, place, "no dcterms:conformsTo that names EPUB Accessibility");
  else if (!has_value(package, "a11y:certifiedBy")) findings.add(EpubRule::AccessibilityClaim, place, "no a11y:certifiedBy");
}

}  // namespace nbpublish
