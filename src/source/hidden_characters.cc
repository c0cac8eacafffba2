#include "source/hidden_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>
#include <vector>

#include "base/hidden_marks.h"
#include "base/utf8.h"
#include "document/code_places.h"
#include "document/walk.h"
#include "source/chapter_limits.h"

namespace nbpublish {
namespace {

constexpr char32_t kNonJoiner = 0x200C, kJoiner = 0x200D, kBlackFlag = 0x1F3F4;
constexpr char32_t kEndEmbedding = 0x202C, kEndIsolate = 0x2069;

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// The default ignorable code points of Unicode 15, annotation marks and line separators.
constexpr auto kHidden = std::to_array<std::pair<char32_t, char32_t>>({
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
});

bool is_hidden(char32_t c) {
  return c >= kHidden.front().first &&
         std::ranges::any_of(kHidden, [&](const auto& range) { return is_between(c, range.first, range.second); });
}

// Whether a hidden character belongs to the one before it.
bool belongs_to(char32_t before, char32_t c) {
  constexpr char32_t kFirstJoined = 0x0590;  // Hebrew; scripts before it have no use for joiners
  if (c == kNonJoiner || c == kJoiner) return before >= kFirstJoined && (!is_hidden(before) || is_between(before, 0xFE00, 0xFE0F));
  if (is_between(c, 0xFE00, 0xFE0F) || is_between(c, 0xE0100, 0xE01EF))
    return (before >= 0x80 && !is_hidden(before)) || is_between(before, '0', '9') || before == '#' || before == '*';
  if (is_between(c, 0xE0020, 0xE007F)) return before == kBlackFlag || is_between(before, 0xE0020, 0xE007E);
  if (is_between(c, 0x180B, 0x180D) || c == 0x180F) return is_between(before, 0x1820, 0x18AA);
  return false;
}

bool is_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || is_between(c, 0x202A, 0x202E) || is_between(c, 0x2066, 0x2069);
}
// Those that were told when the file was read.
bool is_told(char32_t c) { return c == kByteOrderMark || c == kLineSeparator || c == kParagraphSeparator; }

SourceSpan in_line_of(const SourceSpan& span, std::uint32_t column) { return {span.line, column, span.line, column, span.file}; }

class Revealer {
 public:
  Revealer(const std::string& file, DiagnosticSink& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  // `place_of(byte)` is asked only where something is told.
  void show(std::string& code, const auto& place_of) {
    std::string shown;
    std::size_t done = 0;
    char32_t before = 0;
    for (std::size_t pos = 0; pos < code.size();) {
      const std::size_t at = pos;
      const char32_t c = next_code_point(code, pos);
      if (c >= 0x80 && is_hidden(c) && !belongs_to(before, c)) {
        shown += code.substr(done, at - done) + "⟨" + code_point_name(c) + "⟩";
        done = pos;
        if (!is_told(c)) tell_code(c, place_of(at));
      }
      before = c;
    }
    if (done > 0) code = shown + code.substr(done);
  }

  void show(CodeBlock& code, const Block& block) {
    CodePlaces places(code, block);
    show(code.text, [&](std::size_t at) { return places.of(at); });
    show(code.info.title, [&](std::size_t) { return beginning_of(block.span); });
  }

  void show(Code& code, SourceSpan span) {
    const std::string text = code.text;
    show(code.text, [&](std::size_t at) {
      const std::size_t width = span.end_column + 1 - std::min(span.column, span.end_column + 1), length = count_code_points(text);
      if (span.line != span.end_line || width < length) return beginning_of(span);
      // Around it stand the same marks on both sides.
      const std::size_t before = (width - length) / 2 + count_code_points(std::string_view(text).substr(0, at));
      return in_line_of(span, static_cast<std::uint32_t>(span.column + before));
    });
  }

  // The words of one paragraph, heading, cell or caption.
  void settle(Inlines& words) {
    open_.clear();
    walk(words);
    std::string closed;
    for (const auto& open : std::views::reverse(open_)) {
      append_utf8(closed, open.closing);
      tell(DiagCode::BidiControl, open.place, fmt::format("{} opens a direction that nothing closes", code_point_name(open.opening)),
           fmt::format("close it with {}, or delete it", code_point_name(open.closing)));
    }
    if (!closed.empty()) words.push_back({words.back().span, Text{closed}});
  }

  void finish() {
    if (told_ > kMostTold)
      diagnostics_.report(DiagCode::ControlCharacter, file_, {},
                          fmt::format("{} more hidden characters stand in this file", told_ - kMostTold));
  }

 private:
  struct Open {
    char32_t opening, closing;
    SourceSpan place;
  };
  const std::string& file_;
  DiagnosticSink& diagnostics_;
  std::size_t told_ = 0;
  std::vector<Open> open_;

  void tell(DiagCode code, const SourceSpan& place, std::string message, std::string hint) {
    if (++told_ > kMostTold) return;
    diagnostics_.report(code, file_, place, std::move(message), std::move(hint));
  }
  void tell_code(char32_t c, const SourceSpan& place) {
    tell(is_direction(c) ? DiagCode::BidiControl : DiagCode::ControlCharacter, place,
         is_direction(c) ? fmt::format("{} changes the direction of code for a reader's eye; it is shown as ⟨{}⟩", code_point_name(c),
                                       code_point_name(c))
                         : fmt::format("{} draws nothing; it is shown as ⟨{}⟩", code_point_name(c), code_point_name(c)),
         "delete it, or write it as an escape");
  }

  void walk(Inlines& words) {
    for (Inline& word : words) {
      if (Text* text = std::get_if<Text>(&word.content)) read(text->text, word.span);
      if (Code* code = std::get_if<Code>(&word.content)) show(*code, word.span);
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) walk(content.children);
          },
          word.content);
    }
  }

  // A span of several lines is that of a block: all that is known.
  void read(std::string& text, SourceSpan span) {
    if (text.find("\xE2\x80") == std::string::npos && text.find("\xE2\x81") == std::string::npos) return;
    std::string out;
    const std::uint32_t last = span.line == span.end_line ? std::max(span.column, span.end_column) : span.column;
    std::uint32_t column = span.column;
    for (std::size_t pos = 0; pos < text.size(); column = std::min(column + 1, last)) {
      const std::size_t at = pos;
      const char32_t c = next_code_point(text, pos);
      if (c == kLineSeparator || c == kParagraphSeparator) out += ' ';
      else out += text.substr(at, pos - at);
      follow(c, in_line_of(span, column));
    }
    text = out;
  }

  // Rules X2 to X7 of UAX 9, as far as closing goes.
  void follow(char32_t c, const SourceSpan& place) {
    const bool embeds = c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
    if (embeds || is_between(c, 0x2066, 0x2068)) open_.push_back({c, embeds ? kEndEmbedding : kEndIsolate, place});
    if (c == kEndEmbedding && !open_.empty() && open_.back().closing == c) open_.pop_back();
    if (c != kEndIsolate) return;
    const auto isolate = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.closing == c; });
    if (isolate != open_.rend()) open_.erase(isolate.base() - 1, open_.end());
  }
};

}  // namespace

void show_hidden_characters(Document& document, DiagnosticSink& diagnostics) {
  Revealer revealer(document.file, diagnostics);
  for (Inlines* words : {&document.title, &document.short_title, &document.standfirst}) revealer.settle(*words);
  edit_each_block(document, [&](Block& block) {
    if (CodeBlock* code = std::get_if<CodeBlock>(&block.content)) revealer.show(*code, block);
    inline_lists_of(block, [&](Inlines& words) { revealer.settle(words); });
  });
  revealer.finish();
}

}  // namespace nbpublish
