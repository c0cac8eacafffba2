#include "source/inline_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "document/places.h"
#include "source/figure_syntax.h"
#include "source/html_tokens.h"
#include "source/index_marks.h"
#include "source/lost_entities.h"
#include "source/mathematics.h"
#include "source/smart_punctuation.h"

namespace nbpublish {

struct InlineBuilder::Frame {
  HtmlToken tag;  // without name: the list itself
  SourceSpan span;
  Inlines children;
};

namespace {

// Elements whose contents stay and whose tags say nothing that print could show.
constexpr std::array<std::string_view, 3> kSilentTags = {"span", "wbr", "font"};

// More in one another are no prose; keeps the search for an element's beginning short.
constexpr std::size_t kMaxOpenElements = 64;

bool is_silent(const HtmlToken& token) {
  const bool is_place = token.is("a") && token.attribute("href").empty() && !token.place_names().empty();
  return is_place || std::ranges::any_of(kSilentTags, [&](std::string_view tag) { return token.is(tag); });
}

// The node that an element becomes, or nothing if the element is not supported.
std::optional<Inline> element_of(const HtmlToken& tag, SourceSpan span, Inlines& children) {
  const auto with = [&](auto node) {
    node.children = std::move(children);
    return Inline{span, std::move(node)};
  };
  if (tag.is("sub")) return with(Subscript{});
  if (tag.is("sup")) return with(Superscript{});
  if (tag.is("kbd")) return with(Keyboard{});
  if (tag.is("b") || tag.is("strong")) return with(Strong{});
  if (tag.is("i") || tag.is("em") || tag.is("cite") || tag.is("dfn") || tag.is("var")) return with(Emphasis{});
  if (tag.is("del") || tag.is("s") || tag.is("strike")) return with(Strikeout{});
  if (tag.is("code") || tag.is("samp") || tag.is("tt")) return Inline{span, Code{plain_text(children)}};
  if (tag.is("a") && !tag.attribute("href").empty()) return with(Link{RawTarget{tag.attribute("href")}, tag.attribute("title"), {}});
  return std::nullopt;
}

bool is_supported(const HtmlToken& tag) {
  Inlines none;
  return element_of(tag, {}, none).has_value();
}

void append(Inlines& into, Inlines&& from) { std::ranges::move(from, std::back_inserter(into)); }

bool is_blank_text(const Inline& inl) {
  const Text* text = as<Text>(inl);
  return text != nullptr && text->text.find_first_not_of(' ') == std::string::npos;
}

// Breaks and blanks at the ends of a leaf say nothing.
void trim(Inlines& list) {
  const auto says_nothing = [](const Inline& inl) {
    return as<SoftBreak>(inl) != nullptr || as<LineBreak>(inl) != nullptr || is_blank_text(inl);
  };
  const auto says_something = [&](const Inline& inl) { return !says_nothing(inl) && !is_place(inl); };
  const auto first = std::ranges::find_if(list, says_something);
  list.erase(std::remove_if(list.begin(), first, says_nothing), first);
  const auto last = std::find_if(list.rbegin(), list.rend(), says_something).base();
  list.erase(std::remove_if(last, list.end(), says_nothing), list.end());
  const auto begin = std::ranges::find_if(list, says_something);
  if (begin == list.end()) return;
  if (Text* text = std::get_if<Text>(&begin->content)) text->text.erase(0, text->text.find_first_not_of(' '));
  const auto end = std::find_if(list.rbegin(), list.rend(), says_something);
  if (Text* text = std::get_if<Text>(&end->content)) text->text.erase(text->text.find_last_not_of(' ') + 1);
}

// A link holds none.
void unwrap_links(Inlines& list) {
  Inlines out;
  for (Inline& inl : list) {
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.children; }) unwrap_links(content.children);
        },
        inl.content);
    if (Link* link = std::get_if<Link>(&inl.content)) append(out, std::move(link->children));
    else out.push_back(std::move(inl));
  }
  list = std::move(out);
}

}  // namespace

void InlineBuilder::report(DiagCode code, SourceSpan span, std::string message, std::string hint) {
  diagnostics_.report(code, file_, span, std::move(message), std::move(hint));
}

void InlineBuilder::report_lost_entities(std::string_view text, SourceSpan span) {
  if (const auto found = lost_entity_in(text, 0))
    report(DiagCode::InvalidText, span,
           "'" + std::string(text.substr(found->first, found->second - found->first)) + "' stands for no character",
           "U+FFFD is printed; take it out");
}

