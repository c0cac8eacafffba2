// Lists 27, 74, 79, 143 and 196 of the ONIX code lists, issue 68 (EDItEUR, January 2025), checked 2026-11-26.
#include "output/epub/onix_codes.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "output/epub/package.h"

namespace nbpublish {
namespace {

constexpr std::string_view kAccessibility = "09", kHazard = "12";

class FeatureList {
 public:
  FeatureList(const EpubInput& input, const AccessFacts& facts) : input_(input), access_(input.texts.book->accessibility), facts_(facts) {}

  std::vector<OnixFeature> make() {
    add("00", accessibility_summary(input_, facts_));
    if (claims_conformance(input_, facts_)) add_conformance();
    if (!facts_.every_image_has_alt()) add("09", "Not every picture has alternative text.");
    add_options();
    add_navigation();
    add_content();
    add_exception();
    if (access_.contact.starts_with("mailto:")) add("99", access_.contact.substr(7));
    features_.push_back({kHazard, "00", {}});  // none known
    return std::move(features_);
  }

 private:
  void add_conformance() {
    add("04");  // EPUB Accessibility 1.1
    add("82");  // WCAG 2.2
    add("85");  // level AA
    add("90", access_.certified_by);
    const bool is_own = access_.certified_by == input_.texts.book->meta.publisher;
    if (!access_.report.empty()) add(is_own ? "96" : "94", access_.report);
  }
  void add_options() {
    add("10");  // no option of the reading system disabled
    add("36");  // all textual content can be modified
    add("22");  // language tagging
    add("30");  // ARIA roles
  }
  void add_navigation() {
    add("11");  // table of contents
    if (facts_.has_index) add("12");
    add("13");                          // a single logical reading order
    if (facts_.has_pages()) add("19");  // print-equivalent page numbering
    add("29");                          // next and previous by structure
    add("32");                          // landmarks
  }
  void add_content() {
    if (facts_.images > 0 && facts_.every_image_has_alt()) add("14");       // short alternative descriptions
    if (facts_.images > 0 && facts_.described == facts_.images) add("15");  // full alternative descriptions
    if (facts_.every_image_has_alt()) add("52");                            // supports reading without sight
  }
  void add_exception() {
    switch (access_.eaa_exception) {
      case EaaException::None:
        return;
      case EaaException::MicroEnterprise:
        return add("75");
      case EaaException::DisproportionateBurden:
        return add("76");
      case EaaException::FundamentalAlteration:
        return add("77");
    }
  }
  void add(std::string_view value, std::string description = {}) { features_.push_back({kAccessibility, value, std::move(description)}); }

  const EpubInput& input_;
  const Accessibility& access_;
  const AccessFacts& facts_;
  std::vector<OnixFeature> features_;
};

constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"ar", "ara"}, {"bg", "bul"}, {"ca", "cat"}, {"cs", "cze"}, {"da", "dan"}, {"de", "ger"}, {"el", "gre"}, {"en", "eng"},
    {"es", "spa"}, {"et", "est"}, {"fa", "per"}, {"fi", "fin"}, {"fr", "fre"}, {"he", "heb"}, {"hi", "hin"}, {"hr", "hrv"},
    {"hu", "hun"}, {"id", "ind"}, {"it", "ita"}, {"ja", "jpn"}, {"ko", "kor"}, {"lt", "lit"}, {"lv", "lav"}, {"nl", "dut"},
    {"no", "nor"}, {"pl", "pol"}, {"pt", "por"}, {"ro", "rum"}, {"ru", "rus"}, {"sk", "slo"}, {"sl", "slv"}, {"sr", "srp"},
    {"sv", "swe"}, {"th", "tha"}, {"tr", "tur"}, {"uk", "ukr"}, {"vi", "vie"}, {"zh", "chi"},
};

}  // namespace

std::vector<OnixFeature> onix_features(const EpubInput& input, const AccessFacts& facts) { return FeatureList(input, facts).make(); }

std::string_view onix_language(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  const auto found = std::ranges::find(kLanguages, language, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(kLanguages) ? std::string_view{} : found->second;
}

std::string_view onix_subject_scheme(std::string_view subject) {
  constexpr std::size_t kLongestThema = 8;
  if (is_bisac(subject)) return "10";
  const bool is_thema = !subject.empty() && subject.size() <= kLongestThema && is_upper(subject.front()) &&
                        std::ranges::all_of(subject, [](char c) { return is_upper(c) || is_digit(c); });
  return is_thema ? "93" : kOnixKeywords;
}

}  // namespace nbpublish
