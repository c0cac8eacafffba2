// Long texts in several files, and what leads from one to another.
#include "output/epub/pieces.h"

#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string letters(std::size_t bytes) { return std::string(bytes, 'x'); }

// Sections of about so many bytes each, every one with a note and a link to the first; a note is marked again in the last.
Blocks long_text(int sections, std::size_t bytes) {
  Blocks blocks;
  for (int i = 0; i < sections; ++i) {
    const std::string n = std::to_string(i + 1);
    blocks.push_back(heading(2, "Section " + n, "section-" + n));
    blocks.push_back(paragraph({text(letters(bytes)),
                                {{}, NoteReference{static_cast<std::uint32_t>(i)}},
                                link_to(InternalTarget{"arch/intro", "section-1"}, "first"),
                                link_to(InternalTarget{"arch/intro", "section-" + std::to_string(sections)}, "last")}));
  }
  blocks.push_back(paragraph({text("The end"), {{}, NoteReference{0}}}));
  return blocks;
}

struct LongBook : SampleBook {
  explicit LongBook(int sections) {
    blocks() = long_text(sections, 60'000);
    documents[0].notes.clear();
    for (int i = 0; i < sections; ++i)
      documents[0].notes.push_back({0, {}, "n" + std::to_string(i), {paragraph("Note " + std::to_string(i + 1))}});
  }
};

std::string href_of(pugi::xml_document& page, const std::string& xpath) {
  return page.select_node(xpath.c_str()).node().attribute("href").value();
}

}  // namespace

TEST_CASE("a text is cut before sections, as seldom as may be") {
  const Blocks blocks = long_text(4, 1000);  // each about 1400
  CHECK(piece_starts(blocks, 100'000) == std::vector<std::size_t>{0});
  CHECK(piece_starts(blocks, 3'500) == std::vector<std::size_t>{0, 4});
  CHECK(piece_starts({}, 10) == std::vector<std::size_t>{0});
}

TEST_CASE("a section that is too long is cut between its blocks, a block never") {
  Blocks blocks{heading(2, "One", "one")};
  for (int i = 0; i < 5; ++i) blocks.push_back(paragraph(letters(1000)));
  CHECK(piece_starts(blocks, 2'500) == std::vector<std::size_t>{0, 3, 5});
  CHECK(piece_starts(Blocks{paragraph(letters(9000)), paragraph("x")}, 1000) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a long chapter's files follow each other, and are one chapter to the reader") {
  LongBook book(9);
  const OpenedEpub epub(*book.write());
  const std::vector<std::string> files = {"arch-intro", "arch-intro-2", "arch-intro-3"};
  for (const std::string& file : files) CHECK(epub["EPUB/text/" + file + ".xhtml"].size() < kMostBytes);
  pugi::xml_document package = epub.xml("EPUB/package.opf"), contents = epub.xml("EPUB/text/contents.xhtml");
  std::vector<std::string> spine;
  for (const pugi::xpath_node& ref : package.select_nodes("//itemref[starts-with(@idref, 'arch-intro')]"))
    spine.push_back(ref.node().attribute("idref").value());
  CHECK(spine == files);
  CHECK(contents.select_nodes("//nav[@epub:type='toc']//a[contains(., 'The fs module')]").size() == 1);
  CHECK(href_of(contents, "//a[.='Section 1']") == "arch-intro.xhtml#section-1");
  CHECK(href_of(contents, "//a[.='Section 9']") == "arch-intro-3.xhtml#section-9");
  pugi::xml_document last = epub.xml("EPUB/text/arch-intro-3.xhtml");
  CHECK(text_of(last.select_node("//h1").node()) == "1.1 The fs module (continued)");
  CHECK_FALSE(last.select_node("//p[@class='standfirst']"));
}

TEST_CASE("links and notes of a long chapter reach into its other files") {
  LongBook book(9);
  const OpenedEpub epub(*book.write());
  pugi::xml_document first = epub.xml("EPUB/text/arch-intro.xhtml"), last = epub.xml("EPUB/text/arch-intro-3.xhtml");
  CHECK(href_of(first, "//a[.='last']") == "arch-intro-3.xhtml#section-9");
  CHECK(href_of(last, "//a[.='first']") == "arch-intro.xhtml#section-1");
  // A note stands where it is first marked, so that a pop-up finds it.
  CHECK(href_of(first, "//a[@role='doc-noteref'][.='1']") == "#note.n1");
  CHECK(href_of(last, "//a[@role='doc-noteref'][.='9']") == "#note.n9");
  CHECK(href_of(last, "//a[@role='doc-noteref'][.='1']") == "arch-intro.xhtml#note.n1");
  CHECK(first.select_nodes("//aside[@role='doc-footnote']").size() + last.select_nodes("//aside[@role='doc-footnote']").size() < 9);
  // Its number leads back to both marks.
  std::vector<std::string> back;
  for (const pugi::xpath_node& link : first.select_nodes("//aside[@id='note.n1']//a[@role='doc-backlink']"))
    back.push_back(link.node().attribute("href").value());
  CHECK(back == std::vector<std::string>{"#note.r1", "arch-intro-3.xhtml#note.r1-2"});
  CHECK(last.select_node("//sup[@id='note.r1-2']"));
}