std::string InlineBuilder::with_mathematics_as_code(std::string_view text, SourceSpan span) {
  return nbpublish::with_mathematics_as_code(text, span, file_, diagnostics_);
}

Inlines InlineBuilder::leaf(const std::vector<SyntaxNode>& nodes) {
  Inlines inlines = list(nodes);
  take_index_marks(inlines, file_, diagnostics_);
  trim(inlines);
  apply_smart_punctuation(inlines);
  return inlines;
}

Inlines InlineBuilder::list(const std::vector<SyntaxNode>& nodes) {
  std::vector<Frame> open(1);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool behind_image = i > 0 && nodes[i - 1].kind == SyntaxKind::Image && nodes[i].kind == SyntaxKind::Text;
    if (behind_image) add_text_behind_image(open.back().children, nodes[i]);
    else add(open, nodes[i]);
  }
  give_up(open, 0);
  return std::move(open.front().children);
}

void InlineBuilder::add(std::vector<Frame>& open, const SyntaxNode& node) {
  Inlines& into = open.back().children;
  const auto with_children = [&](auto content) {
    content.children = list(node.children);
    into.push_back({node.span, std::move(content)});
  };
  switch (node.kind) {
    case SyntaxKind::Text:
      return add_text(into, node);
    case SyntaxKind::SoftBreak:
      return void(into.push_back({node.span, SoftBreak{}}));
    case SyntaxKind::LineBreak:
      return void(into.push_back({node.span, LineBreak{}}));
    case SyntaxKind::Code:
      return void(into.push_back({node.span, Code{node.text}}));
    case SyntaxKind::HtmlInline:
      return add_html(open, node);
    case SyntaxKind::Emphasis:
      return with_children(Emphasis{});
    case SyntaxKind::Strong:
      return with_children(Strong{});
    case SyntaxKind::Strikeout:
      return with_children(Strikeout{});
    case SyntaxKind::Link:
      return with_children(Link{RawTarget{node.href}, node.title, {}});
    case SyntaxKind::Image:
      return void(into.push_back(image(node)));
    case SyntaxKind::NoteReference:
      return void(into.push_back({node.span, NoteReference{notes_.index_of(node)}}));
    default:
      report(DiagCode::UnreadBlock, node.span, "pandoc's '" + node.info + "' is not understood; its text is kept");
      append(into, list(node.children));
  }
}

// A picture within a line has a size and no label.
void InlineBuilder::add_text_behind_image(Inlines& into, const SyntaxNode& node) {
  const ImageAttributes attributes = node.text.starts_with('{') ? read_image_attributes(node.text) : ImageAttributes{};
  const std::size_t end = attributes.end;
  if (end == 0) return add_text(into, node);
  if (InlineImage* image = into.empty() ? nullptr : std::get_if<InlineImage>(&into.back().content))
    image->width = attributes.width, image->height = attributes.height;
  if (!attributes.label.empty())
    report(DiagCode::FigureAttribute, part_of(node.span, node.text, 0, end), "a picture within a line takes no label",
           "give it a line of its own, and it is a figure");
  for (const auto& [from, to] : attributes.unknown)
    report(DiagCode::FigureAttribute, part_of(node.span, node.text, from, to),
           "'" + node.text.substr(from, to - from) + "' behind an image is not understood", kSizeHint);
  SyntaxNode rest{.kind = SyntaxKind::Text, .span = node.span, .text = node.text.substr(end)};
  if (end < node.text.size()) rest.span = part_of(node.span, node.text, end, node.text.size());
  if (!rest.text.empty()) add_text(into, rest);
}

void InlineBuilder::add_text(Inlines& into, const SyntaxNode& node) {
  std::string_view text = node.text;
  for (std::size_t mark = text.find("^["); mark != text.npos; mark = text.find("^[", mark + 2)) {
    const bool is_note = mark > 0 && text[mark - 1] != ' ' && text[mark - 1] != '[' && mark + 2 < text.size() && is_letter(text[mark + 2]);
    if (is_note)
      report(DiagCode::ForeignMarkup, part_of(node.span, node.text, mark, mark + 2), "a note written as ^[...] is printed as it stands",
             "write [^name] here and [^name]: ... in a paragraph of its own");
  }
  for (std::size_t mark = text.find("[^"); mark != text.npos; mark = text.find("[^", mark + 2)) {
    const std::size_t end = text.find(']', mark);
    const std::string_view name = text.substr(mark + 2, end == text.npos ? 0 : end - mark - 2);
    if (name.empty() || name.find_first_of(" [") != name.npos) continue;
    const bool defined = notes_.knows(name);
    report(DiagCode::UnresolvedReference, part_of(node.span, node.text, mark, end + 1),
           defined ? "the footnote '" + std::string(name) + "' is not read here" : "no footnote '" + std::string(name) + "'",
           defined ? "there is no Markdown inside HTML without blank lines around it, and no note inside a note"
                   : "define it: [^" + std::string(name) + "]: ...");
  }
  // Where a comment or tag vanished, one of the blanks around it goes too.
  const auto last = std::find_if_not(into.rbegin(), into.rend(), is_place);
  const Text* before = last == into.rend() ? nullptr : as<Text>(*last);
  if (before != nullptr && before->text.ends_with(' '))
    while (text.starts_with(' ')) text.remove_prefix(1);
  if (!text.empty()) into.push_back({node.span, Text{std::string(text)}});
}

