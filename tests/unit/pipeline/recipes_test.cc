#include <catch2/catch.hpp>

#include "small_book.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("check reads everything and writes nothing") {
  SmallBook small;
  small.chapter("a", "![](none.png)\n");
  small.chapter("d", "[dead](nowhere.md)\n");
  const auto before = small.files.list_directory("/");
  REQUIRE(check(small.options, small.environment(), small.sink));
  CHECK(told_places(small.sink) ==
        std::vector<std::string>{"a.md:5 missing-alt-text", "d.md:5 unresolved-reference", "a.md:5 missing-file"});
  CHECK(small.files.list_directory("/")->size() == before->size());
}

TEST_CASE("check of one volume leaves the others alone") {
  SmallBook small;
  small.chapter("d", "[dead](nowhere.md)\n");
  small.options.request.volumes = {"volume-1"};
  REQUIRE(check(small.options, small.environment(), small.sink));
  CHECK(small.sink.all().empty());
}

TEST_CASE("what is wrong with matter is told once, in however many volumes it stands") {
  SmallBook small;
  small.write("book.toml", *small.files.read_file("/book/book.toml") + "[front]\npreface = \"preface.md\"\n");
  small.write("preface.md", "![](none.png)\n");
  REQUIRE(check(small.options, small.environment(), small.sink));
  CHECK(told_places(small.sink) == std::vector<std::string>{"preface.md:1 missing-alt-text", "preface.md:1 missing-file"});
}

TEST_CASE("the list has all chapters with their status and words, drafts too") {
  SmallBook small;
  small.chapter("c", "One two three four five.\n");
  const auto text = list(small.options, small.environment(), small.sink);
  REQUIRE(text);
  for (const char* words : {"volume-1", "volume-2", "1.1", "1.2", "1.3", "3.1", "draft", "review", "planned"}) {
    INFO(words);
    CHECK(text->find(words) != std::string::npos);
  }
  const std::size_t draft = text->find("1.3");
  CHECK(text->substr(draft, text->find('\n', draft) - draft).find(" 5") != std::string::npos);
}

TEST_CASE("the list of one volume has only that volume") {
  SmallBook small;
  small.options.request.volumes = {"volume-2"};
  const auto text = list(small.options, small.environment(), small.sink);
  REQUIRE(text);
  CHECK(text->find("3.1") != std::string::npos);
  CHECK(text->find("1.1") == std::string::npos);
}

TEST_CASE("the dump of documents has every text of the volume in the book's order") {
  SmallBook small;
  const auto text = dump_stage("document", small.options, small.environment(), small.sink);
  REQUIRE(text);
  std::size_t at = 0;
  for (const char* name : {"document \"a.md\"", "document \"b.md\"", "document \"d.md\""}) {
    at = text->find(name, at);
    INFO(name);
    REQUIRE(at != std::string::npos);
  }
  CHECK(text->find("c.md") == std::string::npos);
}

TEST_CASE("dumps are known by their stages") { CHECK(dump_stages() == std::vector<std::string>{"document", "frames"}); }

TEST_CASE("progress tells the stages") {
  SmallBook small;
  std::vector<std::string> stages;
  small.options.execution.progress = [&](std::string_view stage, std::size_t, std::size_t) { stages.emplace_back(stage); };
  REQUIRE(check(small.options, small.environment(), small.sink));
  REQUIRE_FALSE(stages.empty());
  CHECK(stages.front() == "reading");
}
