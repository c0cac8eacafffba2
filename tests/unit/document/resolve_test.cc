#include "document/resolve.h"
#include "document/chapter_lookup.h"

#include <catch2/catch.hpp>

#include "document/anchors.h"
#include "document/places.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

BookAddresses book() {
  return {
      "https://thebook.com",
      {{"arch/intro", "chapters/01-arch/01-intro.mdx", "/arch/intro", "1.1", "1", ChapterPresence::ThisVolume, true, {"phase-5-check"}, {}},
       {"arch/loop",
        "chapters/01-arch/02-loop.md",
        "/arch/loop",
        "1.2",
        "1",
        ChapterPresence::ThisVolume,
        true,
        {"fig:heap"},
        {{"fig:heap", "Figure 1.1"}}},
       {"prod/logs",
        "chapters/40-prod/01 logs.md",
        "/prod/logs",
        "40.1",
        "40",
        ChapterPresence::OtherVolume,
        true,
        {"größe", "tab:cost"},
        {{"tab:cost", "Table 40.1"}}},
       {"arch/draft", "chapters/01-arch/03-draft.md", "/arch/draft", "1.3", "1", ChapterPresence::Unpublished, false, {}, {}},
       {"arch/later", "", "/arch/later", "1.4", "1", ChapterPresence::Unpublished, false, {}, {}}}};
}

struct Outcome {
  Inlines inlines;
  DiagnosticSink sink;
  const Link& link() const { return *as<Link>(inlines.at(0)); }
  // "chapter#anchor", "url" or "raw:href".
  std::string target() const {
    if (const auto* internal = std::get_if<InternalTarget>(&link().target)) return internal->chapter + "#" + internal->anchor;
    if (const auto* external = std::get_if<ExternalTarget>(&link().target)) return external->url;
    return "raw:" + std::get<RawTarget>(link().target).href;
  }
  std::vector<DiagCode> codes() const {
    std::vector<DiagCode> out;
    for (const Diagnostic& diagnostic : sink.all()) out.push_back(diagnostic.code);
    return out;
  }
};

Outcome resolve(const std::string& href, Inlines children = {text("here")}, BookAddresses addresses = book()) {
  Document document;
  document.file = "chapters/01-arch/01-intro.mdx";
  document.chapter = "arch/intro";
  document.blocks = {heading(2, {text("Phase 5: check")}), paragraph({link_to(href, std::move(children), {4, 2, 4, 20})})};
  Outcome outcome;
  assign_anchors(document, outcome.sink);
  CaptionCounters counters;
  document = resolve_document(std::move(document), ChapterLookup(addresses), counters, outcome.sink);
  outcome.inlines = as<Paragraph>(document.blocks[1])->children;
  return outcome;
}

const std::vector<DiagCode> kSilent;

}  // namespace

TEST_CASE("paths lead to chapters however they are written") {
  for (const std::string href :
       {"02-loop.md", "./02-loop.md", "02-loop", "02-loop.mdx", "../01-arch/02-loop.md", "/chapters/01-arch/02-loop.md",
        "/chapters/01-arch/02-loop", "/arch/loop", "/arch/loop/", "../arch/loop", "%30%32-loop.md", "./02-loop.md?plain=1"}) {
    INFO(href);
    const Outcome outcome = resolve(href);
    CHECK(outcome.target() == "arch/loop#");
    CHECK(outcome.codes() == kSilent);
  }
}

TEST_CASE("a chapter of another volume is linked where it can be read: on the site") {
  for (const std::string href : {"../40-prod/01%20logs.md", "/prod/logs", "https://thebook.com/prod/logs"}) {
    INFO(href);
    const Outcome outcome = resolve(href);
    CHECK(outcome.target() == "https://thebook.com/prod/logs");
    CHECK(outcome.codes() == kSilent);
  }
  CHECK(resolve("/prod/logs#größe").target() == "https://thebook.com/prod/logs#gr%C3%B6%C3%9Fe");
  CHECK(resolve("/prod/logs#none").codes() == std::vector{DiagCode::UnresolvedReference});
}

