#include "document/chapter_mentions.h"

#include "document/chapter_lookup.h"

#include <catch2/catch.hpp>

#include "document/walk.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

ChapterAddress address(const std::string& key, const std::string& number, ChapterPresence presence = ChapterPresence::ThisVolume) {
  ChapterAddress out;
  out.key = key;
  out.number = number;
  out.topic_number = number.substr(0, number.find('.'));
  out.presence = presence;
  return out;
}

BookAddresses book() {
  return {"",
          {address("arch/intro", "1.1"), address("arch/loop", "1.2"), address("streams/all", "3.1"),
           address("later/draft", "4.1", ChapterPresence::Unpublished), address("prod/logs", "40.1", ChapterPresence::OtherVolume)}};
}

// The text with links as "<words -> key>", seen from chapter 1.1.
std::string linked(const Inlines& list) {
  std::string out;
  for (const Inline& inl : list) {
    if (const auto* link = as<Link>(inl)) {
      const auto* place = std::get_if<InternalTarget>(&link->target);
      CHECK((!place || link->page == PageText::Never));
      out += "<" + plain_text(link->children) + (place ? " -> " + place->chapter : "") + ">";
    } else {
      out += plain_text({inl});
    }
  }
  for (std::size_t at = out.find("\u00A0"); at != out.npos; at = out.find("\u00A0")) out.replace(at, 2, "~");
  return out;
}

std::string linked_block(Block block) {
  Document document;
  document.chapter = "arch/intro";
  document.blocks = {std::move(block)};
  const BookAddresses known = book();
  link_chapter_mentions(document, ChapterLookup(known));
  std::string out;
  inline_lists_of(document.blocks[0], [&](const Inlines& list) { out += linked(list); });
  return out;
}
std::string linked(const std::string& words) { return linked_block(paragraph({text(words)})); }

}  // namespace

TEST_CASE("a topic leads to its page, a chapter to itself") {
  CHECK(linked("(covered in Chapter 1).") == "(covered in <Chapter~1 -> topic-1>).");
  CHECK(linked("See Chapter\u00A01.2.") == "See <Chapter~1.2 -> arch/loop>.");
  CHECK(linked("\u201CChapter 3\u201D, Chapter 1.2, and so on") ==
        "\u201C<Chapter~3 -> topic-3>\u201D, <Chapter~1.2 -> arch/loop>, and so on");
  CHECK(linked("Chapter 3\u2019s end") == "<Chapter~3 -> topic-3>\u2019s end");
}

TEST_CASE("zeros before a number go") {
  CHECK(linked("Chapter 01 and Chapter 01.02") == "<Chapter~1 -> topic-1> and <Chapter~1.2 -> arch/loop>");
}

TEST_CASE("several chapters are linked by their numbers") {
  CHECK(linked("Chapters 1 and 3") == "Chapters <1 -> topic-1> and <3 -> topic-3>");
  CHECK(linked("Chapters 1.2, 2, and 3 say") == "Chapters <1.2 -> arch/loop>, 2, and <3 -> topic-3> say");
  CHECK(linked("Chapters 1\u20133") == "Chapters <1 -> topic-1>\u2013<3 -> topic-3>");
}

TEST_CASE("other volumes, drafts, chapters that are not there and the chapter itself stay text") {
  for (const std::string words :
       {"Chapter 40", "Chapter 40.1", "Chapter 4", "Chapter 2", "Chapter 1.7", "Chapter 1.1", "Chapter 0", "Chapter 1234"}) {
    INFO(words);
    CHECK(linked(words) == words);
  }
}

TEST_CASE("what is not sure stays text") {
  for (const std::string words :
       {"Chapter 3 of the manual", "the manual\u2019s Chapter 3", "Chapter 1.2.3", "Chapter 3-4", "Chapter 3a", "Chapter 3%",
        "SubChapter 3", "chapter 3", "Chapters", "Chapter", "Chapter three", "Chapter  3", "Chapterhouse 3"}) {
    INFO(words);
    std::string expected = words;
    for (std::size_t at = expected.find("\u00A0"); at != expected.npos; at = expected.find("\u00A0")) expected.replace(at, 2, "~");
    CHECK(linked(words) == expected);
  }
}

