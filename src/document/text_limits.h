// How long a text may be: far beyond what anybody writes, little enough to be set and drawn in no time. Layout takes time and
// memory by the length of a paragraph, and what stands at the head of each page is set as often as there are pages.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

struct TextLimit {
  std::size_t words = 0, bytes = 0;
};
inline constexpr TextLimit kParagraphLimit{20'000, 256 * 1024};  // thirty pages without a new paragraph
inline constexpr TextLimit kTitleLimit{1'000, 16 * 1024};        // headings, titles, captions, descriptions of pictures
inline constexpr TextLimit kLinkLimit{300, 4 * 1024};            // the words of a link: each of their lines is told its address
inline constexpr std::size_t kMostInWord = 10'000;               // characters without a place where a line may end
inline constexpr std::size_t kMostInCodeLine = 20'000;           // bytes

// What is too long about a text: "20,001 words; 20,000 are the most". Empty if nothing is.
std::string too_long(std::string_view text, const TextLimit& limit);

// The first words of a text that is too long, with an ellipsis.
std::string beginning_of(std::string_view text);

// Puts the beginning in the place of each text that is too long, and tells it as `limit-exceeded` at its block or line.
void cut_long_texts(Document& document, DiagnosticSink& diagnostics);

}  // namespace nbpublish
