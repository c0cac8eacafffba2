// The words of a manifest are read as the chapters' are.
#include <algorithm>

#include <catch2/catch.hpp>

#include "book/discovery.h"
#include "book/words.h"
#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

using Lines = std::vector<std::string>;

template <class T>
bool holds(const Phrase& phrase) {
  return std::ranges::any_of(phrase.words(), [](const Inline& inl) { return as<T>(inl) != nullptr; });
}

}  // namespace

TEST_CASE("titles and summaries are Markdown; their plain text has no marks of it") {
  ManifestFixture f(R"toml(rights = "x"
title = "Node's \"inside\" -- a *book*"
subtitle = "`code`, **strong** and [a link](https://x.example)"
[[volume]]
title = "One's `own`"
[[volume.topic]]
title = "Reading `package.json`"
summary = "It's *slanted*."
[[volume.topic.chapter]]
file = "chapters/01-first/01-a.md"
title = "A's `code`"
[[volume.topic.chapter]]
title = "To *come*"
status = "planned"
)toml");
  const Book book = f.read();
  CHECK(f.complaints() == Lines{});
  CHECK(book.meta.title.plain() == "Node\u2019s \u201Cinside\u201D\u00A0\u2013 a book");
  CHECK(holds<Emphasis>(book.meta.title));
  CHECK(book.meta.subtitle == "code, strong and a link");
  CHECK(holds<Code>(book.meta.subtitle));
  CHECK_FALSE(holds<Link>(book.meta.subtitle));
  CHECK(book.volumes[0].title == "One\u2019s own");
  const Topic& topic = book.volumes[0].topics[0];
  CHECK(topic.title == "Reading package.json");
  CHECK(holds<Code>(topic.title));
  CHECK(topic.summary == "It\u2019s slanted.");
  CHECK(topic.chapters[0].title == "A\u2019s code");
  CHECK(topic.chapters[0].given_title == "A's `code`");
  CHECK(topic.chapters[1].title == "To come");
}

TEST_CASE("prose is plain text in paragraphs, names are no Markdown, and addresses stay as they are") {
  ManifestFixture f(small_manifest("", "", "", R"([back-cover]
text = """
It's the *first*
paragraph.

"Two" -- `code`.
"""
points = ["What's new", "10-20 ms"]
)",
                                   R"(authors = ["Flann O'Brien", "The *Stars*"]
publisher = "O'Brien & 'Sons'"
credits = ["Set in *Inter*."]
description = "It's `code`."
errata = "https://x.example/it's--so"
)"));
  const Book book = f.read();
  CHECK(f.complaints() == Lines{});
  CHECK(book.meta.authors == Lines{"Flann O\u2019Brien", "The *Stars*"});
  CHECK(book.meta.publisher == "O\u2019Brien & \u2018Sons\u2019");
  CHECK(book.meta.credits == Lines{"Set in Inter."});
  CHECK(book.meta.description == "It\u2019s code.");
  CHECK(book.meta.errata == "https://x.example/it's--so");
  CHECK(book.back_cover.text == "It\u2019s the first paragraph.\n\n\u201CTwo\u201D\u00A0\u2013 code.");
  CHECK(book.back_cover.points == Lines{"What\u2019s new", "10\u201320\u00A0ms"});
}

TEST_CASE("titles of READMEs, folders and front matter are read so, too") {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("book/README.md", "# Node's `inside`\n"));
  REQUIRE(disk.write_file("book/chapters/01-a/01-b.md", "---\ncategory: Don't *panic*\nauthor: Flann O'Brien @fob\n---\n"));
  DiagnosticSink sink;
  const Book book = *discover_book(disk, "book", sink);
  CHECK(book.meta.title == "Node\u2019s inside");
  CHECK(book.volumes[0].title == "Node\u2019s inside");
  CHECK(book.volumes[0].topics[0].title == "Don\u2019t panic");
  CHECK(book.meta.authors == Lines{"Flann O\u2019Brien"});
}

TEST_CASE("terms of the index have the punctuation of the text") {
  ManifestFixture f(
      small_manifest("", "", "", "", "index.terms = { \"Node's `it's`\" = [\"node's way\"], \"turn\" = \"Node's `it's`\" }\n"));
  const Book book = f.read();
  REQUIRE(book.index.terms.size() == 1);
  CHECK(book.index.terms[0].entry == "Node\u2019s `it's`");
  CHECK(book.index.terms[0].words == Lines{"Node\u2019s `it's`", "node\u2019s way"});
  CHECK(book.index.references[0].target == "Node\u2019s `it's`");
}

TEST_CASE("paragraphs are parted by empty lines, blanks in them or not") {
  DiagnosticSink sink;
  CHECK(prose_of(" a\nb \n \t\n\n c", {}, "", sink) == "a b\n\nc");
  CHECK(prose_of("\n\n", {}, "", sink).empty());
  CHECK(prose_of("a\n", {}, "", sink) == "a");
}
