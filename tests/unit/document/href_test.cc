#include "document/href.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("paths are joined and normalised, never out of the root") {
  CHECK(join_path("a/b", "c.md") == "a/b/c.md");
  CHECK(join_path("a/b", "./../c//d/") == "a/c/d");
  CHECK(join_path("a/b", "/c") == "c");
  CHECK(join_path("a", "../..") == std::nullopt);
}

TEST_CASE("percent escapes are decoded once and only to valid text") {
  CHECK(percent_decode("a%20b%2520") == "a b%20");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("%zz%4") == "%zz%4");
  CHECK(percent_decode("%ff") == "%ff");
  CHECK(percent_decode("%C3%BC") == "ü");
}

TEST_CASE("schemes are read as browsers do") {
  CHECK(scheme_of("HTTPS://x") == "https");
  CHECK(scheme_of("a/b:c") == "");
  CHECK(scheme_of("#a:b") == "");
  CHECK(scheme_of(":x") == "");
  CHECK(clean_href(" java\nscript:x ") == "javascript:x");
}

TEST_CASE("query and fragment are parted") {
  CHECK(split_href("a.md?x=1#y?z").path == "a.md");
  CHECK(split_href("a.md?x=1#y?z").fragment == "y?z");
  CHECK(split_href("a.md").fragment == "");
}

TEST_CASE("addresses are escaped once") {
  CHECK(encode_url("https://a.b/c d?e=[1]|2&f=%20#g#h") == "https://a.b/c%20d?e=%5B1%5D%7C2&f=%20#g%23h");
  CHECK(encode_url("https://a.b/ü%zz") == "https://a.b/%C3%BC%25zz");
}

TEST_CASE("addresses leave the program in seven bits") {
  CHECK(encode_url("https://example.org/法令/第3条?q=日本#節") ==
        "https://example.org/%E6%B3%95%E4%BB%A4/%E7%AC%AC3%E6%9D%A1?q=%E6%97%A5%E6%9C%AC#%E7%AF%80");
  CHECK(encode_url("https://example.org/%E6%B3%95?x=%3D%3D") == "https://example.org/%E6%B3%95?x=%3D%3D");
  CHECK(encode_url("https://example.org/a b?q=\"x\"&r='y'") == "https://example.org/a%20b?q=%22x%22&r='y'");
  CHECK(encode_url("https://example.org/a\\b|{x}^`y`%") == "https://example.org/a%5Cb%7C%7Bx%7D%5E%60y%60%25");
  CHECK(encode_url("mailto:änn@example.org?subject=Hello there") == "mailto:%C3%A4nn@example.org?subject=Hello%20there");
  CHECK(encode_url("HTTPS://EXAMPLE.ORG") == "HTTPS://EXAMPLE.ORG");
}

TEST_CASE("hosts have their names of the domain name system") {
  CHECK(encode_url("https://bücher.example/größe?ü") == "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?%C3%BC");
  CHECK(encode_url("https://Bücher.example:8080") == "https://xn--bcher-kva.example:8080");
  CHECK(encode_url("https://ü@例え.jp#x") == "https://%C3%BC@xn--r8jz45g.jp#x");
  CHECK(encode_url("//bücher.example/x") == "//xn--bcher-kva.example/x");
  CHECK(encode_url("http://[2001:db8::1]:8080/a[b]") == "http://[2001:db8::1]:8080/a%5Bb%5D");
  CHECK(encode_url("http://[::ffff:1.2.3.4]") == "http://[::ffff:1.2.3.4]");
  CHECK(encode_url("http://[ü]/") == "http://%5B%C3%BC%5D/");
  CHECK(encode_url("https://" + std::string(2000, 'x') + "ü/") == "https://" + std::string(2000, 'x') + "%C3%BC/");
  CHECK(encode_url("02-ü//x.md") == "02-%C3%BC//x.md");
}
