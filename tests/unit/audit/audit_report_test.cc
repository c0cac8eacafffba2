#include "audit/audit_report.h"

#include <catch2/catch.hpp>
#include <set>

#include "made_volume.h"
#include "platform/file_system.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Two pages without a fault: an opener, and a last page.
MadeVolume clean_volume() {
  MadeVolume made;
  for (Rgb& colour : made.style.light.colours) colour = {0, 0, 0};
  for (std::size_t i = 0; i < kColourRoleCount; ++i)
    if (const auto role = static_cast<ColourRole>(i);
        role == ColourRole::Paper || (role >= ColourRole::CodeGround && role <= ColourRole::HeadGround))
      made.style.light.colours[i] = {255, 255, 255};
  made.page();
  made.put(made.add(TagRole::H1), "Title", 1);
  const TagId text = made.add(TagRole::P);
  for (int line = 3; line <= 10; ++line)
    made.put(text, std::string(1, static_cast<char>('a' + line)) + " line of tex" + std::to_string(line), line);
  made.furnish("");
  made.page();
  for (int line = 1; line <= 3; ++line)
    made.put(text, std::string(1, static_cast<char>('s' + line)) + " line of te" + std::to_string(line), line);
  made.furnish("9.1 Title");
  return made;
}

}  // namespace

TEST_CASE("a clean volume has no faults") {
  const Audit audit = clean_volume().audit();
  CHECK(audit_report(audit, "").find(": ") == std::string("\n").size());  // no fault's line
  CHECK(audit.faults.empty());
  CHECK(audit.is_clean());
  CHECK(audit.pages == 2);
}

TEST_CASE("the report has a line for each fault and a count for each kind") {
  Audit audit;
  audit.pages = 12;
  audit.faults.push_back({FaultCode::Widow, "214", "chapters/one.md", 41, "\"the end.\""});
  audit.faults.push_back({FaultCode::OddPageCount, "", "", 0, "13 pages"});
  audit.faults.push_back({FaultCode::LooseSpace, "3", "", 0, "2.10"});
  audit.looked_at[static_cast<std::size_t>(FaultCode::LooseSpace)] = 1000;
  const std::string report = audit_report(audit, "volume-1");
  CHECK(
      report.starts_with("page 214 chapters/one.md:41: widow: \"the end.\"\nvolume: odd-page-count: 13 pages\npage 3: loose-word-space: "
                         "2.10\n\nvolume-1: 12 pages, 3 faults\n"));
  CHECK(report.find("!   2  widow                      1\n") != std::string::npos);
  CHECK(report.find("    2  orphan                     0\n") != std::string::npos);
  CHECK(report.find("    9  loose-word-space           1  of 1000, 0.10 % (0.5 % allowed)\n") != std::string::npos);
  CHECK_FALSE(audit.is_clean());
}

TEST_CASE("words of faults are unique and documented") {
  const auto docs = RealFileSystem().read_file(source_path("docs/audit.md"));
  REQUIRE(docs);
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < kFaultCodes; ++i) {
    const FaultKind& kind = kind_of(static_cast<FaultCode>(i));
    CHECK(words.insert(kind.word).second);
    CAPTURE(kind.word);
    CHECK(docs->find("`" + std::string(kind.word) + "`") != std::string::npos);
  }
}
