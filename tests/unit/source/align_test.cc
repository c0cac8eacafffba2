#include "source/align.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

// "p:one q:two": paragraphs and quotes with their text.
std::vector<SyntaxNode> nodes(std::string_view text) {
  std::vector<SyntaxNode> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    list.push_back({.kind = text[0] == 'q' ? SyntaxKind::Quote : SyntaxKind::Paragraph});
    list.back().text = text.substr(2, end - 2);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

// Indices of the partners, - for none.
std::string aligned(std::string_view left, std::string_view right) {
  const std::vector<SyntaxNode> a = nodes(left), b = nodes(right);
  std::vector<const SyntaxNode*> places;
  for (const SyntaxNode& node : b) places.push_back(&node);
  std::string out;
  for (const std::size_t partner : align(a, places)) out += partner == kNoPartner ? "-" : std::to_string(partner);
  return out;
}

}  // namespace

TEST_CASE("align: the same kinds are paired whatever they say") {
  CHECK(aligned("p:a q:b p:c", "p:x q:y p:z") == "012");
  CHECK(aligned("", "") == "");
}

TEST_CASE("align: one more or one less does not shift the others") {
  CHECK(aligned("p:a p:b p:c", "p:a p:x p:b p:c") == "023");
  CHECK(aligned("p:a p:x p:b p:c", "p:a p:b p:c") == "0-12");
  CHECK(aligned("p:a p:x q:y p:b p:z p:c", "p:a p:b p:c") == "0--1-2");
  CHECK(aligned("p:a", "") == "-");
}

TEST_CASE("align: between two partners the same kinds are paired") { CHECK(aligned("p:a q:1 p:b p:c", "p:a q:2 p:b p:x p:c") == "0124"); }
