#include "drawn_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/xml_text.h"
#include "difference.h"

namespace nbpublish::cases {
namespace {

constexpr double kMargin = 10;  // around what stands on the page, in points

struct Box {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  void add(double x, double y) {
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
  }
};

// Reads a line of the dump from left to right.
class Line {
 public:
  explicit Line(std::string_view text) : rest_(text) { blanks(); }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    blanks();
    return true;
  }
  std::string_view word() {
    const std::string_view taken = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(taken.size());
    blanks();
    return taken;
  }
  double number() {
    double value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    blanks();
    return error == std::errc{} ? value : 0;
  }
  // What stands before the next quote.
  std::string_view until_quote() {
    const std::string_view taken = rest_.substr(0, rest_.find('"'));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::string quoted() {
    std::string text;
    std::size_t i = 1;
    for (; i < rest_.size() && rest_[i] != '"'; ++i) {
      if (rest_[i] == '\\' && i + 1 < rest_.size()) ++i;  // \- is a line's hyphen
      text += rest_[i];
    }
    return text;
  }
  bool is_done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  void blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
};

struct At {
  double x = 0, y = 0;
};
At point(Line& line) {
  At at;
  line.take("("), at.x = line.number(), line.take(","), at.y = line.number(), line.take(")");
  return at;
}

std::string colour_of(std::string_view role, bool changed) {
  if (changed) return "#c00";
  if (role.ends_with("-ground") || role == "paper" || role == "picture-panel") return "#e4e4e4";
  if (role == "link") return "#014a75";
  return role == "rule" || role == "secondary" ? "#777" : "#000";
}

class PageDrawer {
 public:
  void draw(std::string_view text, bool changed) {
    Line line(text);
    line.take("furniture");
    if (line.take("run")) run(line, changed);
    else if (line.take("fill")) box(line, changed, false);
    else if (line.take("picture")) line.take("turned"), box(line, changed, true);
    else if (line.take("path")) path(line, changed);
  }

  std::string svg(const Box& sheet) const {
    const double width = sheet.right - sheet.left + 2 * kMargin, height = sheet.bottom - sheet.top + 2 * kMargin;
    return fmt::format("<svg viewBox=\"{:.2f} {:.2f} {:.2f} {:.2f}\" width=\"{:.0f}pt\" height=\"{:.0f}pt\">{}</svg>", sheet.left - kMargin,
                       sheet.top - kMargin, width, height, width, height, body_);
  }
  const Box& reach() const { return reach_; }

 private:
  std::string body_;
  Box reach_;

  void run(Line& line, bool changed) {
    const bool right = line.take("turned right"), left = !right && line.take("turned");
    const At at = point(line);
    line.take("w");
    const double width = line.number();
    // Family, weight and slant, size, role.
    std::string_view words = line.until_quote();
    words.remove_suffix(1);
    const std::size_t role = words.rfind(' '), size = words.rfind(' ', role - 1);
    Line number(words.substr(size + 1, role - size - 1));
    const double points = number.number();
    const std::string turn = right || left ? fmt::format(" transform=\"rotate({} {} {})\"", right ? 90 : -90, at.x, at.y) : "";
    body_ +=
        fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{}>{}</text>",
                    at.x, at.y, points, width, colour_of(words.substr(role + 1), changed), turn, xml_text(line.quoted()));
    reach_.add(at.x, at.y - points);
    reach_.add(right || left ? at.x : at.x + width, at.y);
  }

  void box(Line& line, bool changed, bool is_picture) {
    const At at = point(line);
    const double width = line.number();
    line.take("x");
    const double height = line.number();
    const std::string colour = is_picture ? (changed ? "#c00" : "#888") : colour_of(line.word(), changed);
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}=\"{}\"{}/>", at.x, at.y, width, height,
                         is_picture ? "stroke" : "fill", colour, is_picture ? " fill=\"none\"" : "");
    reach_.add(at.x, at.y);
    reach_.add(at.x + width, at.y + height);
  }

  void path(Line& line, bool changed) {
    const bool filled = line.take("filled");
    line.take("stroked");
    const double width = filled ? 0 : line.number();
    std::string dash;
    if (line.take("dash")) {
      const double on = line.number();
      line.take(",");
      dash = fmt::format(" stroke-dasharray=\"{} {}\"", on, line.number());
    }
    const std::string colour = colour_of(line.word(), changed);
    std::string way;
    while (!line.is_done()) {
      if (line.take("Z")) way += 'Z';
      else if (line.take("M")) way += 'M' + to(line);
      else if (line.take("L")) way += 'L' + to(line);
      else if (line.take("C")) way += 'C' + to(line) + ' ' + to(line) + ' ' + to(line);
      else break;  // the tag
    }
    body_ += fmt::format("<path d=\"{}\" {}/>", way,
                         filled ? fmt::format("fill=\"{}\"", colour)
                                : fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}", colour, width, dash));
  }
  std::string to(Line& line) {
    const At at = point(line);
    reach_.add(at.x, at.y);
    return fmt::format("{} {}", at.x, at.y);
  }
};

}  // namespace

std::vector<DrawnPage> drawn_pages(std::string_view frames, std::string_view other) {
  const std::vector<std::string> lines = lines_of(frames);
  const std::vector<bool> kept = kept_lines(lines, lines_of(other)).before;
  std::vector<std::string> labels;
  std::vector<PageDrawer> drawers;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line(lines[i]);
    if (lines[i].starts_with("page ")) {
      line.take("page");
      labels.push_back(line.quoted());
      drawers.emplace_back();
    } else if (!drawers.empty() && lines[i].starts_with("  ")) {
      drawers.back().draw(lines[i], !kept[i]);
    }
  }
  Box sheet;  // of all pages, so that they can be compared
  sheet.add(0, 0);
  for (const PageDrawer& drawer : drawers)
    if (const Box& reach = drawer.reach(); reach.left <= reach.right)
      sheet.add(reach.left, reach.top), sheet.add(reach.right, reach.bottom);
  std::vector<DrawnPage> pages;
  for (std::size_t i = 0; i < drawers.size(); ++i) pages.push_back({labels[i], drawers[i].svg(sheet)});
  return pages;
}

}  // namespace nbpublish::cases
