#include "output/epub/block_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/callouts.h"
#include "document/href.h"
#include "document/kinds.h"
#include "document/list_numbers.h"
#include "document/output_of.h"
#include "output/epub/inline_writer.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// Divided at empty lines.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", start), text.size());
    if (end > start) paragraphs.emplace_back(text.substr(start, end - start));
    start = end + 2;
  }
  return paragraphs;
}

// The words of a block, with the pages that begin in them.
void write_words(pugi::xml_node parent, NodeId id, const Inlines& words, ChapterContext& context) {
  context.pages.begin(id);
  write_inlines(parent, words, context);
  context.pages.end(parent);
}

void write(pugi::xml_node parent, const Paragraph& paragraph, NodeId id, ChapterContext& context) {
  write_words(add_element(parent, "p"), id, paragraph.children, context);
}

void write(pugi::xml_node parent, const Heading& heading, NodeId id, ChapterContext& context) {
  const std::string name = "h" + std::to_string(context.levels.next(std::clamp(heading.level, 2, 6)));
  pugi::xml_node node = add_element(parent, name.c_str());
  context.claim_id(node, heading.anchor);
  write_words(node, id, heading.children, context);
}

void write(pugi::xml_node parent, const CodeBlock& code, NodeId id, ChapterContext& context) {
  write_code_block(parent, code, id, context);
}

void add_class(pugi::xml_node node, const char* name) {
  pugi::xml_attribute css_class = node.attribute("class");
  css_class.set_value((std::string(css_class.value()) + " " + name).c_str());
}

void write(pugi::xml_node parent, const Table& table, NodeId id, ChapterContext& context) { write_table(parent, table, id, context); }

// The box is text: it is read aloud, and seen where the reader's own styles rule.
void write_task_mark(pugi::xml_node item, bool is_checked) {
  pugi::xml_node mark = add_text_element(item, "span", is_checked ? "\u2611" : "\u2610", "box");
  set_attribute(mark, "role", "img");
  set_attribute(mark, "aria-label", is_checked ? "done" : "to do");
  add_text(item, " ");
}

// The stylesheet leaves room for two figures and a full stop; what is wider would stand out of the page.
void make_room_for_numbers(pugi::xml_node node, const List& list) {
  constexpr std::size_t kUsual = 3;
  std::size_t widest = 0;
  for (const std::string& label : item_labels(list)) widest = std::max(widest, label.size());
  if (widest > kUsual) set_attribute(node, "style", fmt::format("padding-left: {:.1f}em", 0.6 * static_cast<double>(widest) + 0.3));
}

void write_numbering(pugi::xml_node node, const List& list) {
  constexpr std::string_view kTypes[] = {"", "", "a", "A", "i", "I"};  // of ListNumbering
  if (const std::string_view type = kTypes[static_cast<std::size_t>(list.numbering)]; !type.empty()) set_attribute(node, "type", type);
  if (list.reversed) set_attribute(node, "reversed", "reversed");
  const auto usual = list.reversed ? static_cast<std::int64_t>(list.items.size()) : 1;
  if (list.start != usual) set_attribute(node, "start", std::to_string(list.start));
  make_room_for_numbers(node, list);
}

// What a listing's callouts say, each with the number that leads back to it.
void write_key(pugi::xml_node parent, const List& list, ChapterContext& context) {
  const std::string ids = std::exchange(context.callouts, {});
  pugi::xml_node node = add_element(parent, "ol", "key");
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    pugi::xml_node li = add_element(node, "li");
    context.claim_id(li, ids + number + "k");
    pugi::xml_node back = add_text_element(li, "a", number, "back");
    set_attribute(back, "href", "#" + ids + number);
    add_text(li, " ");
    write_content(li, list.items[i].blocks, true, context);
  }
}

void write(pugi::xml_node parent, const List& list, NodeId, ChapterContext& context) {
  if (!context.callouts.empty()) return write_key(parent, list, context);
  const bool has_numbers = is_numbered(list);
  const bool has_tasks = std::ranges::any_of(list.items, [](const ListItem& item) { return item.checked.has_value(); });
  std::string classes = has_tasks && !has_numbers ? "tasks" : list.tight ? "" : "loose";
  if (list.parenthesis) classes += classes.empty() ? "parenthesis" : " parenthesis";
  pugi::xml_node node = add_element(parent, has_numbers ? "ol" : "ul", classes);
  if (has_numbers) write_numbering(node, list);
  for (const ListItem& item : list.items) {
    pugi::xml_node li = add_element(node, "li");
    if (has_numbers && item.number) set_attribute(li, "value", std::to_string(*item.number));
    if (item.checked) write_task_mark(li, *item.checked);
    write_content(li, item.blocks, list.tight || item.checked, context);
  }
}

void write(pugi::xml_node parent, const Quote& quote, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "blockquote");
  write_blocks(node, quote.blocks, context);
  if (quote.attribution.empty()) return;
  pugi::xml_node source = add_element(node, "p", "attribution");
  context.pages.begin(id);
  context.pages.add_text(source, "\u2014 ");
  write_inlines(source, quote.attribution, context);
  context.pages.end(source);
}

std::string_view label_of(AlertKind kind) {
  static constexpr std::string_view kLabels[] = {"Note", "Tip", "Important", "Warning", "Caution"};
  return kLabels[static_cast<std::size_t>(kind)];
}

