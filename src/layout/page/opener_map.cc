#include "layout/page/opener_map.h"

#include <algorithm>
#include <iterator>

namespace nbpublish {
namespace {

constexpr Length kColumnGap = Length::pt(16), kTurnover = Length::pt(9);

class OpenerMap {
 public:
  OpenerMap(LayoutContext& context, Sheet& sheet, const ChapterHeading& heading)
      : context_(context), style_(context.style), sheet_(sheet), heading_(heading) {
    column_ = sheet.look(style_.opener_map);
    column_.measure = (style_.measure - kColumnGap) / 2;
    column_.turnover = kTurnover;
  }

  int add(int line) {
    line = add_sections(line);
    return add_needs(line);
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  Sheet& sheet_;
  const ChapterHeading& heading_;
  Sheet::Look column_;

  std::string page_of(const MapEntry& entry) const { return context_.pages.label_of(destination_name(entry.target)); }
  static Inline link_to(const MapEntry& entry, const std::string& more = {}) {
    return {{}, Link{entry.target, "", {{{}, Text{entry.words + more}}}, PageText::Never}};
  }

  Inlines section_words(const MapEntry& entry) const { return {link_to(entry, ",\u00A0" + page_of(entry))}; }

  // How many lines the words fill.
  int lines_of(const Inlines& words, const Sheet::Look& look) const {
    Sheet scratch(context_);
    const std::size_t tags = context_.tags.nodes.size();
    const int lines = scratch.add(words, look, 1, kRootTag) - 1;
    context_.tags.nodes.resize(tags);
    return lines;
  }

  // How many of the entries stand in the first column, so that the columns are as low as may be and it is the higher one of equal
  // ways; none if they are too high.
  std::size_t first_column(const std::vector<int>& lines) const {
    int all = 0, left = 0, lowest = style_.opener_map_lines;
    for (const int count : lines) all += count;
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      left += lines[i];
      if (const int height = std::max(left, all - left); height <= lowest) lowest = height, first = i + 1;
    }
    return first;
  }

  int add_sections(int line) {
    if (style_.opener_map_least == 0 || static_cast<int>(heading_.sections.size()) < style_.opener_map_least) return line;
    std::vector<int> lines;
    for (const MapEntry& section : heading_.sections) lines.push_back(lines_of(section_words(section), column_));
    const std::size_t first = first_column(lines);
    if (first == 0) return line;
    line = sheet_.add("In this chapter", sheet_.look(style_.opener_map_label), line, context_.tags.add(kRootTag, TagRole::P));
    const TagId toc = context_.tags.add(kRootTag, TagRole::Toc);
    int at = line, lowest = line;
    for (std::size_t i = 0; i < heading_.sections.size(); ++i) {
      if (i == first) at = line, column_.left = column_.measure + kColumnGap;
      const TagId reference = context_.tags.add(context_.tags.add(toc, TagRole::TocItem), TagRole::Reference);
      at = sheet_.add(section_words(heading_.sections[i]), column_, at, reference);
      lowest = std::max(lowest, at);
    }
    return lowest;
  }

  // "You need: 1.3 Event Loop (63), 2.1 Buffers (125)".
  Inlines needs_words(const std::vector<MapEntry>& needs) const {
    Inlines words{{{}, Strong{{{{}, Text{"You need:"}}}}}};
    for (const MapEntry& need : needs) {
      words.push_back({{}, Text{&need == &needs.front() ? " " : ", "}});
      words.push_back(link_to(need));
      words.push_back({{}, Text{"\u00A0(" + page_of(need) + ")"}});
    }
    return words;
  }

  int add_needs(int line) {
    if (style_.opener_map_least == 0) return line;
    const Sheet::Look look = sheet_.look(style_.opener_map);
    std::vector<MapEntry> needs = heading_.needs;
    // Of those that one line does not hold, the least referred to go, the last of equal ones first.
    while (!needs.empty() && lines_of(needs_words(needs), look) > 1)
      needs.erase(std::prev(std::ranges::min_element(needs.rbegin(), needs.rend(), {}, &MapEntry::references).base()));
    return needs.empty() ? line : sheet_.add(needs_words(needs), look, line, context_.tags.add(kRootTag, TagRole::P));
  }
};

}  // namespace

int add_opener_map(LayoutContext& context, Sheet& sheet, const ChapterHeading& heading, int line) {
  return OpenerMap(context, sheet, heading).add(line);
}

void add_mapped_destinations(const ChapterHeading& heading, const Style& style, std::set<std::string>& names) {
  if (style.opener_map_least == 0) return;
  for (const MapEntry& section : heading.sections) names.insert(destination_name(section.target));
  for (const MapEntry& need : heading.needs) names.insert(destination_name(need.target));
}

}  // namespace nbpublish
