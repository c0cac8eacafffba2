#include "document/anchors.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <map>

#include "base/utf8.h"
#include "document/places.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// GitHub's \p{Word}: letters, marks, decimal digits and connecting punctuation.
bool stays_in_slug(char32_t c) {
  constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK;
  return c == U'-' || (U_MASK(u_charType(static_cast<UChar32>(c))) & kWord) != 0;
}

bool is_space(char32_t c) { return c == U' ' || c == 0x00A0 || c == 0x202F; }

// Reading has turned a spaced hyphen into a spaced en dash; GitHub saw the hyphen.
bool is_spaced_dash(const std::u32string& text, std::size_t at) {
  return text[at] == 0x2013 && at > 0 && at + 1 < text.size() && is_space(text[at - 1]) && is_space(text[at + 1]);
}

std::u32string without_outer_blanks(std::u32string text) {
  while (!text.empty() && is_space(text.back())) text.pop_back();
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) ++first;
  return text.substr(first);
}

// Joins the text nodes at the list's end, so that "{#a" and "b}" are seen as one.
void join_trailing_text(Inlines& inlines) {
  while (inlines.size() > 1) {
    const auto* last = as<Text>(inlines.back());
    auto* before = std::get_if<Text>(&inlines[inlines.size() - 2].content);
    if (!last || !before) return;
    before->text += last->text;
    SourceSpan& span = inlines[inlines.size() - 2].span;
    span.end_line = inlines.back().span.end_line;
    span.end_column = inlines.back().span.end_column;
    inlines.pop_back();
  }
}

}  // namespace

std::string take_given_anchor(Inlines& inlines) {
  join_trailing_text(inlines);
  if (inlines.empty()) return {};
  auto* last = std::get_if<Text>(&inlines.back().content);
  if (!last || !last->text.ends_with('}')) return {};
  const std::size_t open = last->text.rfind("{#");
  if (open == std::string::npos) return {};
  std::string name = last->text.substr(open + 2, last->text.size() - open - 3);
  if (name.empty() || name.find_first_of(" \t\"'<>{}") != std::string::npos) return {};
  last->text.erase(open);
  while (last->text.ends_with(' ')) last->text.pop_back();
  if (last->text.empty()) inlines.pop_back();
  return name;
}

namespace {

class AnchorAssigner {
 public:
  AnchorAssigner(Document& document, DiagnosticSink& diagnostics) : document_(document), diagnostics_(diagnostics) {}

  // What the author chose comes first: made anchors step aside for it wherever it stands.
  void assign() {
    if (const FrontMatter& front = document_.front; !front.label.empty()) claim(front.label, front.label_span);
    edit_each_block(document_, [&](Block& block) { take_given(block); });
    edit_each_inline(document_, [&](Inline& inl) { take_place(inl); });
    edit_each_block(document_, [&](Block& block) {
      if (auto* heading = std::get_if<Heading>(&block.content); heading && heading->anchor.empty())
        heading->anchor = unique(slug_of(plain_text(heading->children)));
    });
  }

 private:
  void take_given(Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.content)) {
      if (std::string given = take_given_anchor(heading->children); !given.empty()) heading->anchor = given;
      if (!heading->anchor.empty() && !claim(heading->anchor, block.span)) heading->anchor.clear();
    } else if (const std::string* label = anchor_of(block); label && !label->empty()) {
      claim(*label, block.span);
    }
  }

  // Pages of the web have ids twice, and browsers take the first.
  void take_place(Inline& inl) {
    const std::string* name = name_of_place(inl);
    if (name == nullptr || name->empty()) return;
    const auto [at, is_new] = taken_.try_emplace(*name, inl.span.line);
    if (is_new) return;
    diagnostics_.add({DiagCode::DuplicateLabel, Severity::Warning, document_.file, inl.span,
                      fmt::format("the id '{}' is already used in line {}", *name, at->second),
                      "links lead to the first; give one of the two another name"});
    inl = place(inl.span, {});
  }

  bool claim(const std::string& name, SourceSpan span) {
    const auto [at, is_new] = taken_.try_emplace(name, span.line);
    if (is_new) return true;
    diagnostics_.report(DiagCode::DuplicateLabel, document_.file, span,
                        fmt::format("the label '{}' is already used in line {}", name, at->second), "give one of the two another name");
    return false;
  }

  std::string unique(std::string slug) {
    if (slug.empty()) slug = "section";
    std::string candidate = slug;
    for (std::uint32_t& n = repeats_[slug]; !taken_.try_emplace(candidate, 0).second;) candidate = fmt::format("{}-{}", slug, ++n);
    return candidate;
  }

  Document& document_;
  DiagnosticSink& diagnostics_;
  std::map<std::string, std::uint32_t> taken_;    // name -> source line of its first use
  std::map<std::string, std::uint32_t> repeats_;  // slug -> last suffix given
};

}  // namespace

std::string slug_of(std::string_view text) {
  const std::u32string wide = without_outer_blanks(to_utf32(text));
  std::string slug;
  for (std::size_t i = 0; i < wide.size(); ++i) {
    if (is_space(wide[i]) || is_spaced_dash(wide, i)) slug += '-';
    else if (stays_in_slug(wide[i])) append_utf8(slug, static_cast<char32_t>(u_tolower(static_cast<UChar32>(wide[i]))));
  }
  return slug;
}

void assign_anchors(Document& document, DiagnosticSink& diagnostics) { AnchorAssigner(document, diagnostics).assign(); }

bool is_book_wide(std::string_view anchor) { return anchor.find(':') != std::string_view::npos; }

std::vector<std::string> title_anchors_of(const Document& document) {
  std::vector<std::string> names;
  for (std::string name : {document.front.label, slug_of(plain_text(document.title)), slug_of(document.front.title)})
    if (!name.empty()) names.push_back(std::move(name));
  return names;
}

const std::string* anchor_of(const Block& block) {
  if (const auto* heading = as<Heading>(block)) return &heading->anchor;
  if (const auto* figure = as<Figure>(block)) return &figure->label;
  if (const auto* table = as<Table>(block)) return &table->label;
  if (const auto* code = as<CodeBlock>(block)) return &code->info.label;
  return nullptr;
}

std::set<std::string> anchors_of(std::span<const Block> blocks) {
  std::set<std::string> anchors;
  for_each_block(blocks, [&](const Block& block) {
    if (const std::string* anchor = anchor_of(block)) anchors.insert(*anchor);
  });
  for_each_inline(blocks, [&](const Inline& inl, const Block&) {
    if (const auto* mark = as<IndexMark>(inl)) anchors.insert(mark->anchor);
  });
  anchors.erase("");
  return anchors;
}

std::set<std::string> anchors_of(const Document& document) {
  std::set<std::string> anchors = anchors_of(std::span(document.blocks));
  for (const Note& note : document.notes) anchors.merge(anchors_of(std::span(note.blocks)));
  return anchors;
}

}  // namespace nbpublish
