#include "difference.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace nbpublish::cases {
namespace {

constexpr std::size_t kContext = 3;

// A line of the difference; where it stands in each of the texts, from 0.
struct Step {
  char mark;
  std::size_t before, after;
};

std::vector<Step> steps_of(const Kept& kept) {
  std::vector<Step> steps;
  std::size_t i = 0, j = 0;
  while (i < kept.before.size() || j < kept.after.size()) {
    if (i < kept.before.size() && !kept.before[i]) steps.push_back({'-', i++, j});
    else if (j < kept.after.size() && !kept.after[j]) steps.push_back({'+', i, j++});
    else steps.push_back({' ', i++, j++});
  }
  return steps;
}

// "3,4": the first line, from 1, and how many; of none the line before it, as diff(1) has it.
std::string range(std::size_t first, std::size_t count) {
  return std::to_string(count == 0 ? first : first + 1) + "," + std::to_string(count);
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Kept kept_lines(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  Kept kept{std::vector<bool>(before.size(), true), std::vector<bool>(after.size(), true)};
  std::size_t front = 0, back = 0;
  while (front < before.size() && front < after.size() && before[front] == after[front]) ++front;
  while (back < before.size() - front && back < after.size() - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
    ++back;
  // Lengths of the longest common subsequence of what is left behind each place of both.
  const std::size_t rows = before.size() - front - back, columns = after.size() - front - back;
  std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = before[front + i] == after[front + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  std::size_t i = 0, j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && before[front + i] == after[front + j]) ++i, ++j;
    else if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) kept.before[front + i++] = false;
    else kept.after[front + j++] = false;
  }
  return kept;
}

std::string unified_difference(std::string_view before, std::string_view after) {
  const std::vector<std::string> old_lines = lines_of(before), new_lines = lines_of(after);
  const std::vector<Step> steps = steps_of(kept_lines(old_lines, new_lines));
  std::string out;
  for (std::size_t done = 0;;) {
    const auto changed = [&](std::size_t from) {
      while (from < steps.size() && steps[from].mark == ' ') ++from;
      return from;
    };
    const std::size_t first = changed(done);
    if (first == steps.size()) return out;
    const std::size_t begin = std::max(done, first - std::min(first, kContext));
    // To the last change that is no further from the one before it than their contexts reach.
    std::size_t last = first;
    for (std::size_t next = changed(last + 1); next < steps.size() && next - last <= 2 * kContext + 1; next = changed(last + 1))
      last = next;
    done = std::min(last + 1 + kContext, steps.size());
    std::size_t olds = 0, news = 0;
    std::string body;
    for (std::size_t k = begin; k < done; ++k) {
      const Step& step = steps[k];
      olds += step.mark != '+' ? 1 : 0, news += step.mark != '-' ? 1 : 0;
      body += step.mark + (step.mark == '+' ? new_lines[step.after] : old_lines[step.before]) + '\n';
    }
    out += "@@ -" + range(steps[begin].before, olds) + " +" + range(steps[begin].after, news) + " @@\n" + body;
  }
}

}  // namespace nbpublish::cases