TEST_CASE("a label in another volume is text that says where it stands") {
  BookAddresses addresses = book();
  for (ChapterAddress& chapter : addresses.chapters)
    if (chapter.key == "prod/logs") chapter.volume = "Volume IV", chapter.volume_title = "Production";
  const Outcome named = resolve("#tab:cost", {}, addresses);
  CHECK(plain_text(named.inlines) == "Table 40.1 (Volume IV, Production)");
  CHECK(named.codes() == kSilent);
  for (const Inline& inl : named.inlines) CHECK(as<Link>(inl) == nullptr);
  CHECK(plain_text(resolve("#tab:cost", {text("what it costs")}, addresses).inlines) ==
        "what it costs (Table 40.1 in Volume IV, Production)");
  const Outcome chapter = resolve("/prod/logs", {}, addresses);
  CHECK(plain_text(chapter.inlines) == "Chapter\u00A040.1 (Volume IV, Production)");
  CHECK(chapter.target() == "https://thebook.com/prod/logs");
}

TEST_CASE("the title `page` asks for the target's page") {
  const auto page = [](const std::string& href, Inlines children, const std::string& title) {
    Document document;
    document.chapter = "arch/intro";
    document.blocks = {paragraph({{{}, Link{RawTarget{href}, title, std::move(children)}}})};
    CaptionCounters counters;
    DiagnosticSink sink;
    const BookAddresses known = book();
    document = resolve_document(std::move(document), ChapterLookup(known), counters, sink);
    return *as<Link>(as<Paragraph>(document.blocks[0])->children[0]);
  };
  const Link instead = page("#fig:heap", {}, "page");
  CHECK(instead.page == PageText::Instead);
  CHECK(instead.title.empty());
  CHECK(plain_text(instead.children) == "Figure 1.1");  // where there are no pages
  CHECK(page("#fig:heap", {text("it")}, "page").page == PageText::Behind);
  CHECK(page("#fig:heap", {text("it")}, "Page").page == PageText::ByStyle);
  const Link outside = page("https://a.b/c", {text("it")}, "page");
  CHECK(outside.page == PageText::ByStyle);
  CHECK(outside.title == "page");
}

TEST_CASE("a chapter's label leads to the chapter") {
  BookAddresses addresses = book();
  addresses.chapters[1].label = "ch:loop";
  CHECK(resolve("#ch:loop", {}, addresses).target() == "arch/loop#");
  CHECK(plain_text(resolve("#ch:loop", {}, addresses).inlines) == "Chapter\u00A01.2");
}

TEST_CASE("an unknown label is reported with the nearest of the whole book") {
  const Outcome unknown = resolve("#fig:heaps");
  REQUIRE(unknown.codes() == std::vector{DiagCode::UnresolvedReference});
  CHECK(unknown.sink.all()[0].message == "no label 'fig:heaps' in the book");
  CHECK(unknown.sink.all()[0].hint == "did you mean '#fig:heap'?");
}

TEST_CASE("a chapter of another volume is plain text where there is no site, without a complaint") {
  BookAddresses without_site = book();
  without_site.site.clear();
  const Outcome outcome = resolve("../40-prod/01%20logs.md", {text("a"), code("b")}, without_site);
  CHECK(outcome.codes() == kSilent);
  REQUIRE(outcome.inlines.size() == 2);
  CHECK(plain_text(outcome.inlines) == "ab");
  CHECK(plain_text(resolve("/prod/logs", {}, without_site).inlines) == "Chapter\u00A040.1");
}

