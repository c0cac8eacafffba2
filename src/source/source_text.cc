#include "source/source_text.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.h"

namespace nbpublish {
SourceText::SourceText(std::string text, FileName file) : text_(std::move(text)), file_(file) { index(); }

void SourceText::index() {
  starts_.assign(1, 0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n' && i + 1 < text_.size()) starts_.push_back(i + 1);
  characters_ = ByteCounts<begins_character>(text_);
  std::int64_t sum = 0;
  for (Shift& shift : shifts_) shift.sum = sum += shift.shift;
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

SourceText::Shifts::const_iterator SourceText::first_behind(std::size_t line, std::size_t offset) const {
  return std::partition_point(shifts_.begin(), shifts_.end(),
                              [&](const Shift& s) { return s.line < line || (s.line == line && s.offset <= offset); });
}

SourceText::Shifts::const_iterator SourceText::first_of(std::size_t line) const {
  return std::partition_point(shifts_.begin(), shifts_.end(), [&](const Shift& s) { return s.line < line; });
}

std::uint32_t SourceText::column(std::size_t line_number, std::size_t offset) const {
  const std::size_t start = starts_[line_number - 1];
  offset = std::min(offset, start + line(line_number).size());
  const auto characters = static_cast<std::int64_t>(characters_.before(text_, offset) - characters_.before(text_, start));
  const std::int64_t shift = sum_before(first_behind(line_number, offset - start)) - sum_before(first_of(line_number));
  return static_cast<std::uint32_t>(std::max<std::int64_t>(characters + 1 + shift, 1));
}

SourceSpan SourceText::span(std::size_t begin, std::size_t end) const {
  const std::size_t last = end > begin ? end - 1 : begin;
  const std::size_t first_line = line_of(begin), last_line = line_of(last);
  SourceSpan result;
  result.file = file_;
  result.line = static_cast<std::uint32_t>(file_line(first_line));
  result.column = column(first_line, begin);
  result.end_line = static_cast<std::uint32_t>(file_line(last_line));
  // `last` may be a continuation byte of the last character: count from that character's first byte.
  std::size_t lead = std::min(last, text_.empty() ? 0 : text_.size() - 1);
  while (lead > begin && !begins_character(text_[lead])) --lead;
  result.end_column = column(last_line, lead);
  return result;
}

SourceSpan SourceText::line_span(std::size_t first, std::size_t last) const {
  const std::size_t end = line_start(last) + line(last).size();
  return span(line_start(first), end);
}

void SourceText::blank(const std::vector<Range>& ranges) {
  for (const Range& range : ranges) {
    std::size_t line_number = line_of(range.begin);
    std::int64_t more = 0;  // spaces than characters
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (text_[i] != '\n') {
        if (!begins_character(text_[i])) ++more;
        text_[i] = ' ';
      }
      if (more > 0 && (i + 1 == range.end || text_[i + 1] == '\n'))
        shifts_.push_back({line_number, i + 1 - line_start(line_number), -std::exchange(more, 0)});
      if (text_[i] == '\n') ++line_number;
    }
  }
  std::ranges::stable_sort(shifts_, {}, [](const Shift& shift) { return std::pair(shift.line, shift.offset); });
  index();
}

void SourceText::replace(const std::vector<Replacement>& replacements) {
  std::string text;
  text.reserve(text_.size());
  Shifts added;
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
    std::string with = r.with;
    std::ranges::replace(with, '\n', ' ');
    std::string_view insert = with;
    for (;;) {
      const std::size_t feed = std::min(text_.find('\n', from), r.end);
      const auto removed = static_cast<std::int64_t>(count_code_points(std::string_view(text_).substr(from, feed - from)));
      // What is longer than what it replaces stands where that ends in its line.
      const std::size_t offset = text.size() - out_line_start;
      std::int64_t counted = 0;
      for (std::size_t at = 0; at < insert.size();) {
        const std::size_t begin = at;
        next_code_point(insert, at);
        if (counted < std::max<std::int64_t>(removed, 1)) ++counted;
        else added.push_back({line_number, offset + begin, -1});
      }
      added.push_back({line_number, offset + insert.size(), removed - counted});
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
  index();
}

void SourceText::rewrite(const std::vector<Rewritten>& parts) {
  std::string text;
  Shifts shifts;
  std::vector<std::size_t> file_lines;
  // The characters of a lead count on from where the line's bytes would begin, as far as that line goes in the file.
  const auto place_lead = [&](const MadeLine& made, std::size_t number) {
    const std::size_t start = line_start(made.from);
    const std::uint32_t begin = column(made.from, start + made.begin), end = column(made.from, start + line(made.from).size());
    shifts.push_back({number, 0, static_cast<std::int64_t>(begin) - 1});
    std::int64_t counted = 0;
    for (std::size_t at = 0; at < made.lead.size(); next_code_point(made.lead, at)) {
      if (begin + counted <= end) ++counted;
      else shifts.push_back({number, at, -1});
    }
    shifts.push_back({number, made.lead.size(), -counted});
  };
  // Appends a line; columns from `lead` on are those of line `from` from `begin` on.
  const auto append = [&](const MadeLine& made) {
    file_lines.push_back(file_line(made.from));
    const std::size_t number = file_lines.size(), lead = made.lead.size();
    place_lead(made, number);
    for (auto s = first_behind(made.from, made.begin), end = first_behind(made.from, made.end); s < end; ++s)
      shifts.push_back({number, s->offset - made.begin + lead, s->shift});
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
  index();
}

void SourceText::append(std::string_view lines) {
  const std::size_t last = line_count();
  if (!text_.ends_with('\n')) text_ += '\n';
  text_ += lines;
  index();
  if (file_lines_.empty())
    for (std::size_t number = 1; number <= last; ++number) file_lines_.push_back(number);
  file_lines_.resize(line_count(), file_lines_.back());
  // They have no columns either: each of their characters stands where that line begins.
  for (std::size_t number = last + 1; number <= line_count(); ++number) {
    const std::string_view added = line(number);
    for (std::size_t at = 0; at < added.size();) {
      next_code_point(added, at);
      shifts_.push_back({number, at, -1});
    }
  }
  index();
}

}  // namespace nbpublish
