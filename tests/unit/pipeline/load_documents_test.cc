#include "pipeline/load_documents.h"

#include <catch2/catch.hpp>

#include "book/discovery.h"
#include "document/anchors.h"
#include "document/walk.h"
#include "pipeline/prepared_book.h"
#include "small_book.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// A book in memory, read and its volumes loaded.
struct Loaded : SmallBook {
  Book book;
  std::vector<LoadedVolume> volumes;

  void load(const std::vector<std::string>& keys = {}, bool early_access = false) {
    book = *load_book(files, options.folders.book, sink);
    const auto chosen = choose_volumes(book, keys);
    REQUIRE(chosen);
    auto loaded = load_volumes(book, *chosen, {early_access, 2}, files, processes, sink);
    REQUIRE(loaded);
    volumes = std::move(*loaded);
  }
  std::vector<std::string> chapters(std::size_t volume) const {
    std::vector<std::string> keys;
    for (const auto& [key, document] : volumes[volume].chapters) keys.push_back(key);
    return keys;
  }
};

using Keys = std::vector<std::string>;

std::string text_of(const Document& document) {
  std::string out;
  for_each_block(document, [&](const Block& block) {
    if (const auto* p = as<Paragraph>(block)) out += plain_text(p->children) + "\n";
  });
  return out;
}

const Link* first_link(const Document& document) {
  const Link* found = nullptr;
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    if (const auto* link = as<Link>(inl); link != nullptr && found == nullptr) found = link;
  });
  return found;
}

std::string destination(const Link& link) {
  const auto* target = std::get_if<InternalTarget>(&link.target);
  return target == nullptr ? "" : target->chapter + "#" + target->anchor;
}

}  // namespace

TEST_CASE("drafts are read for early access only") {
  Loaded l;
  l.load();
  REQUIRE(l.volumes.size() == 2);
  CHECK(l.chapters(0) == Keys{"a", "b"});
  CHECK(l.chapters(1) == Keys{"d"});
  Loaded early;
  early.load({}, true);
  CHECK(early.chapters(0) == Keys{"a", "b", "c"});
}

TEST_CASE("every volume gets its own texts, in whatever order they are named") {
  Loaded l;
  l.chapter("a", "Text of a.\n");
  l.chapter("d", "Text of d.\n");
  l.load({"volume-2", "volume-1"});
  CHECK(text_of(l.volumes[0].chapters.at("d")) == "Text of d.\n");
  CHECK(text_of(l.volumes[1].chapters.at("a")) == "Text of a.\n");
}

TEST_CASE("diagnostics stand in the order of the book") {
  Loaded l;
  for (const char* name : {"a", "b", "d"}) l.chapter(name, "\n[a](nowhere.md)\n");
  l.load();
  CHECK(told_places(l.sink) ==
        std::vector<std::string>{"a.md:6 unresolved-reference", "b.md:6 unresolved-reference", "d.md:6 unresolved-reference"});
}

TEST_CASE("a link to a chapter of the volume leads there") {
  Loaded l;
  l.chapter("a", "See [the other](b.md#two).\n");
  l.chapter("b", "## Two\n\nWords.\n");
  l.load();
  const Link* link = first_link(l.volumes[0].chapters.at("a"));
  REQUIRE(link != nullptr);
  CHECK(destination(*link) == "b#two");
  CHECK(l.sink.all().empty());
}

TEST_CASE("a link to a chapter of a volume that was not read is believed, its anchor too") {
  Loaded l;
  l.write("book.toml", "site = \"https://example.org\"\n" + *l.files.read_file("/book/book.toml"));
  l.chapter("a", "See [another volume](d.md#anywhere).\n");
  l.load({"volume-1"});
  CHECK(l.sink.all().empty());
  const Link* link = first_link(l.volumes[0].chapters.at("a"));
  REQUIRE(link != nullptr);
  CHECK(std::get<ExternalTarget>(link->target).url == "https://example.org/d#anywhere");
}

TEST_CASE("a link to a draft is told and set as its text, but for early access") {
  Loaded l;
  l.chapter("a", "See [a draft](c.md).\n");
  l.load();
  CHECK(told_places(l.sink) == std::vector<std::string>{"a.md:5 outside-reference"});
  CHECK(first_link(l.volumes[0].chapters.at("a")) == nullptr);
  Loaded early;
  early.chapter("a", "See [a draft](c.md).\n");
  early.load({}, true);
  CHECK(early.sink.all().empty());
  REQUIRE(first_link(early.volumes[0].chapters.at("a")) != nullptr);
  CHECK(destination(*first_link(early.volumes[0].chapters.at("a"))) == "c#");
}