TEST_CASE("a link to a chapter that is not published is told at the link and becomes plain text") {
  const Outcome draft = resolve("03-draft.md#any", {text("a"), code("b")});
  REQUIRE(draft.codes() == std::vector{DiagCode::OutsideReference});
  const Diagnostic& told = draft.sink.all()[0];
  CHECK(told.severity == Severity::Warning);
  CHECK(told.span == SourceSpan{4, 2, 4, 20, FileName(told.file)});
  CHECK(told.message == "'chapters/01-arch/03-draft.md' is a draft and not in this build");
  CHECK(told.hint == "the link became plain text; publish the chapter, or build with --early-access");
  CHECK(draft.inlines.size() == 2);
  CHECK(plain_text(draft.inlines) == "ab");
  CHECK(plain_text(resolve("03-draft.md", {}).inlines) == "Chapter\u00A01.3");
  const Outcome planned = resolve("/arch/later");
  REQUIRE(planned.codes() == std::vector{DiagCode::OutsideReference});
  CHECK(planned.sink.all()[0].message == "'/arch/later' is planned and has no text yet");
  // Who writes the address of the site means the site.
  const Outcome on_site = resolve("https://thebook.com/arch/draft#any");
  REQUIRE(on_site.codes() == std::vector{DiagCode::OutsideReference});
  CHECK(on_site.target() == "https://thebook.com/arch/draft#any");
  CHECK(on_site.sink.all()[0].hint == "it stays a link to the site; publish the chapter, or build with --early-access");
}

TEST_CASE("public addresses of the site lead to chapters") {
  for (const std::string href : {"https://thebook.com/arch/loop", "http://www.thebook.com/arch/loop/", "https://WWW.TheBook.com/arch/loop",
                                 "//thebook.com/arch/loop"}) {
    INFO(href);
    const Outcome outcome = resolve(href);
    CHECK(outcome.target() == "arch/loop#");
    CHECK(outcome.codes() == kSilent);
  }
  CHECK(resolve("https://thebook.com/arch/intro/#phase-5-check").target() == "arch/intro#phase-5-check");
}

TEST_CASE("pages of the site that are no chapters stay outside") {
  CHECK(resolve("https://thebook.com/get").codes() == kSilent);
  CHECK(resolve("https://thebook.com/get").target() == "https://thebook.com/get");
  CHECK(resolve("https://www.thebook.com").codes() == kSilent);
  CHECK(resolve("https://thebook.com/img/logo.png").codes() == kSilent);
  CHECK(resolve("https://thebook.computer/arch/loop").target() == "https://thebook.computer/arch/loop");
  const Outcome unknown = resolve("https://thebook.com/streams/later");
  CHECK(unknown.codes() == std::vector{DiagCode::OutsideReference});
  CHECK(unknown.target() == "https://thebook.com/streams/later");
}

TEST_CASE("anchors are found as given, as GitHub makes them, and with other hyphens") {
  for (const std::string href : {"#phase-5-check", "#Phase-5-Check", "#phase-5--check", "#Phase%205:%20check"}) {
    INFO(href);
    CHECK(resolve(href).target() == "arch/intro#phase-5-check");
  }
}

TEST_CASE("a missing anchor is reported at the link with the nearest name") {
  const Outcome here = resolve("#phase-5-chek");
  REQUIRE(here.codes() == std::vector{DiagCode::UnresolvedReference});
  CHECK(here.sink.all()[0].span == SourceSpan{4, 2, 4, 20, FileName(here.sink.all()[0].file)});
  CHECK(here.sink.all()[0].hint == "did you mean '#phase-5-check'?");
  CHECK(here.target() == "raw:#phase-5-chek");
  const Outcome there = resolve("02-loop.md#nothing");
  CHECK(there.codes() == std::vector{DiagCode::UnresolvedReference});
  CHECK(there.target() == "arch/loop#");
}

