// Elements of HTML that hold blocks: opened, closed, and what becomes of them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "source/html_blocks.h"
#include "source/html_lists.h"
#include "source/table_caption.h"

namespace nbpublish {
namespace {

// More in one another is no prose; keeps the blocks within what later stages can recurse into.
constexpr std::size_t kMaxOpen = 20;

}  // namespace

void HtmlBlocks::open(Element element, SourceSpan span, HtmlToken tag) {
  if (open_.size() > kMaxOpen) return;
  Frame& frame = open_.emplace_back();
  frame.element = element;
  frame.span = span;
  frame.tag = std::move(tag);
}

HtmlBlocks::Frame* HtmlBlocks::table() {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [](const Frame& f) { return f.element == Element::Table; });
  return found == open_.rend() ? nullptr : &*found;
}

bool HtmlBlocks::open_structure(const HtmlToken& token, SourceSpan span) {
  if (token.is("table")) return open(Element::Table, span), true;
  if (token.is("figure")) return open(Element::Figure, span, token), true;
  if (token.is("figcaption")) return open(Element::FigureCaption, span), true;
  if (token.is("ul") || token.is("ol")) {
    open(Element::List, span, token);
    if (!token.is("ol") || open_.back().element != Element::List) return true;
    if (const std::string unknown = read_numbering(token, open_.back().list); !unknown.empty())
      inlines_.report(DiagCode::RawHtml, span, unknown + " is no numbering that is known here; the list is numbered in figures",
                      "type=\"1\", \"a\", \"A\", \"i\" or \"I\"");
    return true;
  }
  if (token.is("li")) {
    close(Element::Item, span);
    if (open_.back().element != Element::List) return false;
    return open(Element::Item, span, token), true;
  }
  const bool cell = token.is("td") || token.is("th"), section = token.is("thead") || token.is("tbody") || token.is("tfoot");
  const bool between = token.is("tr") || token.is("caption") || token.is("colgroup");
  if ((!cell && !section && !between) || table() == nullptr) return false;
  if (!close(Element::Cell, span)) close(Element::Caption, span);
  if (open_.back().element != Element::Table) return true;  // too deep, or between a list's items: it stays where it is
  if (section) open_.back().table.begin_section(token.is("thead"));
  if (token.is("tr")) open_.back().table.begin_row();
  if (cell) open(Element::Cell, span, token);
  if (token.is("caption")) open(Element::Caption, span);
  return true;
}

bool HtmlBlocks::close_structure(const HtmlToken& token, SourceSpan span) {
  if (token.is("table")) return close(Element::Table, span);
  if (token.is("figure")) return close(Element::Figure, span);
  if (token.is("figcaption")) return close(Element::FigureCaption, span);
  if (token.is("ul") || token.is("ol")) return close(Element::List, span);
  if (token.is("caption")) return close(Element::Caption, span);
  if (token.is("td") || token.is("th") || token.is("tr") || token.is("thead") || token.is("tbody") || token.is("tfoot"))
    close(Element::Cell, span);
  if (token.is("li")) close(Element::Item, span);
  return true;
}

bool HtmlBlocks::close(Element element, SourceSpan end) {
  std::size_t found = open_.size() - 1;
  // A cell keeps to itself what is opened in it; only its table reaches around it. So does a list with its items.
  for (; found > 0 && open_[found].element != element; --found) {
    const Element around = open_[found].element;
    const bool ends = around == Element::Table || (around == Element::Cell && element != Element::Table) ||
                      (around == Element::List && element == Element::Item);
    if (ends) return false;
  }
  if (found == 0) return false;
  while (open_.size() > found) close_top(end);
  return true;
}

