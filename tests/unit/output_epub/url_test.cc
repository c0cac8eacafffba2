#include "epub_fixture.h"
#include "output/epub/markup.h"

using namespace nbpublish;

TEST_CASE("addresses that a reader cannot open are told apart") {
  for (const char* url : {"https://a.b", "http://localhost:3000/x", "https://münchen.de/", "mailto:a@b.c", "http://a_b.c",
                          "http://[2001:db8::1]:8080/x", "https://[::1]"})
    CHECK(is_valid_url(url));
  for (const char* url : {"", "https://", "http://localhost:PORT/", "http://<host>/", "http://a b/", "mailto:", "x", "http://:80/",
                          "http://a:99999/", "https://a..b/", "http://[x]/", "http://[::1", "http://[]/", "http://[::1]:PORT/"})
    CHECK_FALSE(is_valid_url(url));
}