TEST_CASE("mentions go over the borders of texts and stand in emphasis, not in links, code and headings") {
  CHECK(linked_block(paragraph({text("See Chapter"), {{}, SoftBreak{}}, text("1.2 now")})) == "See <Chapter~1.2 -> arch/loop> now");
  CHECK(linked_block(paragraph({link_to("x.md", {text("Chapter 3")}), code("Chapter 3")})) == "<Chapter 3>Chapter 3");
  CHECK(linked_block(heading(2, {text("Chapter 3")})) == "Chapter 3");
  Document document;
  document.blocks = {paragraph({{{}, Strong{{text("Chapter 3")}}}})};
  const BookAddresses known = book();
  link_chapter_mentions(document, ChapterLookup(known));
  CHECK(linked(as<Strong>(as<Paragraph>(document.blocks[0])->children[0])->children) == "<Chapter~3 -> topic-3>");
}

TEST_CASE("the place of a mention is exact") {
  Document document;
  document.blocks = {paragraph({{{4, 1, 4, 17}, Text{"Say, Chapter 1.2."}}})};
  const BookAddresses known = book();
  link_chapter_mentions(document, ChapterLookup(known));
  CHECK(as<Paragraph>(document.blocks[0])->children[1].span == SourceSpan{4, 6, 4, 16});
}

namespace {

// The text, emphasis between stars, of paragraphs of one chapter of a book that says where its far chapters are.
std::vector<std::string> referred(const std::vector<std::string>& paragraphs, std::size_t mentions = 1) {
  BookAddresses known = book();
  known.far = {
      {"40", "Running It", "Volume\u00A0IV"}, {"40.1", "Logs", "Volume\u00A0IV", "https://book.example/prod/logs"}, {"4.1", "A Draft", ""}};
  known.far_mentions = mentions;
  Document document;
  document.chapter = "arch/intro";
  for (const std::string& words : paragraphs) document.blocks.push_back(paragraph({text(words)}));
  link_chapter_mentions(document, ChapterLookup(known));
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    std::string& line = out.emplace_back();
    for (const Inline& inl : as<Paragraph>(block)->children) {
      const auto* link = as<Link>(inl);
      const auto* web = link == nullptr ? nullptr : std::get_if<ExternalTarget>(&link->target);
      const std::string words = plain_text({inl});
      line += web != nullptr ? "<" + words + " -> " + web->url + ">" : as<Emphasis>(inl) ? "*" + words + "*" : words;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a chapter of another volume, or of none yet, is referred to at its first mention") {
  CHECK(referred({"See Chapter 40 now, and Chapter 40 again.", "Chapter 40.", "Chapter 40.1."}) ==
        std::vector<std::string>{"See Chapter\u00A040, *Running It*, in Volume\u00A0IV now, and Chapter 40 again.", "Chapter 40.",
                                 "<Chapter\u00A040.1 -> https://book.example/prod/logs>, *Logs*, in Volume\u00A0IV."});
  CHECK(referred({"In Chapter 4.1."}) == std::vector<std::string>{"In Chapter\u00A04.1, *A Draft*, not yet published."});
}

TEST_CASE("at every mention, or at none, as the book says") {
  const std::string far = "Chapter\u00A040, *Running It*, in Volume\u00A0IV";
  CHECK(referred({"Chapter 40; Chapter 40"}, 9) == std::vector<std::string>{far + "; " + far});
  CHECK(referred({"Chapter 40"}, 0) == std::vector<std::string>{"Chapter 40"});
}

TEST_CASE("a far chapter in a list of numbers, or with its title behind it, stays as it is written") {
  for (const std::string words : {"Chapters 40 and 3", "Chapter 40, Running It, says", "Chapter 40 (Running It)", "Chapter 77"}) {
    INFO(words);
    CHECK(plain_text({text(referred({words})[0])}) == words);
  }
}
