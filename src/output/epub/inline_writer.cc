#include "output/epub/inline_writer.h"

#include "base/overloaded.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

class InlineWriter {
 public:
  explicit InlineWriter(ChapterContext& context) : context_(context) {}

  void write(pugi::xml_node parent, const Inlines& inlines) {
    for (const Inline& inl : inlines) std::visit([&](const auto& content) { write(parent, content); }, inl.content);
  }

 private:
  void write(pugi::xml_node parent, const Text& text) { context_.pages.add_text(parent, text.text); }
  void write(pugi::xml_node parent, const SoftBreak&) { add_text(parent, " "); }
  void write(pugi::xml_node parent, const LineBreak&) { add_element(parent, "br"); }
  void write(pugi::xml_node parent, const Code& code) {
    pugi::xml_node node = add_element(parent, "code");
    context_.pages.add_text(node, code.text);
    set_attribute(node, "translate", "no");
  }
  void write(pugi::xml_node parent, const Emphasis& span) { write(add_element(parent, "em"), span.children); }
  void write(pugi::xml_node parent, const Strong& span) { write(add_element(parent, "strong"), span.children); }
  void write(pugi::xml_node parent, const Strikeout& span) { write(add_element(parent, "del"), span.children); }
  void write(pugi::xml_node parent, const Superscript& span) { write(add_element(parent, "sup"), span.children); }
  void write(pugi::xml_node parent, const Subscript& span) { write(add_element(parent, "sub"), span.children); }
  void write(pugi::xml_node parent, const Keyboard& span) { write(add_element(parent, "kbd"), span.children); }

  void write(pugi::xml_node parent, const Link& link) {
    const auto href = in_link_ ? std::nullopt : context_.links.href(link.target);
    if (!href) return write(parent, link.children);
    pugi::xml_node node = add_element(parent, "a");
    set_attribute(node, "href", *href);
    if (!link.title.empty()) set_attribute(node, "title", link.title);
    in_link_ = true;
    write(node, link.children);
    in_link_ = false;
  }

  void write(pugi::xml_node parent, const InlineImage& image) {
    const std::string src = context_.images.use(context_.document, image.source, !image.alt.empty());
    if (src.empty()) return context_.pages.add_text(parent, image.alt);
    context_.pages.pass(parent, image.alt);
    const std::string size = css_size(image.width, image.height);
    pugi::xml_node node = add_element(parent, "img", size.empty() ? "icon" : "sized");
    set_attribute(node, "src", src);
    set_attribute(node, "alt", image.alt);
    if (!size.empty()) set_attribute(node, "style", size);
  }

  void write(pugi::xml_node parent, const IndexMark& mark) {
    if (mark.anchor.empty()) return write(parent, mark.children);
    pugi::xml_node node = add_element(parent, "span");
    context_.claim_id(node, mark.anchor);
    write(node, mark.children);
  }

  // HTML knows no link in a link: there the mark is left as a number that leads nowhere.
  void write(pugi::xml_node parent, const NoteReference& reference) {
    const std::string number = std::to_string(reference.note + 1);
    // Marks that follow each other would read as one number.
    const pugi::xml_node before = parent.last_child();
    if (std::string_view(before.name()) == "sup" && std::string_view(before.attribute("class").value()) == "mark")
      add_text_element(parent, "sup", ",");
    pugi::xml_node mark = add_element(parent, "sup", "mark");
    if (reference.note >= context_.document.notes.size()) return add_text(mark, number);
    context_.claim_id(mark, context_.notes.mark_id(reference.note, context_.notes.next_mark(reference.note)));
    if (in_link_) return add_text(mark, number);
    pugi::xml_node link = add_text_element(mark, "a", number);
    set_attribute(link, "epub:type", "noteref");
    set_attribute(link, "role", "doc-noteref");
    set_attribute(link, "href", context_.notes.href(reference.note));
  }

  ChapterContext& context_;
  bool in_link_ = false;
};

}  // namespace

void write_inlines(pugi::xml_node parent, const Inlines& inlines, ChapterContext& context) { InlineWriter(context).write(parent, inlines); }

void add_words(pugi::xml_node parent, const Inlines& words) {
  const auto inside = [&](const char* element, const auto& span) { add_words(add_element(parent, element), span.children); };
  for (const Inline& inl : words)
    std::visit(overloaded{[&](const Text& text) { add_text(parent, text.text); },
                          [&](const Code& code) { set_attribute(add_text_element(parent, "code", code.text), "translate", "no"); },
                          [&](const Emphasis& span) { inside("em", span); }, [&](const Strong& span) { inside("strong", span); },
                          [&](const Strikeout& span) { inside("del", span); }, [&](const Superscript& span) { inside("sup", span); },
                          [&](const Subscript& span) { inside("sub", span); }, [&](const Keyboard& span) { inside("kbd", span); },
                          [&](const SoftBreak&) { add_text(parent, " "); }, [&](const LineBreak&) { add_text(parent, " "); },
                          [&](const InlineImage& image) { add_text(parent, image.alt); }, [](const NoteReference&) {},
                          [&](const auto& span) { add_words(parent, span.children); }},
               inl.content);
}

}  // namespace nbpublish
