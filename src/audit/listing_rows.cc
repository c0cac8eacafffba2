#include "audit/listing_rows.h"

#include <algorithm>

namespace nbpublish {

std::map<std::size_t, std::size_t> rows_by_page(const AuditBlock& listing, Length leading) {
  std::map<std::size_t, std::pair<Length, Length>> reach;
  for (const AuditLine* line : listing.lines) {
    const auto it = reach.try_emplace(line->page, line->baseline, line->baseline).first;
    it->second.second = line->baseline;
  }
  std::map<std::size_t, std::size_t> rows;
  for (const auto& [page, ends] : reach) rows[page] = static_cast<std::size_t>((ends.second - ends.first + leading / 2) / leading) + 1;
  return rows;
}

const CodeBlock* source_of(const AuditPart& part, const AuditBlock& listing) {
  const auto source = part.source_blocks.find(listing.node);
  const CodeBlock* code = source == part.source_blocks.end() ? nullptr : as<CodeBlock>(*source->second);
  return code == nullptr || code->text.find('\x1B') != std::string::npos ? nullptr : code;
}

std::string written(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

std::vector<std::vector<const AuditLine*>> rows_of_lines(const AuditPart& part, const AuditBlock& listing) {
  std::vector<std::vector<const AuditLine*>> lines;
  const CodeBlock* code = source_of(part, listing);
  if (code == nullptr) return lines;
  auto row = listing.lines.begin();
  for (std::string_view text = code->text; !text.empty();) {
    const std::string_view source = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(source.size() + 1, text.size()));
    const std::string wanted = written(source);
    if (wanted.empty()) continue;
    std::vector<const AuditLine*>& rows = lines.emplace_back();
    std::string shown;
    for (; shown.size() < wanted.size() && row != listing.lines.end(); ++row) {
      shown += written((*row)->text);
      rows.push_back(*row);
    }
    if (shown != wanted) return {};
  }
  return lines;
}

std::size_t row_count(const AuditPart& part, const AuditBlock& listing, Length leading) {
  std::size_t count = 0;
  const auto lines = rows_of_lines(part, listing);
  if (lines.empty()) {
    for (const auto& [page, rows] : rows_by_page(listing, leading)) count += rows;
    return count;
  }
  for (const auto& rows : lines) count += rows.size();
  std::string_view text = source_of(part, listing)->text;
  text = text.substr(0, text.find_last_not_of(" \t\n") + 1);
  for (; !text.empty(); text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1))
    count += written(text.substr(0, text.find('\n'))).empty() ? 1 : 0;
  return count;
}

}  // namespace nbpublish
