#include "document/text_row.h"

#include <algorithm>
#include <string_view>

namespace nbpublish {
namespace {

constexpr std::string_view kObject = "\uFFFC";

}  // namespace

TextRow::TextRow(const Inlines& list) : list_(list) {
  for (const Inline& inl : list) {
    begins_.push_back(text_.size());
    if (const auto* text = as<Text>(inl)) text_ += text->text;
    else if (as<SoftBreak>(inl)) text_ += ' ';
    else text_ += kObject;
  }
  begins_.push_back(text_.size());
  columns_.reserve(text_.size() + 1);
  std::uint32_t column = 0;
  for (const char c : text_) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    columns_.push_back(continues ? column - 1 : column++);
  }
  columns_.push_back(column);
}

std::size_t TextRow::node_at(std::size_t byte) const {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), byte);
  return static_cast<std::size_t>(behind - begins_.begin()) - 1;
}

Inlines TextRow::slice(std::size_t begin, std::size_t end) const {
  Inlines out;
  for (std::size_t i = node_at(begin); i < list_.size() && begins_[i] < end; ++i) {
    const std::size_t from = std::max(begin, begins_[i]), to = std::min(end, begins_[i + 1]);
    if (from >= to) continue;
    if (as<Text>(list_[i])) out.push_back({span_in(i, from, to), Text{text_.substr(from, to - from)}});
    else out.push_back(list_[i]);
  }
  return out;
}

SourceSpan TextRow::span(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const std::size_t first = node_at(begin), last = node_at(end - 1);
  SourceSpan out = span_in(first, begin, std::min(end, begins_[first + 1]));
  const SourceSpan tail = span_in(last, std::max(begin, begins_[last]), end);
  out.end_line = tail.end_line;
  out.end_column = tail.end_column;
  return out;
}

// All of the inline's place if escapes or entities in it make the part's uncertain.
SourceSpan TextRow::span_in(std::size_t node, std::size_t begin, std::size_t end) const {
  const SourceSpan place = list_[node].span;
  const std::uint32_t first = columns_[begins_[node]], width = columns_[begins_[node + 1]] - first;
  const bool exact = place.line == place.end_line && place.column + width == place.end_column + 1;
  if (!as<Text>(list_[node]) || !exact) return place;
  return {place.line, place.column + columns_[begin] - first, place.line, place.column + columns_[end] - first - 1, place.file};
}

}  // namespace nbpublish
