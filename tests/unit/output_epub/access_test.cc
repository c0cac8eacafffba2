// What the file says of its accessibility is true of it.
#include "output/epub/access.h"

#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

using Words = std::vector<std::string>;

Words properties(const OpenedEpub& epub, const std::string& name) {
  Words words;
  pugi::xml_document opf = epub.xml("EPUB/package.opf");
  for (const auto& found : opf.select_nodes(("//meta[@property='" + name + "']").c_str())) words.push_back(text_of(found.node()));
  return words;
}

bool has_feature(const OpenedEpub& epub, const std::string& word) {
  const Words features = properties(epub, "schema:accessibilityFeature");
  return std::find(features.begin(), features.end(), word) != features.end();
}

Figure& first_figure(SampleBook& book) { return std::get<Figure>(book.documents[1].blocks[0].content); }

void claim(SampleBook& book) {
  Accessibility& access = book.book.accessibility;
  access.claims_wcag_2_2_aa = true;
  access.claim_span = {7, 15, 7, 28};
  access.certified_by = "Press & Sons";
}

std::string access_page(const OpenedEpub& epub) { return text_of(epub.xml("EPUB/text/accessibility.xhtml")); }

}  // namespace

TEST_CASE("access modes and features are those of the file") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  CHECK(properties(epub, "schema:accessMode") == Words{"textual", "visual"});
  CHECK(properties(epub, "schema:accessModeSufficient") == Words{"textual", "textual,visual"});
  CHECK(properties(epub, "schema:accessibilityHazard") == Words{"none"});
  CHECK(has_feature(epub, "alternativeText"));
  for (const char* absent : {"longDescription", "index", "pageBreakMarkers", "pageNavigation"}) {
    INFO(absent);
    CHECK_FALSE(has_feature(epub, absent));
  }
  CHECK(properties(epub, "dcterms:conformsTo").empty());
  CHECK(properties(epub, "a11y:certifiedBy").empty());
}

TEST_CASE("without a picture the book is textual alone") {
  SampleBook book;
  book.input.pictures.clear();
  const OpenedEpub epub(*book.write());
  CHECK(properties(epub, "schema:accessMode") == Words{"textual"});
  CHECK(properties(epub, "schema:accessModeSufficient") == Words{"textual"});
  CHECK_FALSE(has_feature(epub, "alternativeText"));
  CHECK(access_page(epub).find("picture") == std::string::npos);
}

TEST_CASE("a picture without alternative text is told of everywhere") {
  SampleBook book;
  first_figure(book).alt.clear();
  claim(book);
  const OpenedEpub epub(*book.write());
  CHECK(properties(epub, "schema:accessModeSufficient") == Words{"textual,visual"});
  CHECK_FALSE(has_feature(epub, "alternativeText"));
  CHECK(properties(epub, "dcterms:conformsTo").empty());
  CHECK(properties(epub, "schema:accessibilitySummary").at(0).find("1 picture has no alternative text.") != std::string::npos);
  CHECK(access_page(epub).find("No conformance with an accessibility standard is claimed") != std::string::npos);
  REQUIRE(book.sink.count(Severity::Warning) == 1);
  const Diagnostic& told = book.sink.all().back();
  CHECK(told.code == DiagCode::AccessibilityClaim);
  CHECK(told.file == "book.toml");
  CHECK(told.span.line == 7);
  CHECK(told.span.column == 15);
  CHECK(told.message == "the ebook of volume-1 does not claim WCAG 2.2 AA: 1 of its pictures has no alternative text");
}

