#include "book/book_tree.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

Chapter chapter(const char* key, const char* title, ChapterStatus status, int number) {
  return {key, "x.md", title, "", "", status, number};
}

Book sample() {
  Book book;
  book.meta.title = "NodeBook";
  Topic streams{"Streams", "", "", ChapterStatus::Ready, 9, {}};
  streams.chapters = {chapter("s/a", "Bäckpressure", ChapterStatus::Ready, 1),
                      chapter("s/b", "Pipelines in Depth", ChapterStatus::Draft, 2)};
  Topic later{"Later", "", "", ChapterStatus::Planned, 10, {}};
  Volume volume;
  volume.key = "volume-2";
  volume.title = "Building";
  volume.topics = {streams, later};
  book.volumes = {volume};
  return book;
}

}  // namespace

TEST_CASE("the listing shows numbers, status and words in columns") {
  CHECK(list_book(sample(), {{"s/a", 12345}, {"s/b", 7}}) ==
        "NodeBook\n"
        "\n"
        "volume-2  Building\n"
        "  Chapter 9  Streams\n"
        "    9.1  Bäckpressure               ready    12,345\n"
        "    9.2  Pipelines in Depth         draft         7\n"
        "  Chapter 10  Later                 planned\n"
        "  2 topics (1 planned), 2 chapters           12,352\n");
}

TEST_CASE("chapters without known words show none, and several volumes a total") {
  Book book = sample();
  book.volumes.push_back(book.volumes[0]);
  book.volumes[1].key = "volume-3";
  const std::string text = list_book(book, {{"s/a", 1000}});
  CHECK(text.find("9.2  Pipelines in Depth") != std::string::npos);
  CHECK(text.find("Total: 2 volumes, 4 topics (2 planned), 4 chapters") != std::string::npos);
  CHECK(text.ends_with(" 2,000\n"));
}

TEST_CASE("a very long title pushes only its own line") {
  Book book = sample();
  book.volumes[0].topics[0].chapters[0].title = std::string(200, 'x');
  const std::string text = list_book(book, {});
  CHECK(text.find("9.2  Pipelines in Depth         draft") != std::string::npos);
}
