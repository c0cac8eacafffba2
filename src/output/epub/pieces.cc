#include "output/epub/pieces.h"

#include "document/walk.h"

namespace nbpublish {
namespace {

// Tags around a block, and around each of a listing's tokens, about one to every four letters.
constexpr std::size_t kTags = 60, kTokenFactor = 4;

bool opens_section(const Block& block) {
  const auto* heading = as<Heading>(block);
  return heading != nullptr && heading->level <= 2;
}

}  // namespace

std::size_t weight_of(const Block& block) {
  std::size_t bytes = 0;
  for_each_block(std::span(&block, 1), [&](const Block& inner) {
    bytes += kTags;
    if (const auto* code = as<CodeBlock>(inner)) bytes += code->text.size() * kTokenFactor;
    inline_lists_of(inner, [&](const Inlines& words) { bytes += plain_text(words).size() + words.size() * kTags; });
  });
  return bytes;
}

std::vector<std::size_t> piece_starts(std::span<const Block> blocks, std::size_t most) {
  std::vector<std::size_t> starts{0};
  std::size_t weight = 0, section = 0, section_weight = 0;  // of the piece; of its last section, where that begins
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t own = weight_of(blocks[i]);
    if (opens_section(blocks[i])) section = i, section_weight = 0;
    if (weight + own > most && i > starts.back()) {
      const bool has_section = section > starts.back();
      starts.push_back(has_section ? section : i);
      weight = has_section ? section_weight : 0;
      // The section alone may be too heavy as well.
      if (weight + own > most && i > starts.back()) starts.push_back(i), weight = 0;
    }
    weight += own;
    section_weight += own;
  }
  return starts;
}

}  // namespace nbpublish
