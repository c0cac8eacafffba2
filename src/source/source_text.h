// SourceText: a chapter's text as the parsers get it, and the way back to the author's lines and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_counts.h"
#include "diag/diagnostic.h"

namespace nbpublish {

// Valid UTF-8 with LF line ends. What a stage takes out of a line it takes out with replace() or blank(), what it
// writes anew with rewrite(), so that positions stay those of the file. Lines are those of this text; spans and
// file_line() say where they stand in the file.
class SourceText {
 public:
  SourceText() = default;
  // `file` is what its spans name.
  explicit SourceText(std::string text, FileName file = {});

  const std::string& text() const { return text_; }
  std::size_t line_count() const { return starts_.size(); }
  // Lines count from 1; without the line feed.
  std::string_view line(std::size_t number) const;
  std::size_t line_start(std::size_t number) const { return starts_[number - 1]; }
  std::size_t line_of(std::size_t offset) const;

  // The characters [begin, end) as a span of the file; an empty range is the character at `begin`.
  SourceSpan span(std::size_t begin, std::size_t end) const;
  SourceSpan line_span(std::size_t first, std::size_t last) const;

  struct Replacement {
    std::size_t begin = 0, end = 0;
    std::string with;  // on one line: blanks stand for its line feeds; those of the replaced range are kept after it
  };
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  // Overwrites whole characters by spaces, as many as they have bytes: offsets stay what they are, and positions those of the file.
  void blank(const std::vector<Range>& ranges);
  // Replaces ranges given in ascending order; positions after them stay those of the file.
  void replace(const std::vector<Replacement>& replacements);

  // `lead`, then bytes [begin, end) of line `from`, without which the lead stands where they would begin.
  struct MadeLine {
    std::string lead;
    std::size_t from = 1, begin = 0, end = 0;
  };
  struct Rewritten {
    std::size_t first = 1, last = 1;  // lines that give way
    std::vector<MadeLine> lines;
  };
  // Puts other lines in the place of some, given in ascending order.
  void rewrite(const std::vector<Rewritten>& parts);
  // Puts lines behind the last. The file has none of them: their place is the beginning of its last line.
  void append(std::string_view lines);
  std::size_t file_line(std::size_t number) const { return file_lines_.empty() ? number : file_lines_[number - 1]; }

 private:
  // Behind byte `offset` of a line the file has `shift` more characters than the text.
  struct Shift {
    std::size_t line = 0, offset = 0;
    std::int64_t shift = 0;
    std::int64_t sum = 0;  // of the shifts up to this one, over all lines
  };
  using Shifts = std::vector<Shift>;
  void index();
  std::int64_t sum_before(Shifts::const_iterator shift) const { return shift == shifts_.begin() ? 0 : std::prev(shift)->sum; }
  // The first shift of a line behind byte `offset` of it.
  Shifts::const_iterator first_behind(std::size_t line, std::size_t offset) const;
  Shifts::const_iterator first_of(std::size_t line) const;
  std::uint32_t column(std::size_t line, std::size_t offset) const;

  std::string text_;
  FileName file_;
  std::vector<std::size_t> starts_;
  ByteCounts<begins_character> characters_;
  Shifts shifts_;                        // by line, then offset
  std::vector<std::size_t> file_lines_;  // of each line; empty if they are the same
};

}  // namespace nbpublish