TEST_CASE("a link to another volume's chapter that was read must meet an anchor") {
  Loaded l;
  l.chapter("a", "See [another volume](d.md#anywhere).\n");
  l.load();
  CHECK(told_places(l.sink) == std::vector<std::string>{"a.md:5 unresolved-reference"});
}

TEST_CASE("captions are numbered through a topic, and a link without words names them") {
  Loaded l;
  l.chapter("a", "```js {#lst:one}\none();\n```\n\nSee [](#lst:two).\n");
  l.chapter("b", "```js {#lst:two}\ntwo();\n```\n");
  l.chapter("d", "```js {#lst:three}\nthree();\n```\n");
  l.load();
  const auto number = [&](std::size_t volume, const char* key) {
    return as<CodeBlock>(l.volumes[volume].chapters.at(key).blocks.front())->number;
  };
  CHECK(number(0, "a") == "1.1");
  CHECK(number(0, "b") == "1.2");
  CHECK(number(1, "d") == "3.1");
  const Link* link = first_link(l.volumes[0].chapters.at("a"));
  REQUIRE(link != nullptr);
  CHECK(plain_text(link->children) == "Listing\u00A01.2");
  CHECK(l.sink.all().empty());
}

TEST_CASE("matter is read for every volume and its complaints are told once") {
  Loaded l;
  auto manifest = *l.files.read_file("/book/book.toml");
  l.write("book.toml", manifest + "[front]\npreface = \"preface.md\"\n[back]\nappendices = [\"x.md\", \"y.md\"]\n");
  l.write("preface.md", "Before. [dead](nowhere.md)\n");
  l.write("x.md", "X.\n");
  l.write("y.md", "Y.\n");
  l.load();
  REQUIRE(l.sink.all().size() == 1);
  for (const LoadedVolume& v : l.volumes) {
    CHECK(text_of(v.matter.at({MatterRole::Preface})).starts_with("Before."));
    CHECK(text_of(v.matter.at({MatterRole::Appendix, 1})) == "X.\n");
    CHECK(text_of(v.matter.at({MatterRole::Appendix, 2})) == "Y.\n");
    CHECK(v.matter.at({MatterRole::Preface}).chapter == "matter/preface");
  }
}

TEST_CASE("a component's box leads to the chapter's page on the book's site") {
  Loaded l;
  l.write("book.toml", "site = \"https://example.org\"\n" + *l.files.read_file("/book/book.toml") +
                           "[[volume.topic]]\ntitle = \"Fourth\"\nchapter = [{ file = \"e.mdx\" }]\n");
  l.write("e.mdx", "<BufferGrowth />\n");
  l.load();
  const Blocks& blocks = l.volumes[1].chapters.at("e").blocks;
  REQUIRE_FALSE(blocks.empty());
  const auto* component = as<Component>(blocks.front());
  REQUIRE(component != nullptr);
  CHECK(component->online_url == "https://example.org/e");
}

TEST_CASE("a machine without pandoc is an environment error that names the package") {
  class NoPandoc final : public ProcessRunner {
   public:
    Result<ProcessOutput> run(const ProcessRequest&) override { return fail(ErrorKind::Environment, "cannot start 'pandoc'"); }
  } none;
  SmallBook small;
  const Status checked = check(small.options, {small.files, none}, small.sink);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().kind == ErrorKind::Environment);
  CHECK((checked.error().message + checked.error().hint).find("pandoc") != std::string::npos);
}

TEST_CASE("a declared component that no chapter shows is noted where it is declared") {
  const auto load = [](const std::vector<std::string>& keys) {
    Loaded l;
    l.write("x.svg", "<svg/>");
    l.write("book.toml", *l.files.read_file("/book/book.toml") +
                             "[[volume.topic]]\ntitle = \"Fourth\"\nchapter = [{ file = \"e.mdx\" }]\n"
                             "[components.Used]\nfigure = \"x.svg\"\n[components.Idle]\nfigure = \"x.svg\"\n");
    l.write("e.mdx", "<Used />\n");
    l.load(keys);
    return told_places(l.sink);
  };
  CHECK(load({}) == std::vector<std::string>{"book.toml:25 unused-component"});
  CHECK(load({"volume-2"}).empty());  // a chapter of the other volume may show it
}

TEST_CASE("a component whose figure is missing is told at the figure only") {
  Loaded l;
  l.write("book.toml", *l.files.read_file("/book/book.toml") +
                           "[[volume.topic]]\ntitle = \"Fourth\"\nchapter = [{ file = \"e.mdx\" }]\n"
                           "[components.Used]\nfigure = \"gone.svg\"\n");
  l.write("e.mdx", "<Used />\n");
  l.load();
  CHECK(told_places(l.sink) == std::vector<std::string>{"book.toml:23 missing-file"});
}

