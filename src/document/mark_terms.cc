#include "document/mark_terms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "document/index_order.h"
#include "document/index_term.h"
#include "document/term_finder.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::string_view kArticles[] = {"a ", "an ", "the "};
constexpr std::string_view kPunctuation = ".,:;!?()[]\"'";
constexpr std::string_view kQuotes[] = {"\u201C", "\u201D", "\u2018", "\u2019"};

std::string_view without_punctuation(std::string_view word) {
  const auto strip = [&](std::string_view mark) {
    const bool front = word.starts_with(mark), back = word.ends_with(mark) && word.size() > mark.size();
    if (front) word.remove_prefix(mark.size());
    if (back) word.remove_suffix(mark.size());
    return front || back;
  };
  for (bool changed = true; changed && !word.empty();) {
    changed = std::ranges::any_of(kQuotes, strip);
    for (std::size_t i = 0; i < kPunctuation.size(); ++i) changed = strip(kPunctuation.substr(i, 1)) || changed;
  }
  return word;
}

// The words as they are compared: no case, no marks of code, no punctuation around them.
std::vector<std::string> words_of(std::string_view term) {
  const std::string folded = index_key(plain_term(term));
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = without_punctuation(std::string_view(folded).substr(begin, end - begin));
    if (!word.empty()) words.emplace_back(word);
    begin = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t end) {
  std::string out;
  for (std::size_t i = first; i < end; ++i) out += (out.empty() ? "" : " ") + words[i];
  return out;
}

class TermMarker {
 public:
  TermMarker(Document& document, const TermFinder& terms) : document_(document), terms_(terms) {}

  void mark_definitions() {
    mark_heading(document_.title, document_.front.title_span);
    edit_each_block(document_, [&](Block& block) {
      if (auto* heading = std::get_if<Heading>(&block.content)) return mark_heading(heading->children, block.span);
      inline_lists_of(block, [&](Inlines& list) { mark_emphases(list); });
    });
  }

 private:
  void mark_heading(Inlines& heading, SourceSpan span) {
    const std::vector<std::string> words = words_of(term_of(heading));
    std::vector<Inline> marks;
    for (std::size_t first = 0; first < words.size(); ++first)
      for (std::size_t count = 1; count <= terms_.longest() && first + count <= words.size(); ++count)
        if (const auto term = terms_.find(joined(words, first, first + count)); term && headed_.insert(*term).second)
          marks.push_back(mark_of(*term, span));
    heading.insert(heading.begin(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
  }

  void mark_emphases(Inlines& list) {
    for (Inline& inl : list) {
      auto* children = emphasised(inl);
      if (!children) {
        std::visit(
            [&](auto& content) {
              if constexpr (requires { content.children; }) mark_emphases(content.children);
            },
            inl.content);
        continue;
      }
      std::vector<std::string> words = words_of(term_of(*children));
      if (words.size() > 1 && std::ranges::find(kArticles, words.front() + " ") != std::end(kArticles)) words.erase(words.begin());
      if (words.empty() || words.size() > terms_.longest()) continue;
      if (const auto term = terms_.find(joined(words, 0, words.size())); term && emphasised_.insert(*term).second)
        children->insert(children->begin(), mark_of(*term, inl.span));
    }
  }

  static Inlines* emphasised(Inline& inl) {
    if (auto* emphasis = std::get_if<Emphasis>(&inl.content)) return &emphasis->children;
    if (auto* strong = std::get_if<Strong>(&inl.content)) return &strong->children;
    return nullptr;
  }

  Inline mark_of(std::size_t term, SourceSpan span) const {
    IndexMark mark;
    mark.entry = levels_of(terms_.entry(term));
    return {span, std::move(mark)};
  }

  Document& document_;
  const TermFinder& terms_;
  std::set<std::size_t> headed_, emphasised_;
};

}  // namespace

TermFinder::TermFinder(const std::vector<IndexTerm>& terms) : terms_(terms) {
  for (std::size_t t = 0; t < terms.size(); ++t)
    for (const std::string& words : terms[t].words) {
      const std::vector<std::string> parts = words_of(words);
      if (parts.empty()) continue;
      by_words_.emplace(joined(parts, 0, parts.size()), t);
      longest_ = std::max(longest_, parts.size());
    }
}

std::optional<std::size_t> TermFinder::find(std::string words) const {
  const auto look_up = [&]() -> std::optional<std::size_t> {
    const auto found = by_words_.find(words);
    return found == by_words_.end() ? std::nullopt : std::optional(found->second);
  };
  if (const auto exact = look_up()) return exact;
  if (!words.ends_with('s')) return std::nullopt;
  words.pop_back();
  if (const auto without_s = look_up()) return without_s;
  if (!words.ends_with('e')) return std::nullopt;
  words.pop_back();
  if (const auto without_es = look_up()) return without_es;
  if (!words.ends_with('i')) return std::nullopt;
  words.back() = 'y';
  return look_up();
}

void mark_terms(Document& document, const TermFinder& terms) { TermMarker(document, terms).mark_definitions(); }
void mark_terms(Document& document, const std::vector<IndexTerm>& terms) { mark_terms(document, TermFinder(terms)); }

}  // namespace nbpublish
