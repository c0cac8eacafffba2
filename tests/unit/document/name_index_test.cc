#include "document/name_index.h"

#include <catch2/catch.hpp>

#include "document/places.h"
#include "document/walk.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block section(std::string title, const std::string& anchor) { return heading(2, std::move(title), anchor); }
Block says(const std::string& name) { return paragraph(Inlines{text("See "), code(name), text(".")}); }

Document chapter(std::string key, Blocks blocks) {
  Document document;
  document.chapter = std::move(key);
  document.blocks = std::move(blocks);
  return document;
}

// "fs.stat() one#name.1 *one#a*": an entry with its places, the main ones between stars.
std::string shown(const IndexEntry& entry) {
  std::string out = entry.term.substr(1, entry.term.size() - 2);
  for (const IndexPlace& place : entry.places) {
    const std::string name = place.target.chapter + "#" + place.target.anchor;
    out += place.main ? " *" + name + "*" : " " + name;
  }
  return out;
}
std::vector<std::string> shown(const BookIndex& index) {
  std::vector<std::string> out;
  for (const IndexGroup& group : index)
    for (const IndexEntry& entry : group.entries) out.push_back(group.heading + ": " + shown(entry));
  return out;
}

struct Named {
  std::vector<Document> documents;
  NameIndexes indexes;
  explicit Named(std::vector<Document> texts) : documents(std::move(texts)) {
    std::vector<Document*> all;
    for (Document& document : documents) all.push_back(&document);
    indexes = collect_names(mark_names(all), "en");
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an index of APIs: the first mention of each section, a heading as the main place") {
  Named n({chapter("one", {says("fs.stat"), says("fs.stat()"), section("About fs.stat", "about"), says("fs.stat(path)"),
                           section("More", "more"), says("fs.open()"), says("fs.stat")})});
  CHECK(shown(n.indexes.apis) == Lines{"F: fs.open() one#name.2", "F: fs.stat() one#name.1 *one#about* one#name.3"});
  // The places stand before the code.
  const Inlines& words = std::get<Paragraph>(n.documents[0].blocks[0].content).children;
  REQUIRE(words.size() == 4);
  REQUIRE(name_of_place(words[1]) != nullptr);
  CHECK(*name_of_place(words[1]) == "name.1");
  CHECK(as<Code>(words[2])->text == "fs.stat");
}

TEST_CASE("an index of APIs: a chapter's title is its main place") {
  Document one = chapter("one", {says("os.cpus()")});
  one.title = {code("os.cpus()"), text(" and others")};
  CHECK(shown(Named({one}).indexes.apis) == Lines{"O: os.cpus() *one#*"});
}

TEST_CASE("an index of APIs: names that are not the platform's have to be said in two sections, or in a heading's code") {
  Named n({chapter("one",
                   {says("Book::iter()"), says("Book::new()"), says("cy.get()"), says("cy.stub()"), says("config.port"), section("a", "a"),
                    says("Book::iter()"), says("cy.get(x)"), says("config.port"), heading(2, {code("[output.html]")})})});
  CHECK(shown(n.indexes.apis) ==
        Lines{"B: Book::iter() one#name.1 one#name.3", "C: cy.get() one#name.2 one#name.4", "O: output.html *one#*"});
}

TEST_CASE("an index of APIs: in a book of the platform the objects of its examples have no entries") {
  Named n(
      {chapter("one", {says("db.end()"), says("fs.stat()"), section("a", "a"), says("db.end()"), says("Store.open()"), says("user.name"),
                       section("b", "b"), says("Store.open()"), says("user.name"), says("os.cpus()"), says("fs.open()")})});
  CHECK(shown(n.indexes.apis) ==
        Lines{"F: fs.open() one#name.5", "F: fs.stat() one#name.1", "O: os.cpus() one#name.4", "S: Store.open() one#name.2 one#name.3"});
}

TEST_CASE("an index of APIs: of many sections those stay that say the name most often, and all headings that do") {
  Blocks blocks{section("fs.stat", "first"), says("x")};
  for (int i = 0; i < 10; ++i) {
    blocks.push_back(section("s", "s" + std::to_string(i)));
    blocks.push_back(says("fs.stat()"));
    if (i > 2) blocks.push_back(says("fs.stat()"));
  }
  const BookIndex apis = Named({chapter("one", blocks)}).indexes.apis;
  CHECK(shown(apis) == Lines{"F: fs.stat() *one#first* one#name.4 one#name.5 one#name.6 one#name.7 one#name.8 one#name.9 one#name.10"});
}

TEST_CASE("an index of errors and flags: each kind under its heading") {
  Named n({chapter("one", {says("EADDRINUSE"), says("SIGTERM"), says("--trace-gc"), says("NODE_OPTIONS"), says("O_EXCL"),
                           says("ERR_REQUIRE_ESM"), section("EMFILE: too many", "many")})});
  CHECK(shown(n.indexes.errors) == Lines{"Errors: EADDRINUSE one#name.1", "Errors: EMFILE *one#many*", "Errors: ERR_REQUIRE_ESM one#name.6",
                                         "Signals: SIGTERM one#name.2", "Constants: O_EXCL one#name.5",
                                         "Command-Line Flags: --trace-gc one#name.3", "Environment Variables: NODE_OPTIONS one#name.4"});
  CHECK(n.indexes.apis.empty());
}

TEST_CASE("an index of variables: others than the platform's are variables where the book puts them into the environment") {
  Named n({chapter("one", {says("SHARD"), says("MAX_RETRIES"), section("a", "a"), says("SHARD"), says("MAX_RETRIES"),
                           code_block("SHARD=2 node a.js", "sh")})});
  CHECK(shown(n.indexes.errors) == Lines{"Environment Variables: SHARD one#name.1 one#name.2"});
}

TEST_CASE("places of names keep clear of the author's") {
  Document one = chapter("one", {says("fs.stat()")});
  std::get<Paragraph>(one.blocks[0].content).children.push_back(place({}, "name.1"));
  CHECK(shown(Named({one}).indexes.apis) == Lines{"F: fs.stat() one#name.2"});
}
