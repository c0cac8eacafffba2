#include "cover/cover_rules.h"

#include "cover_fixture.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string kdp_text() { return value_or_throw(RealFileSystem().read_file(source_path("outlets/covers/kdp.toml"))); }

// "line:column message (hint)" of what is wrong with KDP's rules if `from` is written as `to`.
std::vector<std::string> complaints_after(const std::string& from, const std::string& to) {
  std::string text = kdp_text();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  MemoryFileSystem files;
  REQUIRE(files.write_file("covers/own.toml", text));
  DiagnosticSink sink;
  const auto rules = read_cover_rules(files, "covers", "own", sink);
  REQUIRE_FALSE(rules);
  CHECK(rules.error().kind == ErrorKind::Input);
  std::vector<std::string> out;
  for (const Diagnostic& d : sink.all()) {
    CHECK(d.code == DiagCode::OutletRules);
    CHECK(d.file == "outlets/covers/own.toml");
    out.push_back(std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.message +
                  (d.hint.empty() ? "" : " (" + d.hint + ")"));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the outlets' rules can be read, and say which calipers are not their own") {
  CHECK(value_or_throw(installed_rules("kdp").paper("")).confirmed);
  CHECK_FALSE(value_or_throw(installed_rules("ingram").paper("")).confirmed);
  CHECK_FALSE(value_or_throw(installed_rules("lulu").paper("")).confirmed);
  CHECK(installed_rules("lulu").safe_zone == Length::pt(36));
  CHECK(installed_rules("kdp").total_ink == 240);
}

TEST_CASE("mistakes in the rules are told at their place") {
  CHECK(complaints_after("[bleed]\nvalue", "[bleed]\nvalu") ==
        Lines{"7:1 unknown key 'valu' (did you mean 'value'?)", "6:1 missing key 'bleed.value'"});
  CHECK(complaints_after("value = 9", "value = \"9\"") == Lines{"7:9 'bleed.value' must be a number, not a string"});
  CHECK(complaints_after("[safe-zone]", "[save-zone]") ==
        Lines{"11:2 unknown key 'save-zone' (did you mean 'safe-zone'?)", "1:1 missing key 'safe-zone'"});
  CHECK(complaints_after("value = [144, 86.4]", "value = [144]").size() == 1);
  CHECK(complaints_after("checked = 2026-11-01", "checked = \"lately\"") ==
        Lines{"9:11 'bleed.checked' must be a date such as 2026-11-26, not a string"});
  CHECK(complaints_after("caliper = 0.002252", "caliper = 2.252").size() == 1);
  CHECK(complaints_after("usual-paper = \"white\"", "usual-paper = \"grey\"") == Lines{"4:15 there is no [paper.grey]"});
}

TEST_CASE("an outlet or a paper that there is not is wrong use") {
  DiagnosticSink sink;
  MemoryFileSystem files;
  REQUIRE(files.write_file("covers/kdp.toml", kdp_text()));
  const auto none = read_cover_rules(files, "covers", "kpd", sink);
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::Usage);
  CHECK(none.error().hint == "there are rules for kdp");
  CHECK_FALSE(read_cover_rules(files, "covers", "../covers/kdp", sink));
  CHECK(installed_rules("ingram").paper("cream").has_value());  // a sort of it
  const auto paper = installed_rules("kdp").paper("grey");
  REQUIRE_FALSE(paper);
  CHECK(paper.error().kind == ErrorKind::Usage);
  CHECK(paper.error().hint == "there are: cream, white");
}