TEST_CASE("labels work over chapters, and a label of two chapters is told") {
  Loaded l;
  l.chapter("a", "[](#lst:two) and [](#ch:b)\n");
  l.write("b.md", "# B {#ch:b}\n\n```js {#lst:one}\na\n```\n\n```js {#lst:two}\nb\n```\n");
  l.chapter("d", "## D {#lst:one}\n\nWords.\n");
  l.load();
  CHECK(text_of(l.volumes[0].chapters.at("a")) == "Listing\u00A01.2 and Chapter\u00A01.2\n");
  CHECK(told_places(l.sink) == std::vector<std::string>{"d.md:5 duplicate-label"});
}

TEST_CASE("a label in another volume is found whether that volume is made or not") {
  for (const std::vector<std::string>& keys : {Keys{}, Keys{"volume-1"}}) {
    Loaded l;
    l.chapter("a", "[](#lst:far) and [it](#lst:far).\n");
    l.chapter("d", "```js {#lst:far}\na\n```\n\n[dead](none.md)\n");
    l.load(keys);
    CHECK(text_of(l.volumes[0].chapters.at("a")) ==
          "Listing\u00A03.1 (Volume\u00A0II, Two) and it (Listing\u00A03.1 in Volume\u00A0II, Two).\n");
    CHECK(first_link(l.volumes[0].chapters.at("a")) == nullptr);
    // What is wrong in a volume that is not made is not told.
    CHECK(told_places(l.sink).size() == (keys.empty() ? 1 : 0));
  }
}

TEST_CASE("front and back matter can be linked to, appendices number their own captions") {
  Loaded l;
  l.write("book.toml", *l.files.read_file("/book/book.toml") + "[back]\nappendices = [\"x.md\"]\nglossary = \"g.md\"\n");
  l.chapter("a", "[](x.md), [](#lst:x), [](g.md)\n");
  l.chapter("g", "Words.\n");
  l.chapter("x", "```js {#lst:x}\na\n```\n");
  l.load({"volume-1"});
  CHECK(told_places(l.sink).empty());
  CHECK(text_of(l.volumes[0].chapters.at("a")) == "Appendix\u00A0A, Listing\u00A0A.1, g\n");
  CHECK(destination(*first_link(l.volumes[0].chapters.at("a"))) == "matter/appendix-1#");
}

TEST_CASE("each volume has an index of its own marks and of the manifest's terms") {
  Loaded l;
  l.write("book.toml", "index.terms = [\"turn\"]\n" + *l.files.read_file("/book/book.toml") + "[back]\nglossary = \"g.md\"\n");
  l.chapter("a", "A [mark]{.index} and a *turn*.\n");
  l.chapter("d", "Words.\n");
  l.chapter("g", "**Turn.** Not a place, but a [definition]{.index} is.\n");
  l.load();
  const auto terms = [&](std::size_t volume) {
    std::string out;
    for (const IndexGroup& group : l.volumes[volume].index)
      for (const IndexEntry& entry : group.entries) out += entry.term + std::to_string(entry.places.size()) + " ";
    return out;
  };
  CHECK(terms(0) == "definition1 mark1 turn1 ");
  CHECK(terms(1) == "definition1 ");
}

TEST_CASE("a reference of the manifest to no entry is told by a build of all volumes") {
  for (const bool all : {false, true}) {
    Loaded l;
    l.write("book.toml", "index.terms = { turn = [], cycle = \"turn\", shape = \"map\" }\n" + *l.files.read_file("/book/book.toml"));
    l.chapter("d", "A *turn*.\n");
    l.load(all ? Keys{} : Keys{"volume-1"});
    CHECK(told_places(l.sink) == (all ? std::vector<std::string>{"book.toml:1 index-mark"} : std::vector<std::string>{}));
    CHECK(l.volumes[0].index.empty());
  }
}

TEST_CASE("a title is the manifest's, the front matter's, the first H1's or the file's name, in this order") {
  Loaded loaded;
  loaded.write("book.toml",
               "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\n[[volume]]\nkey = \"volume-1\"\ntitle = \"One\"\n"
               "[[volume.topic]]\ntitle = \"First\"\nchapter = [{ file = \"a.md\", title = \"Given -- `a`\" }, { file = \"b.md\" },"
               "{ file = \"c.md\" }, { file = \"01-some-name.md\" }]\n");
  loaded.write("a.md", "---\nshort: lost\n---\n# Of the text {#ch:a}\n\nWords.\n");
  loaded.write("b.md", "---\ntitle: It's -- `b`\nshort: Its `b`\n---\n# Its b\n\nWords.\n");
  loaded.write("c.md", "# The *third* `c` {#ch:c}\n\nWords.\n");
  loaded.write("01-some-name.md", "Words.\n");
  loaded.load();
  std::vector<std::string> titles;
  for (const Chapter& chapter : loaded.book.volumes[0].topics[0].chapters) {
    const Document& document = loaded.volumes[0].chapters.at(chapter.key);
    titles.push_back(plain_text(document.title) + "|" + plain_text(document.short_title) + "|" + document.front.label);
    CHECK(document.blocks.size() == 1);
  }
  CHECK(titles == Keys{"Given\u00A0– a||ch:a", "It’s\u00A0– b|Its b|", "The third c||ch:c", "Some Name||"});
  loaded.options.folders.book = "/book";
  const auto listed = list(loaded.options, loaded.environment(), loaded.sink);
  REQUIRE(listed);
  CHECK(listed->find("1.3  The third c") != std::string::npos);
}

