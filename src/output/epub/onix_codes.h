// Values of EDItEUR's code lists for ONIX that the message needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/epub/access.h"

namespace nbpublish {

// A product form feature: type (list 79), value, free text.
struct OnixFeature {
  std::string_view type, value;
  std::string description;
};

// Accessibility (type 09, values of list 196) and hazards (type 12, list 143): only what is true of the file.
std::vector<OnixFeature> onix_features(const EpubInput& input, const AccessFacts& facts);

// List 74, which has the bibliographic codes of ISO 639-2: "en-US" -> "eng". Empty if the language is not in our table.
std::string_view onix_language(std::string_view tag);

// List 27: "10" BISAC for "COM051260", "93" Thema for a code of capitals and digits such as "UMW", else keywords.
inline constexpr std::string_view kOnixKeywords = "20";
std::string_view onix_subject_scheme(std::string_view subject);

}  // namespace nbpublish