TEST_CASE("a renamed heading is found by its last words, with a warning") {
  const Outcome renamed = resolve("#chapter-9-phase-5-check");
  REQUIRE(renamed.codes() == std::vector{DiagCode::UnresolvedReference});
  CHECK(renamed.sink.all()[0].severity == Severity::Warning);
  CHECK(renamed.target() == "arch/intro#phase-5-check");
  CHECK(resolve("02-loop.md#check").sink.count(Severity::Error) == 1);  // one word is not enough
  CHECK(resolve("#xphase-5-check").sink.count(Severity::Error) == 1);   // half a word neither
}

TEST_CASE("files that are no chapters are unresolved") {
  for (const std::string href : {"../../README.md", "../../../../etc/passwd", "03-missing.md", ""}) {
    INFO(href);
    CHECK(resolve(href).codes() == std::vector{DiagCode::UnresolvedReference});
  }
  CHECK(resolve("02-lop.md").sink.all()[0].hint == "did you mean 'chapters/01-arch/02-loop.md'?");
}

TEST_CASE("forbidden and malformed addresses become plain text") {
  for (const std::string href : {"javascript:alert(1)", "JavaScript:x", "java\tscript:x", " data:text/html,x", "file:///etc/passwd",
                                 "http://", "https:foo", "vbscript:x"}) {
    INFO(href);
    const Outcome outcome = resolve(href, {text("a"), code("b")});
    CHECK(outcome.codes() == std::vector{DiagCode::LinkTarget});
    REQUIRE(outcome.inlines.size() == 2);
    CHECK(plain_text(outcome.inlines) == "ab");
  }
}

TEST_CASE("other addresses stay as written") {
  CHECK(resolve("https://nodejs.org/api/fs.html#a%20b").target() == "https://nodejs.org/api/fs.html#a%20b");
  CHECK(resolve("mailto:a@b.c").target() == "mailto:a@b.c");
  BookAddresses without_site = book();
  without_site.site.clear();
  CHECK(resolve("https://thebook.com/arch/loop", {text("x")}, without_site).target() == "https://thebook.com/arch/loop");
}

TEST_CASE("links without a text get their target's name") {
  CHECK(plain_text(resolve("02-loop.md#fig:heap", {}).inlines) == "Figure 1.1");
  CHECK(plain_text(resolve("#fig:heap", {}).inlines) == "Figure 1.1");
  CHECK(plain_text(resolve("#phase-5-check", {}).inlines) == "“Phase 5: check”");
  CHECK(plain_text(resolve("02-loop.md", {}).inlines) == "Chapter\u00A01.2");
  CHECK(plain_text(resolve("https://a.b/c", {}).inlines) == "https://a.b/c");
}

TEST_CASE("figures, tables and listings with a caption or a label are numbered through the topic") {
  Document document;
  document.chapter = "arch/intro";
  CodeBlock labelled;
  labelled.info.label = "lst:a";
  document.blocks = {{0, {}, Figure{"a.png", "", {}, "", ""}},
                     {0, {}, Figure{"b.png", "", {text("b")}, "", ""}},
                     bullet_list({{{0, {}, Figure{"c.png", "", {}, "fig:c", ""}}}}),
                     {0, {}, labelled},
                     code_block("plain"),
                     paragraph({link_to("#fig:c", {})})};
  CaptionCounters counters{3, 0, 7};
  DiagnosticSink sink;
  const BookAddresses known = book();
  const Document resolved = resolve_document(document, ChapterLookup(known), counters, sink);
  CHECK(as<Figure>(resolved.blocks[0])->number.empty());
  CHECK(as<Figure>(resolved.blocks[1])->number == "1.4");
  CHECK(as<Figure>(as<List>(resolved.blocks[2])->items[0].blocks[0])->number == "1.5");
  CHECK(as<CodeBlock>(resolved.blocks[3])->number == "1.8");
  CHECK(as<CodeBlock>(resolved.blocks[4])->number.empty());
  CHECK(plain_text(as<Paragraph>(resolved.blocks[5])->children) == "Figure\u00A01.5");
  CHECK(counters.figures == 5);
  CHECK(counters.listings == 8);
  CHECK(sink.all().empty());
}

