#include "output/epub/block_writer.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

void fill_back_link(pugi::xml_node link, const ChapterContext& context, std::uint32_t note, std::uint32_t occurrence) {
  const std::string number = std::to_string(note + 1);
  add_text(link, occurrence == 0 ? number : number + static_cast<char>('a' + occurrence % 26));
  set_attribute(link, "class", "back");
  set_attribute(link, "role", "doc-backlink");
  set_attribute(link, "href", context.notes.mark_href(note, occurrence));
}

// The note's number, which leads back to its first mark, before the text; "1b", "1c" for later marks.
void prepend_back_links(pugi::xml_node aside, const ChapterContext& context, std::uint32_t note) {
  pugi::xml_node first = aside.first_child();
  if (!first || std::string_view(first.name()) != "p") first = aside.prepend_child("p");
  for (std::uint32_t occurrence = context.notes.marks_of(note); occurrence-- > 0;) {
    first.prepend_child(pugi::node_pcdata).set_value(" ");
    fill_back_link(first.prepend_child("a"), context, note, occurrence);
  }
}

}  // namespace

void write_notes(pugi::xml_node parent, ChapterContext& context) {
  std::vector<std::uint32_t> here;
  for (std::uint32_t i = 0; i < context.document.notes.size(); ++i)
    if (context.notes.stands_here(i)) here.push_back(i);
  if (here.empty()) return;
  pugi::xml_node section = add_element(parent, "section", "notes");
  set_attribute(section, "epub:type", "footnotes");
  set_attribute(section, "aria-label", "Notes");
  for (const std::uint32_t i : here) {
    pugi::xml_node aside = add_element(section, "aside");
    set_attribute(aside, "epub:type", "footnote");
    set_attribute(aside, "role", "doc-footnote");
    context.claim_id(aside, context.notes.id(i));
    write_blocks(aside, context.document.notes[i].blocks, context);
    prepend_back_links(aside, context, i);
  }
}

}  // namespace nbpublish