Inline InlineBuilder::image(const SyntaxNode& node) {
  const std::string alt = syntax_text(node.children);
  if (alt.empty())
    report(DiagCode::MissingAltText, node.span, "the image '" + node.href + "' has no alternative text",
           "![what it shows](" + node.href + ")");
  return {node.span, InlineImage{node.href, alt, {}, {}}};
}

void InlineBuilder::add_html(std::vector<Frame>& open, const SyntaxNode& node) {
  for (const HtmlToken& token : cut_html(node.text)) {
    Inlines& into = open.back().children;
    for (std::string& name : token.place_names()) into.push_back(place(node.span, std::move(name)));
    switch (token.kind) {
      case HtmlToken::Kind::Comment:
        break;
      case HtmlToken::Kind::Text:
        into.push_back({node.span, Text{decode_entities(node.text)}});
        break;
      case HtmlToken::Kind::Open:
        if (open.size() < kMaxOpenElements) {
          open.push_back({token, node.span, {}});
        } else {
          report(DiagCode::RawHtml, node.span, "<" + token.name + "> is nested too deeply and left out");
        }
        break;
      case HtmlToken::Kind::Close:
        close_element(open, lowered(token.name), node.span);
        break;
      case HtmlToken::Kind::Void:
        if (token.is("br")) {
          into.push_back({node.span, LineBreak{}});
        } else if (token.is("img")) {
          const TagSize size = size_of_tag(token);
          into.push_back({node.span, InlineImage{token.attribute("src"), token.attribute("alt"), size.width, size.height}});
          for (const std::string& word : size.unknown)
            report(DiagCode::FigureAttribute, node.span, "'" + word + "' of <img> is not understood", kSizeHint);
          if (token.attribute("alt").empty())
            report(DiagCode::MissingAltText, node.span, "the image '" + token.attribute("src") + "' has no alternative text");
        } else if (!is_silent(token) && token.place_names().empty()) {
          report(DiagCode::RawHtml, node.span, "<" + token.name + "> is not supported and left out");
        }
    }
  }
}

void InlineBuilder::close_element(std::vector<Frame>& open, std::string_view tag, SourceSpan span) {
  const auto found = std::find_if(open.rbegin(), open.rend(), [&](const Frame& f) { return f.tag.is(tag); });
  if (found == open.rend()) {
    report(DiagCode::RawHtml, span, "</" + std::string(tag) + "> closes nothing");
    return;
  }
  const auto index = static_cast<std::size_t>(open.rend() - found) - 1;
  give_up(open, index);
  Frame frame = std::move(open.back());
  open.pop_back();
  if (frame.children.empty() && !frame.tag.is("a") && is_supported(frame.tag)) return;
  if (frame.tag.is("a")) unwrap_links(frame.children);
  if (std::optional<Inline> made = element_of(frame.tag, from_to(frame.span, span), frame.children)) {
    open.back().children.push_back(std::move(*made));
    return;
  }
  if (!is_silent(frame.tag)) report(DiagCode::RawHtml, frame.span, "<" + frame.tag.name + "> is not supported; its text is kept");
  append(open.back().children, std::move(frame.children));
}

// Elements inside open[index] that nobody closed: their contents stay, in order.
void InlineBuilder::give_up(std::vector<Frame>& open, std::size_t index) {
  for (std::size_t i = index + 1; i < open.size(); ++i) {
    const std::string what = is_supported(open[i].tag) ? "is not closed" : "is not supported";
    if (!is_silent(open[i].tag)) report(DiagCode::RawHtml, open[i].span, "<" + open[i].tag.name + "> " + what + "; its text is kept");
    append(open[index].children, std::move(open[i].children));
  }
  open.resize(index + 1);
}

}  // namespace nbpublish
