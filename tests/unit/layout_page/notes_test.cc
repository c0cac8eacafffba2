// Footnotes on their pages.
#include <catch2/catch.hpp>

#include "layout/page/chapter_layout.h"
#include "support/blocks.h"
#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block noted(std::string before, std::uint32_t mark, std::string after = "") {
  return paragraph(Inlines{text(std::move(before)), note_mark(mark), text(std::move(after))});
}

Blocks plain_paragraphs(std::size_t count) {
  Blocks blocks;
  for (std::size_t i = 0; i < count; ++i) blocks.push_back(paragraph("filler " + std::to_string(i) + "."));
  return blocks;
}

// "note7 note7 note7 ...": text that can be counted and found.
std::string note_words(const std::string& word, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + word;
  return out;
}

std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

struct Chapter : LayoutFixture {
  explicit Chapter(const Document& document) : laid_out(layout_chapter(context, document, {"9.1", "", document.title, {}})) {}
  LaidOutChapter laid_out;

  const std::vector<Page>& pages() const { return laid_out.part.pages; }
  std::size_t page_with(std::string_view words_wanted) const {
    for (std::size_t i = 0; i < pages().size(); ++i)
      if (text_of(pages()[i].items).find(words_wanted) != std::string::npos) return i;
    throw std::runtime_error("no page with '" + std::string(words_wanted) + "'");
  }
  // The rule above the notes of a page, or null.
  const Fill* rule(std::size_t page) const {
    for (const FrameItem& item : pages()[page].items)
      if (const auto* fill = std::get_if<Fill>(&item.content); fill != nullptr && fill->rect.height == style.note_rule) return fill;
    return nullptr;
  }
  // The lowest and the highest baseline of any page.
  void check_nothing_outside() const {
    Length highest = style.trim_height, lowest;
    for (const Page& page : pages())
      for (const FrameItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
          highest = std::min(highest, run->origin.y);
          lowest = std::max(lowest, run->origin.y);
        }
    CHECK(highest.points() > style.top.points());
    CHECK(lowest.points() < (style.top + style.leading * style.most_lines()).points());
  }
};

}  // namespace

TEST_CASE("a note stands at the foot of its mark's page, below a short rule") {
  Blocks blocks = plain_paragraphs(20);
  blocks.push_back(noted("marked", 0));
  Blocks tail = plain_paragraphs(60);
  std::move(tail.begin(), tail.end(), std::back_inserter(blocks));
  const Chapter chapter(document_of(std::move(blocks), {note({paragraph("the note itself")})}));
  const std::size_t page = chapter.page_with("marked");
  CHECK(chapter.page_with("the note itself") == page);
  REQUIRE(chapter.rule(page) != nullptr);
  CHECK(chapter.rule(page)->rect.width == chapter.style.note_rule_width);
  const auto& last = std::get<GlyphRun>(chapter.pages()[page].items.back().content);
  CHECK(last.text == "the note itself");
  CHECK(last.size == chapter.style.note.size);
  const Length bottom = chapter.style.top + chapter.style.leading * chapter.style.lines;
  CHECK(bottom - last.origin.y < chapter.style.leading);
  CHECK(last.origin.y > chapter.rule(page)->rect.bottom() + chapter.style.note_gap);
  chapter.check_nothing_outside();
}

TEST_CASE("pages without marks have no rule") {
  const Chapter chapter(document_of(plain_paragraphs(30)));
  CHECK(chapter.rule(0) == nullptr);
}

TEST_CASE("a note is read after the page's text, and tagged as one") {
  const Chapter chapter(document_of({noted("marked", 0), paragraph("last words")}, {note({paragraph("the note itself")})}));
  const std::string text = text_of(chapter.pages()[0].items);
  CHECK(text.find("last words") < text.find("the note itself"));
  bool tagged = false;
  for (const TagNode& tag : chapter.laid_out.part.tags.nodes) tagged = tagged || tag.role == TagRole::Note;
  CHECK(tagged);
}

