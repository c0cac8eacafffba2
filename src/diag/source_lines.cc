#include "diag/source_lines.h"

namespace nbpublish {

const SourceLines::File& SourceLines::of(const std::string& file) {
  const auto [it, is_new] = files_.try_emplace(file);
  File& found = it->second;
  if (!is_new || !read_) return found;
  std::optional<std::string> text = read_(file);
  if (!text) return found;
  found.text = std::move(*text);
  found.starts.push_back(0);
  for (std::size_t end = found.text.find('\n'); end != std::string::npos; end = found.text.find('\n', end + 1))
    found.starts.push_back(end + 1);
  return found;
}

std::optional<std::string_view> SourceLines::line(const std::string& file, std::uint32_t number) {
  const File& found = of(file);
  if (number == 0 || number > found.starts.size()) return std::nullopt;
  const std::size_t begin = found.starts[number - 1];
  const std::size_t end = number < found.starts.size() ? found.starts[number] - 1 : found.text.size();
  std::string_view line = std::string_view(found.text).substr(begin, end - begin);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace nbpublish
