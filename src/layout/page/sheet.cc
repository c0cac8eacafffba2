#include "layout/page/sheet.h"

#include <iterator>

#include "layout/inline/display_text.h"

namespace nbpublish {

Sheet::Look Sheet::look(const TextStyle& text) const {
  Look out;
  out.text = text;
  out.measure = context_.style.measure;
  return out;
}

Length Sheet::baseline(int line) const { return context_.style.leading * line - context_.style.baseline_drop; }

std::vector<SetLine> Sheet::set(const ParagraphText& text, const Look& look) {
  ParagraphRules rules = display_rules(look.measure - look.turnover, look.alignment);
  rules.first_indent = Length{} - look.turnover;
  return set_paragraph(context_, text, rules);
}

void Sheet::place(SetLine line, Length x, Length y) {
  shift(line, x, y);
  std::move(line.items.begin(), line.items.end(), std::back_inserter(items));
  std::move(line.links.begin(), line.links.end(), std::back_inserter(links));
}

int Sheet::add(const Inlines& words, const Look& look, int line, TagId tag) {
  return add_lines(set(flatten(context_, words, {look.text, look.colour, Features::Text, {}}, tag), look), look, line);
}

int Sheet::add(const std::string& words, const Look& look, int line, TagId tag) {
  return add_lines(set(flatten_plain(context_, words, {look.text, look.colour, Features::Text, {}}, tag), look), look, line);
}

int Sheet::add_lines(std::vector<SetLine> lines, const Look& look, int line) {
  const int step = static_cast<int>(round_up(look.text.leading - Length::pt(1.5), context_.style.leading) / context_.style.leading);
  for (SetLine& set_line : lines) {
    place(std::move(set_line), look.left + look.turnover, baseline(line));
    line += step;
  }
  return line;
}

Length Sheet::add_at(const Inlines& words, const Look& look, Length at, TagId tag) {
  for (SetLine& line : set(flatten(context_, words, {look.text, look.colour, Features::Text, {}}, tag), look)) {
    place(std::move(line), look.left + look.turnover, at);
    at += look.text.leading;
  }
  return at;
}

}  // namespace nbpublish