TEST_CASE("a claim comes with who answers for it") {
  SampleBook book;
  claim(book);
  book.book.accessibility.credential = "A credential";
  book.book.accessibility.report = "https://press.example/report";
  const OpenedEpub epub(*book.write());
  pugi::xml_document opf = epub.xml("EPUB/package.opf");
  CHECK(text_of(opf.select_node("//meta[@property='dcterms:conformsTo'][@id='conformance']").node()) ==
        "EPUB Accessibility 1.1 - WCAG 2.2 Level AA");
  CHECK(text_of(opf.select_node("//meta[@property='a11y:certifiedBy'][@refines='#conformance'][@id='certifier']").node()) ==
        "Press & Sons");
  CHECK(text_of(opf.select_node("//meta[@property='a11y:certifierCredential'][@refines='#certifier']").node()) == "A credential");
  CHECK(opf.select_node("//link[@rel='a11y:certifierReport'][@refines='#certifier'][@href='https://press.example/report']"));
  CHECK(access_page(epub).find("WCAG 2.2 at level AA") != std::string::npos);
  CHECK(book.sink.all().empty());
}

TEST_CASE("the publisher's own summary stands for the made one") {
  SampleBook book;
  CHECK(properties(OpenedEpub(*book.write()), "schema:accessibilitySummary").at(0).starts_with("The whole text can be read aloud"));
  book.book.accessibility.summary = "Read it as you like.";
  const OpenedEpub epub(*book.write());
  CHECK(properties(epub, "schema:accessibilitySummary") == Words{"Read it as you like."});
  CHECK(access_page(epub).find("Read it as you like.") != std::string::npos);
}

TEST_CASE("exceptions of the European Accessibility Act are named") {
  SampleBook book;
  book.book.accessibility.eaa_exception = EaaException::DisproportionateBurden;
  const OpenedEpub epub(*book.write());
  CHECK(properties(epub, "a11y:exemption") == Words{"eaa-disproportionate-burden"});
  CHECK(access_page(epub).find("disproportionate burden") != std::string::npos);
}

TEST_CASE("long descriptions are linked with their picture") {
  SampleBook book;
  first_figure(book).description = "One.\n\nTwo.";
  const OpenedEpub epub(*book.write());
  CHECK(has_feature(epub, "longDescription"));
  pugi::xml_document page = epub.xml("EPUB/text/arch-loop.xhtml");
  const pugi::xml_node details = page.select_node("//figure/details[@class='description']").node();
  CHECK(std::string(details.attribute("id").value()) == "note.d1");
  CHECK(std::string(page.select_node("//figure/img").node().attribute("aria-details").value()) == "note.d1");
  CHECK(details.select_nodes("p").size() == 2);
  CHECK(access_page(epub).find("1 figure has a long description below") != std::string::npos);
}

TEST_CASE("a picture's own description serves its figure") {
  SampleBook book;
  Picture drawing = *book.input.pictures.begin()->second;
  drawing.description = "Told by the drawing.";
  book.input.pictures.begin()->second = std::make_shared<const Picture>(drawing);
  pugi::xml_document page = OpenedEpub(*book.write()).xml("EPUB/text/arch-loop.xhtml");
  CHECK(text_of(page.select_node("//figure/details/p").node()) == "Told by the drawing.");
}

TEST_CASE("the accessibility page is in the contents, with its contact, and the copyright page leads to it") {
  SampleBook book;
  book.book.accessibility.contact = "mailto:access@press.example";
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/accessibility.xhtml");
  CHECK(page.select_node("//a[@href='mailto:access@press.example'][text()='access@press.example']"));
  CHECK(epub.xml("EPUB/text/contents.xhtml").select_node("//a[@href='accessibility.xhtml']"));
  CHECK(epub.xml("EPUB/text/copyright.xhtml").select_node("//a[@href='accessibility.xhtml']"));
}

TEST_CASE("without fonts nothing is embedded, and none is spoken of") {
  SampleBook book;
  book.input.embed_fonts = false;
  const OpenedEpub epub(*book.write());
  for (const testing::ArchivedFile& entry : epub.entries) CHECK_FALSE(entry.path.starts_with("EPUB/fonts/"));
  CHECK(epub["EPUB/style/fonts.css"].find("@font-face") == std::string::npos);
  CHECK(text_of(epub.xml("EPUB/text/imprint.xhtml")).find("JetBrains Mono") == std::string::npos);
  CHECK(epub["EPUB/package.opf"].find("font/") == std::string::npos);
  CHECK(epub["EPUB/style/book.css"].find("\"Source Serif 4\", serif") != std::string::npos);
}
