#include "layout/page/index_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "document/index_term.h"
#include "layout/galley/rows.h"
#include "layout/inline/display_text.h"

namespace nbpublish {
namespace {

// More page numbers in a row send the reader off searching (docs/design.md, Index).
constexpr std::size_t kMostLocators = 6;

std::optional<int> arabic(std::string_view folio) {
  int value = 0;
  const auto [end, error] = std::from_chars(folio.data(), folio.data() + folio.size(), value);
  return error == std::errc{} && end == folio.data() + folio.size() ? std::optional(value) : std::nullopt;
}

bool follows(std::string_view folio, std::string_view before) {
  const auto a = arabic(before), b = arabic(folio);
  return a && b && *b == *a + 1;
}

class LineMaker {
 public:
  LineMaker(LayoutContext& context, const VolumeIndex& index, Length measure, const PageNumbers* elsewhere)
      : context_(context), style_(context.style), index_(index), anchors_(*index.entries), measure_(measure), elsewhere_(elsewhere) {}

  std::vector<IndexLine> make_index_lines(TagId parent) {
    for (const IndexGroup& group : *index_.entries) {
      add_letter(group.heading, context_.tags.add(parent, TagRole::H2));
      const TagId list = context_.tags.add(parent, TagRole::L);
      for (const IndexEntry& entry : group.entries) add_entry(entry, list, 0, entry.term);
    }
    return std::move(lines_);
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const VolumeIndex& index_;
  const EntryAnchors anchors_;
  Length measure_;
  const PageNumbers* elsewhere_;
  std::vector<IndexLine> lines_;
  bool keep_next_ = false;  // the next line stays with the last

  void add_letter(const std::string& letter, TagId tag) {
    if (!lines_.empty()) {
      IndexLine white;
      white.row.height = style_.index_entry.leading;
      white.blank = true;
      lines_.push_back(std::move(white));
      keep_next_ = true;
    }
    add_words({{{}, Text{letter}}}, style_.index_letter, tag, 0, {}, {});
    keep_next_ = true;
  }

  // `top` is the entry of the first level that it stands in.
  void add_entry(const IndexEntry& entry, TagId list, int level, const std::string& top) {
    const TagId body = context_.tags.add(context_.tags.add(list, TagRole::LI), TagRole::LBody);
    add_words(words_of(entry), style_.index_entry, context_.tags.add(body, TagRole::P), level, entry.anchor, level == 0 ? "" : top);
    if (entry.children.empty()) return;
    keep_next_ = true;
    const TagId inner = context_.tags.add(body, TagRole::L);
    for (const IndexEntry& child : entry.children) add_entry(child, inner, level + 1, top);
  }

  Inlines words_of(const IndexEntry& entry) {
    const std::vector<Locator> locators = locators_of(entry.places, context_.pages, elsewhere_);
    if (locators.size() > kMostLocators && index_.key == kIndexKey)
      context_.diagnostics.report(
          DiagCode::IndexCrowded, entry.file, entry.span,
          fmt::format("the index entry '{}' has {} page numbers of its own", plain_term(entry.term), locators.size()),
          R"(divide it: [words]{.index entry="parent!child"})");
    Inlines words = inlines_of_term(entry.term);
    std::string volume;
    for (const Locator& locator : locators) {
      const bool is_next_volume = locator.volume != volume;
      words.push_back({{}, Text{is_next_volume && !volume.empty() ? "; " : ", "}});
      if (is_next_volume) words.push_back({{}, Text{locator.volume + "\u00A0"}});
      volume = locator.volume;
      add_locator(words, locator);
    }
    const bool is_place = !locators.empty() || !entry.children.empty();
    add_references(words, is_place ? "See also" : "See", entry.see);
    add_references(words, "See also", entry.see_also);
    return words;
  }

  static void add_locator(Inlines& words, const Locator& locator) {
    const auto number = [&](const InternalTarget& target, const std::string& folio) {
      return locator.is_elsewhere ? Inline{{}, Text{folio}} : link_to(target, {{{}, Text{folio}}});
    };
    Inlines numbers{number(locator.first_target, locator.first)};
    if (!locator.last.empty()) {
      numbers.push_back({{}, Text{"\u2013"}});
      numbers.push_back(number(locator.last_target, locator.last));
    }
    if (locator.main) numbers = {{{}, Strong{std::move(numbers)}}};
    std::ranges::move(numbers, std::back_inserter(words));
  }

  static Inline link_to(InternalTarget target, Inlines words) {
    return {{}, Link{std::move(target), "", std::move(words), PageText::Never}};
  }

  // ". See event loop; streams: readable"
  void add_references(Inlines& words, std::string_view see, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    words.push_back({{}, Text{". "}});
    words.push_back({{}, Emphasis{{{{}, Text{std::string(see)}}}}});
    for (const std::string& entry : entries) {
      words.push_back({{}, Text{&entry == &entries.front() ? " " : "; "}});
      Inlines name;
      for (const std::string& level : levels_of(entry)) {
        if (!name.empty()) name.push_back({{}, Text{": "}});
        std::ranges::move(inlines_of_term(level), std::back_inserter(name));
      }
      words.push_back(link_to({std::string(index_.key), anchors_.of(entry)}, std::move(name)));
    }
  }

  void add_words(const Inlines& words, const TextStyle& look, TagId tag, int level, const std::string& anchor, const std::string& top) {
    const Length left = style_.index_indent * level;
    const Length turnover = std::max(style_.index_turnover, left + style_.index_indent);
    ParagraphRules rules = display_rules(measure_ - turnover, Alignment::Ragged);
    rules.first_indent = left - turnover;
    std::vector<SetLine> set =
        set_paragraph(context_, flatten(context_, words, {look, ColourRole::Text, Features::Tabular, style_.index_code.size}, tag), rules);
    for (std::size_t i = 0; i < set.size(); ++i) {
      IndexLine line;
      line.row = row_of(std::move(set[i]), style_.index_entry.leading, baseline_drop(style_, style_.index_entry), turnover);
      if (i == 0 && !anchor.empty()) line.row.places.push_back({destination_name({context_.chapter, anchor}), {}});
      // Neither the first nor the last line of an entry stands alone.
      line.may_begin_column = i == 0 ? !keep_next_ : i > 1 && i + 1 < set.size();
      line.continued = top;
      lines_.push_back(std::move(line));
      keep_next_ = false;
    }
  }
};

}  // namespace

std::vector<Locator> locators_of(const std::vector<IndexPlace>& places, const PageNumbers& pages, const PageNumbers* elsewhere) {
  std::vector<Locator> out;
  for (const IndexPlace& place : places) {
    const std::string name = destination_name(place.target);
    const bool is_elsewhere = !pages.labels.contains(name) && elsewhere != nullptr && elsewhere->labels.contains(name);
    if (!is_elsewhere && !pages.labels.contains(name) && !pages.labels.empty()) continue;
    const std::string folio = is_elsewhere ? elsewhere->label_of(name) : pages.label_of(name);
    const bool goes_on = !out.empty() && out.back().volume == place.volume;
    const bool repeats = goes_on && folio == (out.back().last.empty() ? out.back().first : out.back().last);
    if (repeats && !pages.labels.empty()) {
      if (out.back().last.empty()) out.back().main = out.back().main || place.main;
      continue;
    }
    const bool joins =
        goes_on && !out.back().main && !place.main && follows(folio, out.back().last.empty() ? out.back().first : out.back().last);
    if (joins) {
      out.back().last = folio;
      out.back().last_target = place.target;
    } else {
      out.push_back({folio, "", place.target, {}, place.main, place.volume, is_elsewhere});
    }
  }
  return out;
}

std::vector<IndexLine> index_lines(LayoutContext& context, const VolumeIndex& index, TagId parent, Length measure,
                                   const PageNumbers* elsewhere) {
  return LineMaker(context, index, measure, elsewhere).make_index_lines(parent);
}

}  // namespace nbpublish