TEST_CASE("a text that cannot be read is told, named, and costs the others nothing") {
  Loaded l;
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "> ";
  l.chapter("a", deep + "deep\n");
  l.chapter("b", "[dead](nowhere.md)\n");
  l.chapter("d", std::string((2u << 20) + 1, 'x'));
  l.load();
  CHECK(told_places(l.sink) == std::vector<std::string>{"d.md:0 limit-exceeded", "a.md:5 limit-exceeded", "b.md:5 unresolved-reference"});
  CHECK(l.volumes[0].unread == Keys{"a.md"});
  CHECK(l.volumes[1].unread == Keys{"d.md"});
  CHECK(l.chapters(0) == Keys{"a", "b"});
}

TEST_CASE("what the manifest names and cannot be used is missed in its volume, front matter in all") {
  Loaded l;
  l.write("book.toml",
          *l.files.read_file("/book/book.toml") + "[[volume.topic]]\ntitle = \"Fourth\"\nchapter = [{ file = \"gone.md\" }]\n");
  l.load();
  CHECK(l.volumes[0].unread.empty());
  CHECK(l.volumes[1].unread == Keys{"gone.md"});
  Loaded m;
  m.write("book.toml", *m.files.read_file("/book/book.toml") + "[front]\npreface = \"gone.md\"\n");
  m.load();
  CHECK(m.volumes[0].unread == Keys{"gone.md"});
  CHECK(m.volumes[1].unread == Keys{"gone.md"});
}

namespace {

std::vector<std::string> entries_of(const BookIndex& index) {
  std::vector<std::string> out;
  for (const IndexGroup& group : index)
    for (const IndexEntry& entry : group.entries) {
      out.push_back(entry.term);
      for (const IndexPlace& place : entry.places) out.back() += " " + place.volume + ":" + place.target.chapter;
    }
  return out;
}

// The book with an index of APIs, and one more line in its manifest.
struct Indexed : Loaded {
  explicit Indexed(const std::string& more = "") {
    chapter("a", "First `fs.stat()`, then `SIGTERM`.\n");
    chapter("d", "Now `fs.stat`.\n");
    auto manifest = files.read_file("/book/book.toml");
    REQUIRE(manifest);
    write("book.toml", "index.apis = true\n" + more + *manifest);
  }
};

}  // namespace

TEST_CASE("an index of APIs is of the volume, and its places are in the volume's texts") {
  Indexed l;
  l.load();
  CHECK(entries_of(l.volumes[0].names.apis) == Keys{"`fs.stat()` :a"});
  CHECK(entries_of(l.volumes[1].names.apis) == Keys{"`fs.stat` :d"});
  CHECK(l.volumes[0].names.errors.empty());
  CHECK(anchors_of(l.volumes[0].chapters.at("a")).contains("name.1"));
}

TEST_CASE("with index.set the last volume's is of all volumes, if all are made") {
  Indexed l("index.set = true\n");
  l.load();
  CHECK(entries_of(l.volumes[0].names.apis) == Keys{"`fs.stat()` :a"});
  CHECK(entries_of(l.volumes[1].names.apis) == Keys{"`fs.stat()` I:a II:d"});
  Indexed alone("index.set = true\n");
  alone.load({"volume-2"});
  CHECK(entries_of(alone.volumes[0].names.apis) == Keys{"`fs.stat` :d"});
}

TEST_CASE("forward references say where a chapter is") {
  Loaded l;
  l.chapter("a", "See Chapter 3.1 and Chapter 2.\n");
  auto manifest = l.files.read_file("/book/book.toml");
  REQUIRE(manifest);
  l.write("book.toml", "forward-references = \"first\"\n" + *manifest);
  l.load();
  CHECK(text_of(l.volumes[0].chapters.at("a")) ==
        "See Chapter\u00A03.1, d, in Volume\u00A0II and Chapter\u00A02, Second, not yet published.\n");
}
