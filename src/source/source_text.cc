#include "source/source_text.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"

namespace nbpublish {

SourceText::SourceText(std::string text) : text_(std::move(text)) { index_lines(); }

void SourceText::index_lines() {
  starts_.assign(1, 0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n' && i + 1 < text_.size()) starts_.push_back(i + 1);
}

std::string_view SourceText::line(std::size_t number) const {
  const std::size_t begin = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view found = std::string_view(text_).substr(begin, end - begin);
  if (found.ends_with('\n')) found.remove_suffix(1);
  return found;
}

std::size_t SourceText::line_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

std::uint32_t SourceText::column(std::size_t line_number, std::size_t offset) const {
  const std::size_t in_line = offset - starts_[line_number - 1];
  auto column = static_cast<std::int64_t>(count_code_points(line(line_number).substr(0, in_line))) + 1;
  const auto first = std::partition_point(shifts_.begin(), shifts_.end(),
                                          [&](const Shift& s) { return s.line < line_number; });
  for (auto s = first; s != shifts_.end() && s->line == line_number && s->offset <= in_line; ++s)
    column += s->shift;
  return static_cast<std::uint32_t>(std::max<std::int64_t>(column, 1));
}

SourceSpan SourceText::span(std::size_t begin, std::size_t end) const {
  const std::size_t last = end > begin ? end - 1 : begin;
  const std::size_t first_line = line_of(begin), last_line = line_of(last);
  SourceSpan result;
  result.line = static_cast<std::uint32_t>(file_line(first_line));
  result.column = column(first_line, begin);
  result.end_line = static_cast<std::uint32_t>(file_line(last_line));
  // `last` may be a continuation byte of the last character: count from that character's first byte.
  std::size_t lead = std::min(last, text_.empty() ? 0 : text_.size() - 1);
  while (lead > begin && (static_cast<unsigned char>(text_[lead]) & 0xC0) == 0x80) --lead;
  result.end_column = column(last_line, lead);
  return result;
}

SourceSpan SourceText::line_span(std::size_t first, std::size_t last) const {
  const std::size_t end = line_start(last) + line(last).size();
  return span(line_start(first), end);
}

void SourceText::blank(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (text_[i] != '\n') text_[i] = ' ';
}

void SourceText::replace(const std::vector<Replacement>& replacements) {
  std::string text;
  text.reserve(text_.size());
  std::vector<Shift> added;
  std::size_t from = 0, out_line_start = 0;
  std::size_t line_number = 1;
  auto older = shifts_.begin();  // those of earlier changes move along with their bytes
  const auto take_older = [&](std::size_t until) {
    for (; older != shifts_.end() && starts_[older->line - 1] + older->offset <= until; ++older)
      added.push_back({line_number, text.size() - out_line_start, older->shift});
  };
  // Copies kept text, keeping count of lines and of where the current one starts in `text`.
  const auto keep = [&](std::size_t end) {
    for (; from < end; ++from) {
      take_older(from);
      text += text_[from];
      if (text_[from] == '\n') ++line_number, out_line_start = text.size();
    }
  };
  for (const Replacement& r : replacements) {
    assert(r.begin >= from && r.end >= r.begin && r.end <= text_.size());
    keep(r.begin);
    std::string_view insert = r.with;
    for (;;) {
      const std::size_t feed = std::min(text_.find('\n', from), r.end);
      const auto removed = count_code_points(std::string_view(text_).substr(from, feed - from));
      const auto shift =
          static_cast<std::int64_t>(removed) - static_cast<std::int64_t>(count_code_points(insert));
      added.push_back({line_number, text.size() - out_line_start + insert.size(), shift});
      text += insert;
      insert = {};
      from = feed;
      if (from > r.begin) take_older(from);
      if (feed == r.end) break;
      keep(feed + 1);
    }
  }
  keep(text_.size());
  take_older(text_.size());
  shifts_ = std::move(added);
  text_ = std::move(text);
  index_lines();
}

void SourceText::rewrite(const std::vector<Rewritten>& parts) {
  std::string text;
  std::vector<Shift> shifts;
  std::vector<std::size_t> file_lines;
  // Appends a line; columns from `lead` on are those of line `from` from `begin` on.
  const auto append = [&](const MadeLine& made) {
    file_lines.push_back(file_line(made.from));
    const std::size_t number = file_lines.size(), lead = made.lead.size();
    const auto added = static_cast<std::int64_t>(count_code_points(made.lead));
    shifts.push_back({number, 0, static_cast<std::int64_t>(column(made.from, line_start(made.from) + made.begin)) - 1});
    shifts.push_back({number, lead, -added});
    for (const Shift& s : shifts_)
      if (s.line == made.from && s.offset > made.begin && s.offset <= made.end) shifts.push_back({number, s.offset - made.begin + lead, s.shift});
    text += made.lead;
    text += line(made.from).substr(made.begin, made.end - made.begin);
    text += '\n';
  };
  std::size_t next = 1;
  const auto keep = [&](std::size_t end) {
    for (; next < end; ++next) append({"", next, 0, line(next).size()});
  };
  for (const Rewritten& part : parts) {
    assert(part.first >= next && part.last >= part.first);
    keep(part.first);
    for (const MadeLine& made : part.lines) append(made);
    next = part.last + 1;
  }
  keep(line_count() + 1);
  text_ = std::move(text);
  shifts_ = std::move(shifts);
  file_lines_ = std::move(file_lines);
  index_lines();
}

void SourceText::append(std::string_view lines) {
  if (!text_.ends_with('\n')) text_ += '\n';
  text_ += lines;
  index_lines();
  if (!file_lines_.empty()) file_lines_.resize(starts_.size(), file_lines_.back());
}

}  // namespace nbpublish
