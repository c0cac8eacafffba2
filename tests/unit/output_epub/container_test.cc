#include "output/epub/container.h"

#include <map>
#include <utility>

#include "epub_fixture.h"
#include "output/epub/embedded_faces.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

struct CountingPacks : PackStore {
  std::map<std::pair<std::string, Hash128>, std::string> kept;
  int found = 0;

  std::optional<std::string> find(std::string_view step, Hash128 key) override {
    const auto known = kept.find({std::string(step), key});
    if (known == kept.end()) return std::nullopt;
    ++found;
    return known->second;
  }
  void keep(std::string_view step, Hash128 key, const std::string& bytes) override { kept[{std::string(step), key}] = bytes; }
};

}  // namespace

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

TEST_CASE("files that were packed before are not compressed again, whatever they are called, and the bytes are the same") {
  const std::vector<ContainerFile> files = {{"EPUB/a.xhtml", std::string(5000, 'a')}, {"EPUB/none.css", ""}, {"EPUB/b.png", "pixels"}};
  const std::string bytes = *write_container(files, 0);
  CountingPacks packs;
  CHECK((*write_container(files, 0, &packs) == bytes));
  CHECK(packs.kept.size() == 2);
  CHECK((*write_container(files, 0, &packs) == bytes));
  CHECK(packs.found == 2);
  const std::string renamed = *write_container({{"EPUB/c.xhtml", files[0].bytes}, files[1]}, 1793491201, &packs);
  CHECK(packs.found == 4);
  const OpenedEpub epub(renamed);
  CHECK(epub["EPUB/c.xhtml"] == files[0].bytes);
  CHECK(epub["EPUB/none.css"].empty());
}

TEST_CASE("fonts that were cut down to the same characters before are taken as they are") {
  const std::vector<FontId> faces = embedded_faces(fonts());
  CountingPacks packs;
  const auto bytes_of = [&](const std::set<char32_t>& characters, PackStore* store) {
    const std::vector<PackageItem> items = *subset_fonts(fonts(), faces, characters, store);
    std::vector<std::string> bytes;
    for (const PackageItem& item : items) bytes.push_back(item.bytes);
    return bytes;
  };
  CHECK((bytes_of({U'a', U'b'}, &packs) == bytes_of({U'a', U'b'}, nullptr)));
  CHECK((bytes_of({U'a', U'b'}, &packs) == bytes_of({U'a', U'b'}, nullptr)));
  CHECK(packs.found == static_cast<int>(faces.size()));
  CHECK((bytes_of({U'a'}, &packs) == bytes_of({U'a'}, nullptr)));
}
