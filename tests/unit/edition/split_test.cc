// A volume as several books.
#include "edition/split.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "edition/edition_pages.h"

using namespace nbpublish;

namespace {

PagedVolume volume_of(const std::vector<std::string>& keys) {
  PagedVolume volume;
  volume.info.title = "Set: One";
  for (const std::string& key : keys) {
    PagedPart part;
    part.key = key;
    part.pages.resize(key == "title" ? 3 : 2);
    volume.parts.push_back(std::move(part));
  }
  return volume;
}

std::vector<std::string> keys_of(const PagedVolume& volume) {
  std::vector<std::string> keys;
  for (const PagedPart& part : volume.parts) keys.push_back(part.key);
  return keys;
}
using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a volume is split before topics; every book has the title pages, and nothing is lost or doubled") {
  const PagedVolume whole = volume_of({"title", "contents", "topic-1", "a/b", "topic-2", "c/d", "topic-7", "e/f", "index"});
  const std::vector<PagedVolume> books = split_volume(whole, {2, 7});
  REQUIRE(books.size() == 3);
  CHECK(keys_of(books[0]) == Keys{"title", "contents", "topic-1", "a/b"});
  CHECK(keys_of(books[1]) == Keys{"title", "topic-2", "c/d"});
  CHECK(keys_of(books[2]) == Keys{"title", "topic-7", "e/f", "index"});
  CHECK(books[1].info.title == "Set: One (part 2 of 3)");
  // The topic's page is a recto in each.
  CHECK(books[1].parts[0].pages.size() % 2 == 0);
  CHECK(books[1].parts[0].pages.back().blank);
}

TEST_CASE("topics that are not there split nothing") {
  const PagedVolume whole = volume_of({"title", "topic-1", "a/b"});
  const std::vector<PagedVolume> books = split_volume(whole, {4});
  REQUIRE(books.size() == 1);
  CHECK(keys_of(books[0]) == keys_of(whole));
  CHECK(books[0].info.title == whole.info.title);
}

TEST_CASE("a plan has the fewest books that can be bound, and the thickest of them is as thin as can be") {
  PagedVolume whole = volume_of({"title", "contents", "topic-1", "a", "topic-2", "b", "topic-3", "c", "topic-4", "d", "index"});
  const std::map<std::string, std::size_t> pages{{"contents", 8}, {"a", 20}, {"b", 30}, {"c", 40}, {"d", 28}, {"index", 10}};
  for (PagedPart& part : whole.parts)
    if (const auto it = pages.find(part.key); it != pages.end()) part.pages.resize(it->second);
  const auto one = plan_split(whole, 1'000);
  REQUIRE(one);
  CHECK(one->before.empty());
  CHECK(one->pages == std::vector<std::size_t>{print_page_count(whole)});
  const auto two = plan_split(whole, 100);
  REQUIRE(two);
  CHECK(two->before == std::vector<int>{3});
  // Exactly what the books then have.
  std::vector<std::size_t> made;
  for (const PagedVolume& book : split_volume(whole, two->before)) made.push_back(print_page_count(book));
  CHECK(two->pages == made);
  for (const std::size_t most : {50U, 60U, 75U, 90U, 120U}) {
    INFO(most);
    const auto plan = plan_split(whole, most);
    REQUIRE(plan);
    made.clear();
    for (const PagedVolume& book : split_volume(whole, plan->before)) made.push_back(print_page_count(book));
    CHECK(plan->pages == made);
    CHECK(std::ranges::max(made) <= most);
  }
  CHECK_FALSE(plan_split(whole, 47));
}
