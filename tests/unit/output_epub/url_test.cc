#include "epub_fixture.h"
#include "output/epub/markup.h"

using namespace nbpublish;

TEST_CASE("addresses are escaped once") {
  CHECK(encode_url("https://a.b/c d?e=[1]|2&f=%20#g#h") == "https://a.b/c%20d?e=%5B1%5D%7C2&f=%20#g%23h");
  CHECK(encode_url("https://a.b/ü%zz") == "https://a.b/%C3%BC%25zz");
}

TEST_CASE("addresses that a reader cannot open are told apart") {
  for (const char* url :
       {"https://a.b", "http://localhost:3000/x", "https://münchen.de/", "mailto:a@b.c", "http://a_b.c"})
    CHECK(is_valid_url(url));
  for (const char* url : {"", "https://", "http://localhost:PORT/", "http://<host>/", "http://a b/",
                          "mailto:", "x", "http://:80/", "http://a:99999/", "https://a..b/"})
    CHECK_FALSE(is_valid_url(url));
}
