#include "source/slices.h"

#include <algorithm>
#include <numeric>

namespace nbpublish {
namespace {

// Measured: a process takes 20 MB, and 0.2 MB more for each KB of text; 384 KB make 100 MB. What this program makes of so much text takes
// as much again, until it is handed over.
constexpr std::size_t kMostPerProcess = std::size_t{384} << 10;
// Below this, a second process costs more than it saves.
constexpr std::size_t kLeastPerProcess = std::size_t{64} << 10;

}  // namespace

std::size_t weight_for_pandoc(std::string_view text) {
  std::size_t weight = 1;
  bool is_code = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != line.npos && line.substr(first).starts_with("```")) is_code = !is_code;
    if (!is_code) weight += line.size() + 1;
  }
  return weight;
}

std::vector<Slice> slices_of(std::span<const std::size_t> weights, unsigned jobs) {
  const std::size_t total = std::accumulate(weights.begin(), weights.end(), std::size_t{0});
  const std::size_t useful = std::clamp<std::size_t>(total / kLeastPerProcess, 1, jobs);
  const std::size_t rounds = (total + useful * kMostPerProcess - 1) / (useful * kMostPerProcess);
  const std::size_t slices = useful * std::max<std::size_t>(rounds, 1);
  std::vector<Slice> list;
  std::size_t begin = 0, sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i];
    const bool is_full = sum * slices >= total * (list.size() + 1);
    if (!is_full && i + 1 < weights.size()) continue;
    list.push_back({begin, i + 1});
    begin = i + 1;
  }
  return list;
}

}  // namespace nbpublish
