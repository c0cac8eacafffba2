#include "document/name_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.h"
#include "document/anchors.h"
#include "document/index_order.h"
#include "document/places.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostSections = 8;
constexpr std::size_t kNoSpan = static_cast<std::size_t>(-1);

// What one section says of a name.
struct SectionMention {
  std::size_t document = 0, section = 0;
  std::size_t span = kNoSpan;  // the code span, counted through the document, that says it first
  bool is_headed = false;
  std::string anchor;  // of the heading that says it, or the one that is made
  int count = 0;
};

struct NameMentions {
  CodeName name;
  std::vector<SectionMention> sections;
  bool is_in_heading = false;
};

// Calls visit(code) for the code spans of the text outside headings, in order; notes are left alone.
void for_each_span(const Block& block, const auto& visit) {
  if (as<Heading>(block)) return;
  walk_detail::inlines_of(block, [&](const Inline& inl) {
    if (const auto* code = as<Code>(inl)) visit(code->text);
  });
}

class NameGatherer {
 public:
  void gather(const std::vector<Document*>& documents) {
    for (std::size_t d = 0; d < documents.size(); ++d) read(d, *documents[d]);
  }

  // The names worth an entry, by kind and name.
  std::vector<NameMentions*> chosen() {
    std::size_t known = 0, others = 0;
    for (const auto& [key, mentions] : names_)
      if (key.first == NameKind::Api) ++(mentions.name.is_known ? known : others);
    std::vector<NameMentions*> out;
    for (auto& [key, mentions] : names_)
      if (is_worthy(mentions, known >= others)) out.push_back(&mentions);
    return out;
  }

 private:
  void read(std::size_t index, const Document& document) {
    std::size_t section = 0, span = 0;
    read_heading(document.title, {index, section, kNoSpan, true, "", 0});
    for_each_block(std::span(document.blocks), [&](const Block& block) {
      if (const auto* heading = as<Heading>(block)) {
        if (heading->level <= 2) ++section;
        read_heading(heading->children, {index, section, kNoSpan, true, heading->anchor, 0});
      } else if (const auto* listing = as<CodeBlock>(block)) {
        add_environment_names(listing->text, environment_);
      }
      for_each_span(block, [&](std::string_view code) {
        add_environment_names(code, environment_);
        for (CodeName& name : names_in_code(code)) add(std::move(name), {index, section, span, false, "", 0});
        ++span;
      });
    });
  }

  void read_heading(const Inlines& words, const SectionMention& where) {
    walk_detail::inlines(words, [&](const Inline& inl) {
      if (const auto* code = as<Code>(inl))
        for (CodeName& name : names_in_code(code->text)) add(std::move(name), where);
      if (const auto* text = as<Text>(inl))
        for (CodeName& name : names_in_words(text->text)) add(std::move(name), where);
    });
  }

  void add(CodeName name, const SectionMention& where) {
    NameMentions& mentions = names_[{name.kind, name.name}];
    const bool is_called = mentions.name.is_called || name.is_called;
    mentions.name = std::move(name);
    mentions.name.is_called = is_called;
    mentions.is_in_heading = mentions.is_in_heading || where.is_headed;
    std::vector<SectionMention>& sections = mentions.sections;
    const bool is_new = sections.empty() || sections.back().document != where.document || sections.back().section != where.section;
    if (is_new) sections.push_back(where);
    else if (where.is_headed && !sections.back().is_headed)
      sections.back() = {where.document, where.section, kNoSpan, true, where.anchor, sections.back().count};
    ++sections.back().count;
  }

  bool is_worthy(const NameMentions& mentions, bool is_of_platform) const {
    const CodeName& name = mentions.name;
    if (name.is_known || name.kind == NameKind::Flag || mentions.is_in_heading)
      return name.kind != NameKind::Variable || name.is_known || environment_.contains(name.name);
    if (mentions.sections.size() < 2) return false;
    if (name.kind == NameKind::Variable) return environment_.contains(name.name);
    if (name.kind != NameKind::Api) return true;
    const bool is_qualified = is_upper(name.name.front()) || name.name.find("::") != std::string::npos;
    return is_qualified || (name.is_called && !is_of_platform);
  }

  std::map<std::pair<NameKind, std::string>, NameMentions> names_;
  std::set<std::string, std::less<>> environment_;
};

// Puts the places before the code spans that are wanted.
class SpanMarker {
 public:
  SpanMarker(Document& document, std::map<std::size_t, std::string>& anchors) : document_(document), anchors_(anchors) {}

  void mark() {
    const std::set<std::string> taken = anchors_of(document_);
    std::size_t count = 0;
    for (auto& [span, anchor] : anchors_) do
        anchor = fmt::format("name.{}", ++count);
      while (taken.contains(anchor));
    walk_detail::blocks(document_.blocks, [&](Block& block) {
      if (!as<Heading>(block)) inline_lists_of(block, [&](Inlines& list) { mark(list); });
    });
  }

