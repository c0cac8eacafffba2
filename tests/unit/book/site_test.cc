#include "book/site.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace nbpublish;

namespace {
std::string site_of(std::vector<std::string_view> texts) { return infer_site(texts, {"streams/intro", "events/loop"}); }
}  // namespace

TEST_CASE("the site is the host whose paths are chapters") {
  CHECK(site_of({"see [streams](https://book.example/streams/intro).", "[a](https://other.example/a) [b](https://other.example/b)"}) ==
        "https://book.example");
  CHECK(site_of({"https://book.example/streams/intro/#part", "<https://book.example/events/loop?x=1>"}) == "https://book.example");
}

TEST_CASE("the most frequent host wins, and of equals the first in the alphabet") {
  CHECK(site_of({"https://b.example/events/loop https://a.example/events/loop https://b.example/streams/intro"}) == "https://b.example");
  CHECK(site_of({"https://b.example/events/loop https://a.example/events/loop"}) == "https://a.example");
}

TEST_CASE("hosts are compared in lower case; https beats http") {
  CHECK(site_of({"http://Book.Example/events/loop and https://book.example/streams/intro"}) == "https://book.example");
  CHECK(site_of({"http://book.example/events/loop"}) == "http://book.example");
}

TEST_CASE("links that only look like chapters don't count") {
  CHECK(site_of({"https://book.example", "https://book.example/", "https://book.example/streams", "https://book.example/streams/intro-2",
                 "https://x.example/en/streams/intro", "ftp://x/streams/intro", "://x/streams/intro", "https:///streams/intro",
                 "https://"}) == "");
}
