#include <catch2/catch.hpp>

#include "toml/toml_keys.h"

using namespace nbpublish;

namespace {

struct Parsed {
  DiagnosticSink sink;
  std::optional<toml::table> root;
  explicit Parsed(std::string_view text) { root = parse_toml(text, "a.toml", DiagCode::ManifestSyntax, sink); }
  std::string only() {
    REQUIRE(sink.all().size() == 1);
    const Diagnostic& d = sink.all().front();
    return std::string(word_of(d.code)) + " " + std::to_string(d.span.line) + ":" + std::to_string(d.span.column);
  }
};

std::string nested_key(int levels) {
  std::string text = "a";
  for (int i = 1; i < levels; ++i) text += ".a";
  return text + " = 1\n";
}

}  // namespace

TEST_CASE("syntax errors have their line and column, in code points") {
  CHECK(Parsed("a = 1\nb = \n").only() == "manifest-syntax 2:5");
  CHECK(Parsed("a = \"ééé\" x\n").only() == "manifest-syntax 1:11");
  CHECK(Parsed("\xEF\xBB\xBF"
               "a = 1\r\nb 2\r\n")
            .only() == "manifest-syntax 2:3");
  CHECK(Parsed("a = \"\xFF\"\n").only() == "manifest-syntax 1:5");  // toml++ stops on the
  CHECK(Parsed("b = 1\na = \"é\n").only() == "manifest-syntax 2:7");
  CHECK(Parsed("a = \"\n").only() == "manifest-syntax 1:6");        // the file's end stands behind its last character
  CHECK(Parsed("a = 1\na = 2\n").only() == "manifest-syntax 2:5");  // character before or after
}

TEST_CASE("hostile files are refused before they can exhaust the stack") {
  CHECK(Parsed(nested_key(10'000)).sink.all().empty());
  CHECK(Parsed(nested_key(200'000)).only() == "limit-exceeded 0:0");
  CHECK(Parsed("a = " + std::string(100'000, '[')).only().starts_with("manifest-syntax 1:"));
  CHECK(Parsed("# " + std::string(kTomlMostBytes, 'x')).only() == "limit-exceeded 0:0");
}

TEST_CASE("spans of keys and values end on their last character") {
  const Parsed parsed("  title = \"née\"\nlist = [\n 1,\n]\n");
  REQUIRE(parsed.root);
  const auto title = parsed.root->find("title");
  CHECK(span_of(title->first.source()) == SourceSpan{1, 3, 1, 7});
  CHECK(span_of(title->second.source()) == SourceSpan{1, 11, 1, 15});
  CHECK(span_of(parsed.root->get("list")->source()) == SourceSpan{2, 8, 2, 8});
}

TEST_CASE("strings lose what no output may carry") {
  Parsed parsed("a = \"one\\u0001\\ntwo \"\n");
  REQUIRE(parsed.root);
  const TomlReport report(DiagCode::ManifestKey, "a.toml", parsed.sink);
  std::string text, line;
  CHECK(read_text(report, {"a", *parsed.root->get("a")}, text));
  CHECK(text == "one\u2401\ntwo ");
  CHECK(parsed.only() == "invalid-text 1:5");
  CHECK(read_line(report, {"a", *parsed.root->get("a")}, line));
  CHECK(line == "one\u2401 two");
}

TEST_CASE("whole numbers beyond their range are refused, however large") {
  Parsed parsed("a = 9223372036854775807\n");
  REQUIRE(parsed.root);
  const TomlReport report(DiagCode::ManifestKey, "a.toml", parsed.sink);
  int number = 7;
  CHECK_FALSE(read_whole(report, {"a", *parsed.root->get("a")}, 0, 10, number));
  CHECK(number == 7);
  CHECK(parsed.only() == "manifest-key 1:5");
}