TEST_CASE("notes of one page stand in the order of their marks") {
  const Chapter chapter(document_of({noted("one", 0), noted("two", 1), noted("three", 2)},
                                    {note({paragraph("first")}), note({paragraph("second")}), note({paragraph("third")})}));
  const std::string text = text_of(chapter.pages()[0].items);
  CHECK(text.find("first") < text.find("second"));
  CHECK(text.find("second") < text.find("third"));
  CHECK(text.find("1 first") != std::string::npos);
  CHECK(text.find("3 third") != std::string::npos);
}

TEST_CASE("a note that is marked twice stands once") {
  const Chapter chapter(document_of({noted("one", 0), noted("two", 0)}, {note({paragraph("the note itself")})}));
  CHECK(count_of(text_of(chapter.pages()[0].items), "the note itself") == 1);
}

TEST_CASE("a long note is divided over pages, whole and in order") {
  for (const std::size_t length : {400u, 900u, 2000u}) {
    Blocks blocks = plain_paragraphs(10);
    blocks.push_back(noted("marked", 0));
    Blocks tail = plain_paragraphs(150);
    std::move(tail.begin(), tail.end(), std::back_inserter(blocks));
    const Chapter chapter(document_of(std::move(blocks), {note({paragraph("begin " + note_words("word", length) + " end")})}));
    INFO(length << " words");
    std::string all;
    for (const Page& page : chapter.pages()) all += text_of(page.items);
    CHECK(count_of(all, "word") == length);
    CHECK(chapter.page_with("1 begin") == chapter.page_with("marked"));
    CHECK(chapter.page_with("word end") >= chapter.page_with("begin"));
    chapter.check_nothing_outside();
    if (length < 900) continue;
    CHECK(chapter.page_with("word end") > chapter.page_with("begin"));
    const Fill* rule = chapter.rule(chapter.page_with("word end"));
    REQUIRE(rule != nullptr);
    CHECK(rule->rect.width == chapter.style.measure);  // a full rule where a note continues
  }
}

TEST_CASE("a long note at a chapter's end gets pages of its own") {
  const Chapter chapter(document_of({noted("marked", 0)}, {note({paragraph(note_words("word", 2500))})}));
  CHECK(chapter.pages().size() >= 3);
  std::string all;
  for (const Page& page : chapter.pages()) all += text_of(page.items);
  CHECK(count_of(all, "word") == 2500);
  chapter.check_nothing_outside();
}

TEST_CASE("a line with many notes does not push them off the page") {
  Inlines inlines;
  std::vector<Note> notes;
  for (std::uint32_t i = 0; i < 12; ++i) {
    inlines.push_back(text("x"));
    inlines.push_back(note_mark(i));
    notes.push_back(note({paragraph("n" + std::to_string(i) + " " + note_words("word", 80))}));
  }
  Blocks blocks = {paragraph(std::move(inlines))};
  Blocks tail = plain_paragraphs(80);
  std::move(tail.begin(), tail.end(), std::back_inserter(blocks));
  const Chapter chapter(document_of(std::move(blocks), std::move(notes)));
  std::string all;
  for (const Page& page : chapter.pages()) all += text_of(page.items);
  CHECK(count_of(all, "word") == 12 * 80);
  chapter.check_nothing_outside();
}

TEST_CASE("a long note marked below a heading leaves the heading with its text") {
  Blocks blocks = plain_paragraphs(60);
  blocks.push_back(heading(2, "Heading"));
  blocks.push_back(noted("marked", 0, " " + words(60)));
  Blocks tail = plain_paragraphs(60);
  std::move(tail.begin(), tail.end(), std::back_inserter(blocks));
  const Chapter chapter(document_of(std::move(blocks), {note({paragraph(note_words("word", 1200))})}));
  CHECK(chapter.page_with("Heading") == chapter.page_with("marked"));
  chapter.check_nothing_outside();
}

TEST_CASE("a note in a table or a list stands on its page, too") {
  Block rows = table({{"head"}, {"cell"}});
  std::get<Table>(rows.content).rows[0].cells[0].blocks = {noted("cell", 0)};
  const Chapter chapter(
      document_of({rows, list({item({noted("entry", 1)})})}, {note({paragraph("of the cell")}), note({paragraph("of the entry")})}));
  const std::string text = text_of(chapter.pages()[0].items);
  CHECK(count_of(text, "of the cell") == 1);
  CHECK(count_of(text, "of the entry") == 1);
}
