// [accessibility] of the manifest.
#include <catch2/catch.hpp>

#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

using Lines = std::vector<std::string>;

// `[accessibility]` stands on line 10.
Lines complaints_about(const std::string& lines) {
  ManifestFixture f(small_manifest("", "", "", "[accessibility]\n" + lines + "\n"));
  f.read();
  return f.complaints();
}

}  // namespace

TEST_CASE("what the manifest says of accessibility is read") {
  ManifestFixture f(
      small_manifest("", "", "",
                     "[accessibility]\nsummary = \"Read it.\"\nconforms-to = \"wcag-2.2-aa\"\ncertified-by = \"A Checker\"\n"
                     "credential = \"Gold\"\nreport = \"https://checker.example/1\"\ncontact = \"mailto:access@press.example\"\n"
                     "eaa-exception = \"fundamental-alteration\"\n"));
  const Accessibility access = f.read().accessibility;
  CHECK(f.complaints() == Lines{});
  CHECK(access.summary == "Read it.");
  CHECK(access.claims_wcag_2_2_aa);
  CHECK(access.claim_span.line == 12);
  CHECK(access.certified_by == "A Checker");
  CHECK(access.credential == "Gold");
  CHECK(access.report == "https://checker.example/1");
  CHECK(access.contact == "mailto:access@press.example");
  CHECK(access.eaa_exception == EaaException::FundamentalAlteration);
}

TEST_CASE("the publisher answers for a claim unless somebody else is named") {
  ManifestFixture f(small_manifest("", "", "", "[accessibility]\nconforms-to = \"wcag-2.2-aa\"\n", "publisher = \"Press\"\n"));
  const Accessibility access = f.read().accessibility;
  CHECK(access.claims_wcag_2_2_aa);
  CHECK(access.certified_by == "Press");
}

TEST_CASE("a claim that nobody answers for is dropped") {
  ManifestFixture f(small_manifest("", "", "", "[accessibility]\nconforms-to = \"wcag-2.2-aa\"\n"));
  CHECK_FALSE(f.read().accessibility.claims_wcag_2_2_aa);
  CHECK(f.complaints() == Lines{"accessibility-claim 11:15 nobody answers for 'conforms-to' (name who has checked the book, in "
                                "'certified-by', or the 'publisher')"});
}

TEST_CASE("mistakes in what is said of accessibility") {
  CHECK(complaints_about("conforms-to = \"wcag-2.1-aa\"")
            .at(0)
            .starts_with("manifest-key 11:15 'conforms-to' must be one of \"wcag-2.2-aa\""));
  CHECK(complaints_about("eaa-exception = \"small\"")
            .at(0)
            .starts_with("manifest-key 11:17 'eaa-exception' must be one of \"micro-enterprise\""));
  CHECK(complaints_about("report = \"at home\"") == Lines{"manifest-key 11:10 'report' must be an http or https address"});
  for (const char* wrong : {"contact = \"access@press.example\"", "contact = \"mailto:@x\"", "contact = \"ftp://x\""})
    CHECK(complaints_about(wrong) ==
          Lines{"manifest-key 11:11 'contact' must be a web or e-mail address (such as \"mailto:access@example.org\")"});
  CHECK(complaints_about("sumary = \"x\"").at(0).ends_with("unknown key 'sumary' (did you mean 'summary'?)"));
}