 private:
  void mark(Inlines& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (as<Code>(list[i])) {
        const auto found = anchors_.find(span_++);
        if (found == anchors_.end()) continue;
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(i), place(list[i].span, found->second));
        ++i;
        continue;
      }
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) mark(content.children);
          },
          list[i].content);
    }
  }

  Document& document_;
  std::map<std::size_t, std::string>& anchors_;
  std::size_t span_ = 0;
};

std::string printed_name(const CodeName& name) {
  const std::size_t last = name.name.find_last_of(".:");
  const std::string_view own = std::string_view(name.name).substr(last == std::string::npos ? 0 : last + 1);
  const bool is_function = name.is_called && (!own.empty() && !is_upper(own.front()));
  return is_function || (name.is_called && name.name.find("::") != std::string::npos) ? name.name + "()" : name.name;
}

// The places of an entry that stay: at most kMostSections, in their order.
std::vector<const NamePlace*> best_of(std::vector<const NamePlace*> places) {
  if (places.size() <= kMostSections) return places;
  std::vector<const NamePlace*> ranked = places;
  std::ranges::stable_sort(ranked,
                           [](const NamePlace* a, const NamePlace* b) { return a->main != b->main ? a->main : a->mentions > b->mentions; });
  ranked.resize(kMostSections);
  std::erase_if(places, [&](const NamePlace* place) { return std::ranges::find(ranked, place) == ranked.end(); });
  return places;
}

class NameIndexMaker {
 public:
  explicit NameIndexMaker(const std::string& language) : order_(language) {}

  void add(const NamePlace& place) {
    // Another volume may not call what this one calls.
    const std::string_view name = place.name;
    const std::string bare(name.substr(0, name.size() - (name.ends_with("()") ? 2 : 0)));
    if (place.kind == NameKind::Api) apis_[bare].push_back(&place);
    else others_[static_cast<std::size_t>(place.kind)][bare].push_back(&place);
  }

  NameIndexes take() {
    NameIndexes out;
    for (IndexEntry& entry : entries(apis_)) {
      const std::string heading = order_.heading_of(entry.term);
      if (out.apis.empty() || out.apis.back().heading != heading) out.apis.push_back({heading, {}});
      out.apis.back().entries.push_back(std::move(entry));
    }
    count_ = 0;
    constexpr std::string_view kHeadings[] = {"", "Errors", "Signals", "Constants", "Command-Line Flags", "Environment Variables"};
    for (std::size_t kind = 1; kind < others_.size(); ++kind)
      if (!others_[kind].empty()) out.errors.push_back({std::string(kHeadings[kind]), entries(others_[kind])});
    return out;
  }

 private:
  using Places = std::map<std::string, std::vector<const NamePlace*>>;

  std::vector<IndexEntry> entries(const Places& names) {
    std::vector<IndexEntry> out;
    for (const auto& [bare, places] : names) {
      const auto name_size = [](const NamePlace* place) { return place->name.size(); };
      IndexEntry& entry = out.emplace_back();
      entry.term = '`' + std::ranges::max(places, {}, name_size)->name + '`';
      for (const NamePlace* place : best_of(places)) entry.places.push_back({place->target, place->main, place->volume});
    }
    std::ranges::sort(out, [&](const IndexEntry& a, const IndexEntry& b) { return order_.is_less(a.term, b.term); });
    for (IndexEntry& entry : out) entry.anchor = fmt::format("entry-{}", ++count_);
    return out;
  }

  IndexOrder order_;
  Places apis_;
  std::array<Places, 6> others_;  // by kind
  int count_ = 0;
};

}  // namespace

std::vector<NamePlace> mark_names(const std::vector<Document*>& documents) {
  NameGatherer gatherer;
  gatherer.gather(documents);
  const std::vector<NameMentions*> chosen = gatherer.chosen();
  std::vector<std::map<std::size_t, std::string>> anchors(documents.size());  // of the spans that get one
  for (const NameMentions* mentions : chosen)
    for (const SectionMention& section : mentions->sections)
      if (!section.is_headed) anchors[section.document][section.span];
  for (std::size_t d = 0; d < documents.size(); ++d)
    if (!anchors[d].empty()) SpanMarker(*documents[d], anchors[d]).mark();
  std::vector<NamePlace> out;
  for (const NameMentions* mentions : chosen)
    for (const SectionMention& section : mentions->sections) {
      const std::string& anchor = section.is_headed ? section.anchor : anchors[section.document].at(section.span);
      out.push_back({mentions->name.kind,
                     printed_name(mentions->name),
                     {documents[section.document]->chapter, anchor},
                     section.is_headed,
                     section.count});
    }
  return out;
}

NameIndexes collect_names(const std::vector<NamePlace>& places, const std::string& language) {
  NameIndexMaker maker(language);
  for (const NamePlace& place : places) maker.add(place);
  return maker.take();
}

}  // namespace nbpublish