void write(pugi::xml_node parent, const Alert& alert, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "aside", "alert " + std::string(word_of(alert.kind)));
  set_attribute(node, "role", "note");
  pugi::xml_node label = add_element(node, "p", "label");
  context.pages.mark_block(label, id);
  add_text_element(label, "strong", label_of(alert.kind));  // told apart without styles too
  write_blocks(node, alert.blocks, context);
}

// As in print: the lower one's rule stands for both. A caution has a frame.
bool share_rule(const Block& upper, const Block& lower) {
  const auto *above = as<Alert>(upper), *below = as<Alert>(lower);
  return above != nullptr && below != nullptr && above->kind != AlertKind::Caution && below->kind != AlertKind::Caution;
}

// What does not fit an alternative text, folded away below the picture; plain text where a reader cannot fold. aria-details, unlike
// aria-describedby, leads there and does not read it all out.
void write_description(pugi::xml_node parent, const std::string& description, pugi::xml_node image, ChapterContext& context) {
  if (description.empty()) return;
  pugi::xml_node details = add_element(parent, "details", "description");
  const std::string id = context.notes.next_description();
  context.claim_id(details, id);
  if (image) set_attribute(image, "aria-details", id);
  add_text_element(details, "summary", "Description of the figure");
  for (const std::string& paragraph : paragraphs_of(description)) add_text_element(details, "p", paragraph);
}

// The address as a link that shows itself, so that it serves a reader on paper too.
void write_address(pugi::xml_node parent, const std::string& url) {
  set_attribute(add_text_element(parent, "a", url.substr(url.find("://") + 3)), "href", encode_url(url));
}

void write(pugi::xml_node parent, const Figure& figure, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "figure");
  context.claim_id(node, figure.label);
  context.pages.mark_block(node, id);
  const std::string src = context.images.use(context.document, figure.source, !figure.alt.empty());
  pugi::xml_node image;
  if (src.empty()) {
    add_text_element(node, "p", figure.alt, "missing");
  } else {
    const auto href = context.links.href(figure.link);
    pugi::xml_node around = href ? add_element(node, "a") : node;
    if (href) set_attribute(around, "href", *href);
    image = add_element(around, "img");
    set_attribute(image, "src", src);
    set_attribute(image, "alt", figure.alt);
    if (const std::string size = css_size(figure.width, figure.height); !size.empty()) set_attribute(image, "style", size);
  }
  write_description(node, context.images.description(context.document, figure), image, context);
  const bool online = is_valid_url(figure.online_url);
  if (figure.number.empty() && figure.caption.empty() && !online) return;
  pugi::xml_node caption = add_element(node, "figcaption");
  write_caption(caption, "Figure", figure.number, figure.caption, context);
  if (!online) return;
  pugi::xml_node more = add_text_element(caption, "span", "Runs in the online edition: ", "online");
  write_address(more, figure.online_url);
}

void write(pugi::xml_node parent, const ThematicBreak&, NodeId, ChapterContext&) { add_element(parent, "hr"); }

void write(pugi::xml_node parent, const Details& details, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "details");
  pugi::xml_node summary = add_element(node, "summary");
  if (details.summary.empty()) add_text(summary, "Details");
  write_words(summary, id, details.summary, context);
  write_blocks(node, details.blocks, context);
}

void write(pugi::xml_node parent, const Component& component, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "aside", "component");
  set_attribute(node, "role", "note");
  pugi::xml_node label = add_element(node, "p", "label");
  context.pages.mark_block(label, id);
  add_text(label, "Interactive figure");
  add_text_element(node, "p", component.title.empty() ? component.name : component.title, "title");
  pugi::xml_node text = add_text_element(node, "p", "It can be used on the chapter\u2019s page on the web");
  if (is_valid_url(component.online_url)) {
    add_text(text, ": ");
    set_attribute(add_text_element(text, "a", component.online_url), "href", encode_url(component.online_url));
  }
  add_text(text, ".");
}

}  // namespace

void write_blocks(pugi::xml_node parent, std::span<const Block> blocks, ChapterContext& context) {
  write_content(parent, blocks, false, context);
}

void write_content(pugi::xml_node parent, std::span<const Block> blocks, bool unwrap, ChapterContext& context) {
  for (const Block& block : blocks) {
    const bool is_first = &block == &blocks.front();
    const auto* paragraph = as<Paragraph>(block);
    const bool has_key = &block != &blocks.back() && is_key_of(block, *(&block + 1));
    if (has_key) context.callouts = context.notes.next_callouts();
    else if (is_first || !is_key_of(*(&block - 1), block)) context.callouts.clear();
    if (paragraph && unwrap && is_first) write_words(parent, block.id, paragraph->children, context);
    else std::visit([&](const auto& content) { write(parent, content, block.id, context); }, block.content);
    if (!is_first && is_output_of(*(&block - 1), block)) add_class(parent.last_child(), "output");
    if (&block != &blocks.back() && share_rule(block, *(&block + 1))) add_class(parent.last_child(), "joined");
  }
}

void write_caption(pugi::xml_node parent, std::string_view word, std::string_view number, const Inlines& caption, ChapterContext& context) {
  if (!number.empty()) add_text_element(parent, "span", std::string(word) + "\u00A0" + std::string(number), "number");
  if (!number.empty() && !caption.empty()) add_text(parent, " ");
  write_inlines(parent, caption, context);
}

}  // namespace nbpublish
