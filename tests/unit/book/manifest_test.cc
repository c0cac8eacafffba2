#include "book/manifest.h"

#include <catch2/catch.hpp>

#include "manifest_fixture.h"
#include "support/places.h"

using namespace nbpublish;

TEST_CASE("a manifest is read whole") {
  ManifestFixture f(kWholeManifest);
  const Book book = f.read();
  CHECK(f.complaints() == std::vector<std::string>{});

  CHECK(book.root == "book");
  CHECK(book.manifest == "book.toml");
  CHECK(book.meta.title == "Set");
  CHECK(book.meta.authors == std::vector<std::string>{"Ada", "Bo"});
  CHECK(book.meta.language == "de-AT");
  CHECK(book.meta.site == "https://book.example");
  CHECK(book.meta.printing == 3);
  CHECK(book.meta.date == "2026-11-01");
  CHECK(book.meta.disclaimer == "Two lines.");
  CHECK(book.meta.node_versions == std::vector<std::string>{"20.20"});
  CHECK(book.meta.cover == "cover.png");
  CHECK(book.style == "large");
  CHECK(book.chapter_start == ChapterStart::Next);
  CHECK(book.matter.files == std::map<MatterId, std::string>{{{MatterRole::Preface}, "front/preface.md"},
                                                             {{MatterRole::Appendix, 1}, "back/a.md"},
                                                             {{MatterRole::AboutAuthor}, "back/me.md"}});

  REQUIRE(book.volumes.size() == 2);
  CHECK(book.volumes[0].key == "one");
  CHECK(book.volumes[0].identifiers.at("print") == "isbn:9780306406157");
  CHECK(book.volumes[0].identifiers.at("epub") == "urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25a5");
  REQUIRE(book.volumes[0].topics.size() == 2);
  const Topic& first = book.volumes[0].topics[0];
  CHECK(first.title == "First");
  REQUIRE(first.chapters.size() == 3);
  CHECK(first.chapters[0].key == "first/a");
  CHECK(first.chapters[0].file == "chapters/01-first/01-a.md");
  CHECK(first.chapters[0].title == "A of the manifest");
  CHECK(first.chapters[1].status == ChapterStatus::Draft);
  CHECK(first.chapters[2].status == ChapterStatus::Planned);
  CHECK(first.chapters[2].key == "first/to-come");
  CHECK(first.chapters[2].file.empty());
  CHECK(book.volumes[0].topics[1].status == ChapterStatus::Planned);
}

TEST_CASE("topics number through the set, chapters through their topic") {
  ManifestFixture f(kWholeManifest);
  const Book book = f.read();
  CHECK(printed_number(book.volumes[0].topics[1]) == "2");
  const Topic& third = book.volumes[1].topics[0];
  CHECK(printed_number(third, third.chapters[0]) == "3.1");
  CHECK(public_path(third.chapters[0]) == "/third/c");
  CHECK(book.volumes[1].number == 2);
}

TEST_CASE("titles that the manifest leaves out come from the front matter, or the name") {
  ManifestFixture f(kWholeManifest);
  const Book book = f.read();
  CHECK(book.volumes[0].topics[0].chapters[1].title == "B of the chapter");
  CHECK(book.volumes[0].topics[0].chapters[1].short_title == "B");
  CHECK(book.volumes[0].topics[0].chapters[0].short_title.empty());
  CHECK(book.volumes[1].topics[0].chapters[0].title == "C");
}

TEST_CASE("an explicit number overrides counting, and counting goes on from it") {
  ManifestFixture f(small_manifest("number = 4\n", "number = 9\n", "", R"(
  [[volume.topic]]
  title = "Next"
  status = "planned"
)"));
  const Book book = f.read();
  CHECK(f.complaints().empty());
  CHECK(book.volumes[0].number == 4);
  CHECK(book.volumes[0].topics[0].number == 9);
  CHECK(book.volumes[0].topics[1].number == 10);
}

TEST_CASE("numbers that don't ascend are refused") {
  ManifestFixture f(small_manifest("", "number = 9\n", "", R"([[volume.topic]]
title = "Next"
status = "planned"
number = 9
)"));
  const Book book = f.read();
  CHECK(f.complaints() == std::vector<std::string>{"manifest-key 14:10 'number' must ascend: 9 comes after 9"});
  CHECK(book.volumes[0].topics[1].number == 10);
}

TEST_CASE("a manifest that is not there is an error, not a diagnostic") {
  DiagnosticSink sink;
  const auto book = read_manifest(MemoryFileSystem(), "nowhere", sink);
  REQUIRE_FALSE(book);
  CHECK(book.error().kind == ErrorKind::Input);
  CHECK(sink.all().empty());
}

TEST_CASE("a manifest that is not TOML is one diagnostic and an empty book") {
  ManifestFixture f("title = \"Set\"\nauthors = [\"A\"\nlanguage = \"en\"\n");
  const Book book = f.read();
  CHECK(book.volumes.empty());
  REQUIRE(f.sink.all().size() == 1);
  CHECK(f.sink.all()[0].code == DiagCode::ManifestSyntax);
  CHECK(f.sink.all()[0].span.line == 3);
}

TEST_CASE("the sample book's manifest has no mistake in its keys") {
  DiagnosticSink sink;
  const auto book = read_manifest(RealFileSystem(), testing::source_path("content"), sink);
  REQUIRE(book);
  for (const Diagnostic& d : sink.all()) FAIL_CHECK(d.span.line << ": " << d.message);
  CHECK(book->volumes.size() == 4);
}

TEST_CASE("a component's fallback is read with its place") {
  ManifestFixture f(
      small_manifest("", "", "", "[components.BufferGrowth]\nfigure = \"cover.png\"\ncaption = \"It grows.\"\nalt = \"A line.\"\n"));
  const Book book = f.read();
  CHECK(f.complaints() == std::vector<std::string>{});
  REQUIRE(book.components.size() == 1);
  const ComponentFallback& fallback = book.components.at("BufferGrowth");
  CHECK(fallback.figure == "cover.png");
  CHECK(fallback.caption == "It grows.");
  CHECK(fallback.alt == "A line.");
  CHECK(fallback.span.line == 11);
  CHECK(fallback.span.column == 10);
}
