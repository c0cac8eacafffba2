#include "document/output_of.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 4> kOutputLanguages = {"output", "stdout", "console", "ansi"};

}  // namespace

bool is_output_of(const Block& before, const Block& block) {
  const CodeBlock *listing = as<CodeBlock>(before), *output = as<CodeBlock>(block);
  if (listing == nullptr || output == nullptr || listing->info.language == output->info.language) return false;
  const bool is_named = !output->info.title.empty() || !output->info.label.empty() || !output->caption.empty();
  return !is_named && std::ranges::find(kOutputLanguages, output->info.language) != kOutputLanguages.end();
}

}  // namespace nbpublish
