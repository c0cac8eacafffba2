#include "pipeline/output_intents.h"

#include <filesystem>

namespace nbpublish {
namespace {

struct Condition {
  std::string_view paper, identifier, condition, profile;
};
// Characterisations in the registry of the International Color Consortium, for the paper types of ISO 12647-2:2004. Debian has a free
// profile of the first alone.
constexpr Condition kConditions[] = {
    {"coated", "FOGRA39", "Offset printing on gloss or matt coated paper (types 1 and 2), ISO 12647-2:2004",
     "/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc"},
    {"white", "FOGRA47", "Offset printing on uncoated white paper (type 4), ISO 12647-2:2004", ""},
    {"cream", "FOGRA30", "Offset printing on uncoated yellowish paper (type 5), ISO 12647-2:2004", ""},
};

// Its header (ICC.1:2004-10, 7.2): its own size, an output device of process colours, the signature.
bool is_press_profile(std::string_view bytes) {
  if (bytes.size() < 128) return false;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[i]);
  return size == bytes.size() && bytes.substr(12, 8) == "prtrCMYK" && bytes.substr(36, 4) == "acsp";
}

}  // namespace

Result<OutputIntent> output_intent(const FileSystem& files, std::string_view paper, PdfStandard standard) {
  const Condition* found = &kConditions[0];
  for (const Condition& c : kConditions)
    if (paper.substr(0, paper.find('-')) == c.paper) found = &c;
  OutputIntent intent{std::string(found->identifier), std::string(found->condition), {}};
  if (standard != PdfStandard::X4) return intent;
  if (found->profile.empty())
    return fail(ErrorKind::Input,
                std::string("PDF/X-4 embeds its profile, and there is none for the paper '") + std::string(found->paper) + "'",
                "standard = \"PDF/X-1a:2003\" in the edition, or paper = \"coated\"");
  const std::filesystem::path path = found->profile;
  if (!files.is_file(path))
    return fail(ErrorKind::Environment, "PDF/X-4 needs the profile " + path.string() + ", which is not there",
                "apt-get install texlive-base");
  NBP_TRY_ASSIGN(intent.profile, files.read_file(path));
  if (!is_press_profile(intent.profile))
    return fail(ErrorKind::Environment, path.string() + " is no ICC profile of a press", "apt-get install --reinstall texlive-base");
  return intent;
}

}  // namespace nbpublish
