#include "output/epub/container.h"

#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

TEST_CASE("mimetype comes first, stored, where readers look for it") {
  const std::string bytes = *write_container({{"EPUB/a.txt", std::string(1000, 'a')}}, 0);
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
  const OpenedEpub epub(bytes);
  REQUIRE(epub.entries.size() == 3);
  CHECK(epub.entries[0].path == "mimetype");
  CHECK(epub.entries[0].is_stored);
  CHECK(epub.entries[1].path == "META-INF/container.xml");
  CHECK(epub["EPUB/a.txt"] == std::string(1000, 'a'));
  CHECK_FALSE(epub.entries[2].is_stored);
}

TEST_CASE("entries carry the given time, within what a zip can say") {
  const auto time_of = [](std::int64_t timestamp) {
    const std::string bytes = *write_container({}, timestamp);
    const auto word = [&](std::size_t at) {
      return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8);
    };
    return std::pair(word(12), word(10));  // date, time
  };
  CHECK(time_of(1793491201) == std::pair(46u << 9 | 11u << 5 | 1u, 0u));  // 2026-11-01 00:00:01
  CHECK(time_of(0) == std::pair(1u << 5 | 1u, 0u));                       // 1980-01-01
  CHECK(time_of(1LL << 60) == std::pair(127u << 9 | 12u << 5 | 31u, 23u << 11 | 59u << 5 | 29u));
}