void HtmlBlocks::close_top(SourceSpan end) {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  const SourceSpan span = from_to(frame.span, end);
  Frame& outer = open_.back();
  switch (frame.element) {
    case Element::Details:
      return void(outer.blocks.push_back({.span = span, .content = Details{std::move(frame.summary), std::move(frame.blocks)}}));
    case Element::List:
      frame.list.start = first_number(frame.tag, frame.list);
      std::ranges::move(frame.blocks, std::back_inserter(outer.blocks));  // what stood in none of its items
      return void(outer.blocks.push_back({.span = span, .content = std::move(frame.list)}));
    case Element::Item:
      outer.list.tight = outer.list.tight && frame.blocks.size() < 2;
      return void(outer.list.items.push_back({0, span, std::nullopt, std::move(frame.blocks), item_number(frame.tag)}));
    case Element::Cell: {
      const SourceSpan place = frame.blocks.empty() ? frame.span : from_to(frame.blocks.front().span, frame.blocks.back().span);
      return outer.table.add_cell(frame.tag, place, std::move(frame.blocks));
    }
    case Element::Figure:
      return add_figure(std::move(frame));
    case Element::FigureCaption: {
      const auto figure = std::find_if(open_.rbegin(), open_.rend(), [](const Frame& f) { return f.element == Element::Figure; });
      Inlines* words = figure == open_.rend() ? nullptr : &figure->summary;
      for (Block& block : frame.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (words == nullptr || paragraph == nullptr) {
          outer.blocks.push_back(std::move(block));
          continue;
        }
        if (!words->empty()) words->push_back({block.span, SoftBreak{}});
        std::ranges::move(paragraph->children, std::back_inserter(*words));
      }
      return;
    }
    case Element::Caption:
      for (Block& block : frame.blocks) {
        auto* words = std::get_if<Paragraph>(&block.content);
        if (words == nullptr) outer.blocks.push_back(std::move(block));
        else std::ranges::move(words->children, std::back_inserter(outer.table.caption));
      }
      return;
    case Element::Table:
      return add_table(std::move(frame), span);
    case Element::Container:
      return;
  }
}

// What stood in the table but in none of its cells comes before it.
void HtmlBlocks::add_table(Frame frame, SourceSpan span) {
  std::ranges::move(frame.blocks, std::back_inserter(target()));
  if (frame.table.merges_cells())
    inlines_.report(DiagCode::RawHtml, frame.span, "cells merged over columns or rows are not supported",
                    "what is in them stands in the first of their cells");
  Table table = frame.table.finish();
  table.label = take_label(table.caption);
  if (!table.columns.empty()) target().push_back({.span = span, .content = std::move(table)});
}

// Its caption and id belong to the first picture, table or code in it that has none; without such they are a paragraph.
void HtmlBlocks::add_figure(Frame frame) {
  Inlines words = std::move(frame.summary);
  std::string label = frame.tag.attribute("id");
  const std::string given = take_label(words);
  if (!given.empty()) label = given;
  const auto give = [&](Inlines& caption, std::string& own) {
    if (caption.empty()) caption = std::exchange(words, {});
    if (own.empty()) own = std::exchange(label, {});
  };
  for (Block& block : frame.blocks) {
    if (words.empty() && label.empty()) break;
    if (auto* figure = std::get_if<Figure>(&block.content)) give(figure->caption, figure->label);
    else if (auto* table = std::get_if<Table>(&block.content)) give(table->caption, table->label);
    else if (auto* code = std::get_if<CodeBlock>(&block.content)) give(code->caption, code->info.label);
  }
  Blocks& into = target();
  std::ranges::move(frame.blocks, std::back_inserter(into));
  if (!words.empty()) {
    const SourceSpan span = from_to(words.front().span, words.back().span);
    into.push_back({.span = span, .content = Paragraph{std::move(words)}});
  }
}

void HtmlBlocks::open_pre(const HtmlToken& token, SourceSpan span) {
  CodeBlock code;
  code.info.language = lowered(token.attribute("lang"));
  pre_ = Block{.span = span, .content = std::move(code)};
}

void HtmlBlocks::add_code(std::string_view text, const std::vector<SourceSpan>& lines) {
  auto& code = std::get<CodeBlock>(pre_->content);
  if (text.empty()) return;
  if (code.text.ends_with('\n')) code.lines.back() = lines.front();
  if (code.lines.empty()) code.lines.push_back(lines.front());
  code.text += text;
  const auto feeds = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  for (std::size_t i = 1; i <= feeds; ++i) code.lines.push_back(lines[std::min(i, lines.size() - 1)]);
}

void HtmlBlocks::close_pre() {
  if (!pre_) return;
  auto& code = std::get<CodeBlock>(pre_->content);
  std::string& text = code.text;
  if (text.starts_with('\n')) text.erase(0, 1), code.lines.erase(code.lines.begin());  // as HTML has it
  while (text.ends_with('\n')) text.pop_back();
  target().push_back(std::move(*pre_));
  pre_.reset();
}

}  // namespace nbpublish
