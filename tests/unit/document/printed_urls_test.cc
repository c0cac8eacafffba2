// Footnotes that print the addresses of links.
#include "document/printed_urls.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Inline web(std::string url, std::string words) { return {{}, Link{ExternalTarget{std::move(url)}, "", {text(std::move(words))}}}; }
Document chapter_of(Blocks blocks, std::vector<Note> notes = {}) {
  Document d;
  d.chapter = "a/b";
  d.blocks = std::move(blocks);
  d.notes = std::move(notes);
  return d;
}
Note note_of(Inlines inlines) {
  Note n;
  n.blocks.push_back(paragraph(std::move(inlines)));
  return n;
}
// "words[2]words": the text with the marks of notes.
std::string marked(const Block& b) {
  std::string out;
  for (const Inline& inl : as<Paragraph>(b)->children) {
    if (const auto* r = std::get_if<NoteReference>(&inl.content)) out += "[" + std::to_string(r->note + 1) + "]";
    else out += plain_text({inl});
  }
  return out;
}
std::vector<std::string> notes_of(const Document& d) {
  std::vector<std::string> out;
  for (const Note& n : d.notes) out.push_back(marked(n.blocks.front()));
  return out;
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each address is printed once, in a note, in the order of the text") {
  const Document d = with_printed_urls(chapter_of(
      {
          paragraph({text("See "), web("https://nodejs.org/api/", "the documentation"), text(" and "), web("http://libuv.org", "libuv")}),
          paragraph({web("https://nodejs.org/api", "Again"),
                     text("."),
                     {{}, NoteReference{0}},
                     {{}, Emphasis{{web("https://v8.dev/blog", "the blog")}}}}),
      },
      {note_of({text("The author's own.")})}));
  CHECK(marked(d.blocks[0]) == "See the documentation[1] and libuv[2]");
  CHECK(notes_of(d) == Strings{"nodejs.org/api", "libuv.org", "The author's own.", "v8.dev/blog"});
  const auto& emphasis = std::get<Emphasis>(as<Paragraph>(d.blocks[1])->children[3].content);
  CHECK(std::get<NoteReference>(emphasis.children[1].content).note == 3);
}

TEST_CASE("no note where the words are the address, for mail, for places in the book and in headings") {
  Block heading;
  heading.content = Heading{2, {web("https://example.org/x", "A heading")}, "a"};
  const Document d = with_printed_urls(chapter_of({
      heading,
      paragraph({web("https://example.org/", "example.org"),
                 web("mailto:a@example.org", "the author"),
                 {{}, Link{InternalTarget{"a/b", "c"}, "", {text("there")}}}}),
  }));
  CHECK(d.notes.empty());
}

TEST_CASE("in a note the address stands behind its link") {
  const Document d =
      with_printed_urls(chapter_of({paragraph({text("x"), {{}, NoteReference{0}}})}, {note_of({web("https://v8.dev", "V8"), text(".")})}));
  CHECK(notes_of(d) == Strings{"V8 (v8.dev)."});
}
