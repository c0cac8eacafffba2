// The beginning of a book as an ebook of its own.
#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

struct LongSample : SampleBook {
  LongSample() {
    blocks().clear();
    for (int i = 1; i <= 30; ++i) {
      blocks().push_back(heading(2, "Section " + std::to_string(i), "s" + std::to_string(i)));
      blocks().push_back(paragraph({text(std::string(1000, 'x')), link_to(InternalTarget{"arch/loop", "tbl:cost"}, "behind the end")}));
    }
    book.meta.site = "https://example.org";
    input.is_sample = true;
  }
};

std::vector<std::string> spine_of(const OpenedEpub& epub) {
  std::vector<std::string> names;
  pugi::xml_document package = epub.xml("EPUB/package.opf");
  for (const pugi::xpath_node& ref : package.select_nodes("//itemref")) names.push_back(ref.node().attribute("idref").value());
  return names;
}

}  // namespace

TEST_CASE("a sample has the front matter and a tenth of the text, cut before a section, and says that it ends") {
  LongSample book;
  const OpenedEpub epub(*book.write());
  CHECK(spine_of(epub) == std::vector<std::string>{"cover", "title-page", "copyright", "dedication", "contents", "preface", "topic-1",
                                                   "arch-intro", "sample-end", "accessibility", "imprint"});
  pugi::xml_document chapter = epub.xml("EPUB/text/arch-intro.xhtml"), end = epub.xml("EPUB/text/sample-end.xhtml");
  const std::size_t sections = chapter.select_nodes("//h2").size();
  CHECK(sections >= 2);
  CHECK(sections <= 4);
  CHECK(chapter.select_nodes("//section/p").size() == sections + 1);  // none without its text; the standfirst
  CHECK(text_of(end.document_element()).find("The whole of The Book, Volume I: Basics of the Runtime goes on") != std::string::npos);
  CHECK(std::string(end.select_node("//a").node().attribute("href").value()) == "https://example.org");
}

TEST_CASE("nothing in a sample leads behind its end") {
  LongSample book;
  book.book.lists = {CaptionList::Tables};
  const OpenedEpub epub(*book.write());
  pugi::xml_document chapter = epub.xml("EPUB/text/arch-intro.xhtml"), contents = epub.xml("EPUB/text/contents.xhtml"),
                     topic = epub.xml("EPUB/text/topic-1.xhtml");
  CHECK_FALSE(chapter.select_node("//a[.='behind the end']"));
  CHECK(contents.select_nodes("//nav[@epub:type='toc']//a[starts-with(., 'Section')]").size() == chapter.select_nodes("//h2").size());
  CHECK_FALSE(contents.select_node("//*[@epub:type='lot']"));
  CHECK(chapter.select_nodes("//nav[@class='map']//a").size() == chapter.select_nodes("//h2").size());
  CHECK(topic.select_nodes("//li").size() == 3);
  CHECK(topic.select_nodes("//li/a").size() == 1);
}

TEST_CASE("a sample is another publication than the book") {
  LongSample book;
  const OpenedEpub sample(*book.write());
  book.input.is_sample = false;
  const OpenedEpub whole(*book.write());
  pugi::xml_document a = sample.xml("EPUB/package.opf"), b = whole.xml("EPUB/package.opf");
  const char* identifier = "//*[name()='dc:identifier']";
  CHECK(text_of(a.select_node(identifier).node()) != text_of(b.select_node(identifier).node()));
  CHECK(text_of(a.select_node("//*[@id='title']").node()) == "The Book, Volume I: Basics of the Runtime (Sample)");
}

TEST_CASE("a short book's sample has its first chapter's beginning") {
  SampleBook book;
  book.input.is_sample = true;
  const OpenedEpub epub(*book.write());
  pugi::xml_document chapter = epub.xml("EPUB/text/arch-intro.xhtml");
  CHECK(chapter.select_nodes("//h2").size() == 1);
  CHECK(chapter.select_node("//pre"));
}
