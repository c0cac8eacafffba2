// Properties: what must hold of every value of a kind, tried on random ones by RapidCheck, which makes a value that fails as small as
// it can before it shows it.
#pragma once

#include <cstdlib>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>
#include <catch2/catch.hpp>

namespace nbpublish::testing {

// Tries `property` on `cases` values that its generators make, the same ones in every run and on every machine. RC_PARAMS in the
// environment tries others: RC_PARAMS="seed=7 max_success=100000". What fails is said with RC_ASSERT, not with Catch's macros, which
// would count each step of the shrinking.
template <class Property>
void check_property(int cases, Property&& property) {
  rc::detail::TestParams params;
  params.maxSuccess = cases;
  if (std::getenv("RC_PARAMS") != nullptr) params = rc::detail::configuration().testParams;
  rc::detail::TestListenerAdapter listener;
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params, listener,
                                                std::unordered_map<std::string, rc::detail::Reproduce>{});
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  INFO(words.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

// RapidCheck's ranges grow with the size of the case; this one is whole from the first case on. [from, below)
inline rc::Gen<int> whole_range(int from, int below) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, below)); }

// Up to `most` of them, any number being likely from the first case on.
template <class T>
rc::Gen<std::vector<T>> up_to(int most, const rc::Gen<T>& one) {
  return rc::gen::resize(most, rc::gen::container<std::vector<T>>(rc::gen::resize(rc::kNominalSize, one)));
}

// Two texts of up to five of the pieces, as alike as can be: equal, or but for one piece.
inline std::pair<std::string, std::string> like_texts(const std::vector<std::string>& pieces) {
  const rc::Gen<std::string> piece = rc::gen::elementOf(pieces);
  std::vector<std::string> chosen = *up_to(5, piece);
  std::pair<std::string, std::string> texts;
  for (const std::string& each : chosen) texts.first += each;
  if (!chosen.empty()) chosen[static_cast<std::size_t>(*whole_range(0, static_cast<int>(chosen.size())))] = *piece;
  for (const std::string& each : chosen) texts.second += each;
  return texts;
}

}  // namespace nbpublish::testing
