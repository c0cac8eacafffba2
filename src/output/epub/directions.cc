#include "output/epub/directions.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "output/epub/markup.h"
#include "text/bidi.h"
#include "text/right_to_left.h"

namespace nbpublish {
namespace {

template <std::size_t N>
bool is_one_of(pugi::xml_node node, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, std::string_view(node.name())) != names.end();
}

// Elements whose own words are a paragraph of the bidirectional algorithm.
bool holds_words(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 16> kNames = {"p",  "h1", "h2", "h3",         "h4",      "h5",      "h6", "li",
                                                              "td", "th", "dt", "figcaption", "caption", "summary", "dd", "pre"};
  return is_one_of(node, kNames);
}
// Elements that end the words around them.
bool is_block(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 11> kNames = {"ul",      "ol",  "table",   "blockquote", "aside", "figure",
                                                              "details", "div", "section", "nav",        "dl"};
  return holds_words(node) || is_one_of(node, kNames);
}
bool is_code(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 2> kNames = {"code", "pre"};
  return is_one_of(node, kNames);
}

// The words that stand in an element itself.
struct Words {
  std::string text;
  std::vector<BidiIsolate> code;

  void collect(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (is_block(child)) continue;
      const std::size_t begin = text.size();
      text += child.value();
      collect(child);
      if (is_code(child) && text.size() > begin)
        code.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size()));
    }
  }
};

bool runs_right_to_left(pugi::xml_node node) {
  for (; node; node = node.parent())
    if (const pugi::xml_attribute direction = node.attribute("dir")) return std::string_view(direction.value()) == "rtl";
  return false;
}

bool has_right_to_left(pugi::xml_node node) {
  if (may_run_right_to_left(node.value())) return true;
  return std::ranges::any_of(node.children(), [](pugi::xml_node child) { return has_right_to_left(child); });
}

// Puts each word of code that runs right to left into an element of its own, whose direction is its own.
void isolate_words(pugi::xml_node node) {
  std::vector<pugi::xml_node> children;
  for (const pugi::xml_node child : node.children()) children.push_back(child);
  for (pugi::xml_node child : children) {
    if (child.type() != pugi::node_pcdata) {
      isolate_words(child);
      continue;
    }
    const std::string text = child.value();
    std::size_t done = 0;
    for (const auto& [begin, end] : right_to_left_words(text)) {
      if (begin > done) node.insert_child_before(pugi::node_pcdata, child).set_value(text.substr(done, begin - done).c_str());
      add_text(node.insert_child_before("bdi", child), text.substr(begin, end - begin));
      done = end;
    }
    if (done == text.size() && done > 0) node.remove_child(child);
    else if (done > 0) child.set_value(text.substr(done).c_str());
  }
}

void set_code(pugi::xml_node node) {
  set_attribute(node, "dir", "ltr");
  isolate_words(node);
}
void set_code_in(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (is_block(child)) continue;
    if (is_code(child)) set_code(child);
    else set_code_in(child);
  }
}

// Outer elements first: what stands in them inherits.
void visit(pugi::xml_node node) {
  if (std::string_view(node.name()) == "pre") {
    if (runs_right_to_left(node) || has_right_to_left(node)) set_code(node);
    return;
  }
  if (holds_words(node)) {
    Words words;
    words.collect(node);
    const bool is_blank = words.text.find_first_not_of(" \n") == std::string::npos;
    const bool backward = bidi_levels(words.text, words.code).paragraph == 1;
    if (!is_blank && backward != runs_right_to_left(node)) set_attribute(node, "dir", backward ? "rtl" : "ltr");
    if (backward || may_run_right_to_left(words.text)) set_code_in(node);
  }
  for (const pugi::xml_node child : node.children()) visit(child);
}

}  // namespace

void set_directions(pugi::xml_node body) {
  if (has_right_to_left(body)) visit(body);
}

}  // namespace nbpublish
