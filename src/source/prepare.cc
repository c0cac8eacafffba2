#include "source/prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/hidden_marks.h"
#include "base/shown_character.h"
#include "base/utf8.h"
#include "document/front_matter.h"
#include "source/chapter_limits.h"
#include "source/fenced_lines.h"

namespace nbpublish {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr char kEscape = '\x1B';
constexpr char32_t kReplacement = 0xFFFD;

// CRLF to LF, whatever the number of CR. A lone CR is a line end only in a file that knows no other.
std::string with_line_feeds(std::string_view bytes) {
  const char lone = bytes.find('\n') == bytes.npos ? '\n' : '\r';
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
      continue;
    }
    const std::size_t next = std::min(bytes.find_first_not_of('\r', i), bytes.size());
    if (next < bytes.size() && bytes[next] == '\n') i = next - 1;
    else text += lone;
  }
  return text;
}

constexpr char32_t shown_return() { return 0x240D; }

struct Complaint {
  DiagCode code{};
  std::string message, hint;
};

// What there is to say of a character of the file, of which `is_byte` is only a byte.
std::optional<Complaint> complaint_of(char32_t c, bool is_byte) {
  if (is_byte) return Complaint{DiagCode::InvalidText, "this is not UTF-8", "save the file as UTF-8"};
  if (c == kReplacement)
    return Complaint{DiagCode::ReplacementCharacter, "the replacement character U+FFFD stands here",
                     "an earlier conversion lost a character: type it again"};
  if (c == kByteOrderMark)
    return Complaint{DiagCode::ControlCharacter, "a byte order mark (U+FEFF) stands inside the file",
                     "delete it; it is left from a file that was put here"};
  if (c == kLineSeparator || c == kParagraphSeparator)
    return Complaint{DiagCode::ControlCharacter, code_point_name(c) + " ends no line in Markdown; in words it is set as a space",
                     "end the line, or begin a paragraph"};
  const char32_t shown = c == '\r' ? shown_return() : shown_character(c);
  if (shown == c) return std::nullopt;
  std::string picture;
  append_utf8(picture, shown);
  const bool is_control = c < 0xA0;
  return Complaint{
      is_control ? DiagCode::ControlCharacter : DiagCode::InvalidText,
      fmt::format("{} is {} and is set as {}", code_point_name(c), is_control ? "a control character" : "no character", picture),
      is_control ? fmt::format("delete it, or write it as an escape such as \\x{:02X}", static_cast<unsigned>(c)) : "delete it"};
}

// Whether anything but plain ASCII stands in a line; most have nothing else.
bool is_odd(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte >= 0x7F;
  });
}

// Tells what sanitising changes, and what it leaves although it is odd.
class Teller {
 public:
  Teller(std::string_view file, DiagnosticSink& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void read(std::string_view line, std::uint32_t number, bool is_fenced) {
    bool was_lost = false;
    std::uint32_t column = 1;
    for (std::size_t pos = 0; pos < line.size(); ++column) {
      const std::size_t at = pos;
      const char32_t c = next_code_point(line, pos);
      const bool is_byte = c == kReplacement && pos == at + 1;
      const bool goes_on = c == kReplacement && was_lost;  // one place, however many in a row
      was_lost = c == kReplacement;
      if (goes_on || (is_fenced && c == kEscape)) continue;
      auto complaint = complaint_of(c, is_byte);
      if (complaint && ++told_ <= kMostTold)
        diagnostics_.report(complaint->code, file_, {number, column, number, column}, std::move(complaint->message),
                            std::move(complaint->hint));
    }
  }
  void finish() {
    if (told_ > kMostTold)
      diagnostics_.report(DiagCode::InvalidText, file_, {}, fmt::format("{} more characters of this file are no text", told_ - kMostTold));
  }

 private:
  std::string_view file_;
  DiagnosticSink& diagnostics_;
  std::size_t told_ = 0;
};

std::string_view take_line(std::string_view& text) {
  const std::size_t feed = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, feed);
  text.remove_prefix(std::min(feed + 1, text.size()));
  return line;
}

// A lone carriage return is a control character like others.
std::string with_pictures_of_returns(std::string text) {
  std::string out;
  for (std::size_t from = 0;;) {
    const std::size_t found = text.find('\r', from);
    if (found == text.npos) return from == 0 ? std::move(text) : out + text.substr(from);
    out += text.substr(from, found - from);
    append_utf8(out, shown_return());
    from = found + 1;
  }
}

std::string sanitise_line(std::string_view line, bool keeps_escapes) {
  std::string text;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t escape = keeps_escapes ? std::min(line.find(kEscape, from), line.size()) : line.size();
    text += sanitise(line.substr(from, escape - from));
    if (escape < line.size()) text += kEscape;
    from = escape + 1;
  }
  return text;
}

// As sanitise(), line by line; tells what is changed.
std::string sanitise_source(std::string_view typed, std::string_view file, DiagnosticSink& diagnostics) {
  const char* const end = typed.data() + typed.size();
  std::vector<bool> fenced;
  if (typed.find(kEscape) != typed.npos) fenced = fenced_lines(SourceText(sanitise(typed)));
  Teller teller(file, diagnostics);
  std::string text;
  text.reserve(typed.size());
  for (std::uint32_t number = 1; !typed.empty(); ++number) {
    const std::string_view line = take_line(typed);
    const bool is_fenced = number <= fenced.size() && fenced[number - 1];
    if (is_odd(line)) {
      teller.read(line, number, is_fenced);
      text += sanitise_line(line, is_fenced);
    } else {
      text += line;
    }
    if (line.data() + line.size() < end) text += '\n';
  }
  teller.finish();
  return with_pictures_of_returns(std::move(text));
}

}  // namespace

PreparedChapter prepare_chapter(std::string_view bytes, std::string_view file, DiagnosticSink& diagnostics) {
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const std::string typed = with_line_feeds(bytes);
  std::string text = sanitise_source(typed, file, diagnostics);
  const FrontMatterResult front = read_front_matter(text, file, diagnostics);
  const auto body = text.begin() + static_cast<std::ptrdiff_t>(front.body_offset);
  const auto feeds = static_cast<std::size_t>(std::count(text.begin(), body, '\n'));
  text.replace(text.begin(), body, std::string(feeds, '\n'));
  return {front.front, SourceText(std::move(text), FileName(file))};
}

}  // namespace nbpublish