TEST_CASE("the anchor of a chapter's title leads to the chapter") {
  BookAddresses addresses = book();
  addresses.chapters[1].title_anchors = {"the-event-loop"};
  CHECK(resolve("02-loop.md#the-event-loop", {text("x")}, addresses).target() == "arch/loop#");
  CHECK(resolve("02-loop.md#The-Event--Loop", {text("x")}, addresses).target() == "arch/loop#");
  CHECK(resolve("https://thebook.com/arch/loop#the-event-loop", {text("x")}, addresses).target() == "arch/loop#");
  CHECK(resolve("02-loop.md#the-event-loop", {text("x")}, addresses).sink.all().empty());
  CHECK(resolve("02-loop.md#fig:heap", {text("x")}, addresses).target() == "arch/loop#fig:heap");

  Document own;
  own.chapter = "arch/intro";
  own.file = "chapters/01-arch/01-intro.mdx";
  own.title = {text("Phase 5: check")};
  own.front.label = "top";
  own.blocks = {heading(2, {text("Phase 5: check")}),
                paragraph({link_to("#phase-5-check", {text("a")}), link_to("#top", {text("b")}), link_to("#phase-5-check-1", {text("c")}),
                           link_to("#user-content-top", {text("d")})})};
  std::get<Heading>(own.blocks[0].content).anchor = "phase-5-check-1";  // as reading names it
  DiagnosticSink sink;
  assign_anchors(own, sink);
  CaptionCounters counters;
  const Document made = resolve_document(own, ChapterLookup(addresses), counters, sink);
  const auto anchor = [&](std::size_t i) {
    return std::get<InternalTarget>(as<Link>(as<Paragraph>(made.blocks[1])->children[i])->target).anchor;
  };
  CHECK(anchor(0) == "");
  CHECK(anchor(1) == "");
  CHECK(anchor(2) == "phase-5-check-1");
  CHECK(anchor(3) == "");
  CHECK(sink.all().empty());
}

TEST_CASE("links to places of HTML, and links without words that can be seen") {
  Document own;
  own.chapter = "arch/intro";
  own.file = "chapters/01-arch/01-intro.mdx";
  own.blocks = {paragraph({place({1, 1, 1, 1}, "Here"), text("x")}),
                paragraph({link_to("#Here", {text("a")}), link_to("#here", {text("b")}), link_to("https://x.org", {text("\u00A0")}),
                           link_to("https://x.org", {Inline{{}, InlineImage{"a.png", ""}}})})};
  DiagnosticSink sink;
  assign_anchors(own, sink);
  CaptionCounters counters;
  const Document made = resolve_document(own, ChapterLookup(book()), counters, sink);
  const auto& links = as<Paragraph>(made.blocks[1])->children;
  CHECK(std::get<InternalTarget>(as<Link>(links[0])->target).anchor == "Here");
  CHECK(std::get<InternalTarget>(as<Link>(links[1])->target).anchor == "Here");
  CHECK(plain_text(as<Link>(links[2])->children) == "https://x.org");
  CHECK(as<InlineImage>(as<Link>(links[3])->children.at(0)) != nullptr);
  CHECK(sink.all().empty());
}

TEST_CASE("a topic's folder or README leads to the topic's page") {
  CHECK(resolve("README.md").target() == "topic-1#");
  CHECK(resolve("../01-arch/readme.md#intro").target() == "topic-1#");
  CHECK(resolve("../01-arch/").target() == "topic-1#");
  CHECK(resolve("../01-arch").sink.all().empty());
  CHECK(plain_text(resolve("README.md", {}).link().children) == "Chapter\u00A01");
  CHECK(resolve("../40-prod/README.md").codes() == std::vector{DiagCode::UnresolvedReference});
}
