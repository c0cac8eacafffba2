#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "preflight/epub/epub_checks.h"
#include "preflight/epub/identifiers.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

class MetadataCheck {
 public:
  MetadataCheck(const Package& package, Findings& findings) : package_(package), findings_(findings) {}

  void check() {
    check_version();
    check_identifiers();
    check_title();
    check_language();
    check_modified();
    check_layout();
  }

 private:
  Place at(Spot spot) const { return {package_.path, spot}; }

  void check_version() {
    double version = 0;
    std::from_chars(package_.version.data(), package_.version.data() + package_.version.size(), version);
    findings_.at_least(EpubRule::EpubVersion, at(0), version, "");
  }

  void check_identifiers() {
    const auto identifiers = package_.all("dc:identifier");
    const bool is_there = std::ranges::any_of(
        identifiers, [&](const Metadatum* one) { return one->id == package_.unique_identifier && !one->value.empty(); });
    if (package_.unique_identifier.empty() || !is_there)
      findings_.add(EpubRule::Identifier, at(0),
                    fmt::format("unique-identifier={} names no dc:identifier with a value", in_quotes(package_.unique_identifier)));
    for (const Metadatum* one : identifiers)
      if (const auto isbn = isbn_in(*one); isbn && !is_isbn(*isbn)) findings_.add(EpubRule::Isbn, at(one->spot), in_quotes(one->value));
  }

  // What an identifier gives as an ISBN; nothing if it does not say that it is one.
  std::optional<std::string_view> isbn_in(const Metadatum& one) const {
    const std::string_view value = one.value;
    for (const std::string_view prefix : {"urn:isbn:", "URN:ISBN:", "isbn:", "ISBN:"})
      if (value.starts_with(prefix)) return value.substr(prefix.size());
    const auto is_typed = [&](const Metadatum* type) {  // ONIX code list 5: 02 ISBN-10, 15 ISBN-13
      return type->refines == "#" + one.id && (type->value == "15" || type->value == "02");
    };
    if (one.scheme == "ISBN" || (!one.id.empty() && std::ranges::any_of(package_.all("identifier-type"), is_typed))) return value;
    return std::nullopt;
  }

  void check_title() {
    const auto titles = package_.all("dc:title");
    if (std::ranges::all_of(titles, [](const Metadatum* one) { return one->value.empty(); }))
      findings_.add(EpubRule::Title, at(titles.empty() ? Spot() : titles[0]->spot), titles.empty() ? "no dc:title" : "dc:title is empty");
  }

  void check_language() {
    const auto languages = package_.all("dc:language");
    if (languages.empty()) findings_.add(EpubRule::Language, at(0), "no dc:language");
    for (const Metadatum* one : languages)
      if (!is_language_tag(one->value)) findings_.add(EpubRule::Language, at(one->spot), in_quotes(one->value));
  }

  void check_modified() {
    if (package_.is_version_2()) return;
    std::vector<const Metadatum*> dates = package_.all("dcterms:modified");
    std::erase_if(dates, [](const Metadatum* one) { return !one->refines.empty(); });
    if (dates.size() != 1) return findings_.add(EpubRule::Modified, at(0), fmt::format("dcterms:modified is there {} times", dates.size()));
    if (!is_modified_date(dates[0]->value)) findings_.add(EpubRule::Modified, at(dates[0]->spot), in_quotes(dates[0]->value));
  }

  void check_layout() {
    for (const Metadatum* one : package_.all("rendition:layout"))
      if (one->value == "pre-paginated") findings_.add(EpubRule::FixedLayout, at(one->spot), "rendition:layout is pre-paginated");
    for (const SpineItem& one : package_.spine)
      if (has_word(one.properties, "rendition:layout-pre-paginated"))
        findings_.add(EpubRule::FixedLayout, at(one.spot), in_quotes(one.idref));
  }

  const Package& package_;
  Findings& findings_;
};

}  // namespace

void check_metadata(const EpubBook& book, Findings& findings) { MetadataCheck(book.package, findings).check(); }

}  // namespace nbpublish
