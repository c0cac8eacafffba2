#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using enum FaultCode;

TEST_CASE("one line of a paragraph alone on a page is a widow or an orphan") {
  MadeVolume made;
  made.page();
  const TagId orphan = made.paragraph(10, 10);
  made.page();
  made.paragraph(1, 8, orphan);
  const TagId widow = made.paragraph(9, 10);
  made.page();
  made.paragraph(1, 1, widow);
  CHECK(made.count(Orphan) == 1);
  CHECK(made.count(Widow) == 1);
  made.paragraph(2, 2, widow);
  CHECK(made.count(Widow) == 0);
}

TEST_CASE("a page begins with a whole word, and no recto ends with a part of one") {
  MadeVolume made;
  made.page();
  const TagId first = made.paragraph(8, 9);
  made.put(first, "and a divi\u00AD", 10);
  made.page();
  const TagId second = made.paragraph(2, 9, first);
  made.put(second, "again divi\u00AD", 10);
  made.page();
  made.paragraph(1, 2, second);
  CHECK(made.count(WordPartAtTop) == 2);
  CHECK(made.count(HyphenAtFoot) == 1);  // page 1 is a recto, page 2 a verso
}

TEST_CASE("a heading has two lines below it") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 9);
  const TagId text = made.paragraph(10, 10);
  made.page();
  made.paragraph(1, 3, text);
  CHECK(made.count(StrandedHeading) == 1);
}

TEST_CASE("a heading as the last of its page is stranded, at a chapter's end too") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 10);
  made.page();
  made.paragraph(1, 3);
  made.put(made.add(TagRole::H2), "Heading", 5);
  CHECK(made.count(StrandedHeading) == 2);
}

TEST_CASE("two headings in a row and a short section are no fault") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 2);
  made.put(made.add(TagRole::H3), "Heading", 3);
  made.paragraph(4, 5);
  made.put(made.add(TagRole::H3), "Heading", 7);
  made.paragraph(8, 8);
  CHECK(made.count(StrandedHeading) == 0);
}

TEST_CASE("a heading keeps a short listing whole, and three lines of a long one") {
  const auto stranded = [](int here, int there) {
    MadeVolume made;
    made.page();
    made.put(made.add(TagRole::H2), "Heading", 1);
    const TagId code = made.listing();
    for (int i = 0; i < here; ++i) made.put_code(code, "code();", 2 + i);
    made.page();
    for (int i = 0; i < there; ++i) made.put_code(code, "code();", 1 + i);
    return made.count(StrandedHeading);
  };
  CHECK(stranded(2, 6) == 1);
  CHECK(stranded(3, 6) == 0);
  CHECK(stranded(3, 3) == 1);  // six lines are not split
  CHECK(stranded(6, 0) == 0);
}

TEST_CASE("a figure is enough below a heading") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 1);
  const TagId figure = made.add(TagRole::Figure);
  made.last().items.push_back({figure, 9, 0, 0, PlacedPicture{nullptr, {ems(6), ems(6), ems(2), ems(2)}}});
  made.page();
  made.paragraph(1, 2);
  CHECK(made.count(StrandedHeading) == 0);
}

namespace {

// A lead-in on line 10 of page 1, `here` lines of what follows above... on its page, the rest on the next.
std::size_t parted(TagRole role, int here, const std::string& lead_in = "as follows:") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P), lead_in, 5);
  const TagId group = made.add(role);
  TagId leaf = group;
  if (role == TagRole::Div) leaf = made.tags().add(made.tags().add(group, TagRole::P, made.nodes), TagRole::Code, made.nodes);
  for (int i = 0; i < 5; ++i) {
    if (i == here) made.page();
    if (role == TagRole::L) leaf = made.add(TagRole::P, made.tags().add(made.tags().add(group, TagRole::LI), TagRole::LBody));
    if (role == TagRole::Table) leaf = made.add(TagRole::TD, made.tags().add(group, TagRole::TR));
    made.put(leaf, "line", 6 + i);
  }
  return made.count(PartedLeadIn);
}

}  // namespace

TEST_CASE("a lead-in stands with three lines of its listing, list or table") {
  for (const TagRole role : {TagRole::Div, TagRole::L, TagRole::Table}) {
    CAPTURE(static_cast<int>(role));
    CHECK(parted(role, 0) == 1);
    CHECK(parted(role, 2) == 1);
    CHECK(parted(role, 3) == 0);
    CHECK(parted(role, 0, "nothing announced.") == 0);
  }
}

TEST_CASE("a lead-in to a paragraph or alert binds nothing") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P), "as follows:", 10);
  made.page();
  made.paragraph(1, 3);
  CHECK(made.count(PartedLeadIn) == 0);
}

namespace {

Audit split_listing(int here, int there, int blank = 0) {
  MadeVolume made;
  made.page();
  const TagId code = made.listing();
  for (int i = 0; i < here; ++i) made.put(code, made.run("code();", ems(1), Length::pt(50 + 10 * i), made.face("Block Mono")));
  made.page();
  for (int i = 0; i < there; ++i)
    made.put(code, made.run("code();", ems(1), Length::pt(50 + 10 * (i == 0 ? 0 : i + blank)), made.face("Block Mono")));
  return made.audit();
}

}  // namespace

TEST_CASE("a listing of six lines is not split") {
  CHECK(split_listing(3, 3).count(SplitListing) == 1);
  CHECK(split_listing(6, 0).count(SplitListing) == 0);
  CHECK(split_listing(3, 4).count(SplitListing) == 0);
  CHECK(split_listing(3, 3, 1).count(SplitListing) == 0);  // a blank line is one, too
}

TEST_CASE("a blank line that is not set between the parts of a split listing is one of its lines") {
  const auto split = [](const std::string& source) {
    MadeVolume made;
    made.page();
    CodeBlock code;
    code.text = source;
    const TagId div = made.add(TagRole::Div, code);
    const TagId leaf = made.tags().add(made.tags().add(div, TagRole::P, made.nodes), TagRole::Code, made.nodes);
    for (int page = 0; page < 2; ++page) {
      for (int i = 0; i < 3; ++i) made.put(leaf, made.run("a();", ems(1), Length::pt(50 + 10 * i), made.face("Block Mono")));
      made.page();
    }
    return made.count(SplitListing);
  };
  CHECK(split("a();\na();\na();\na();\na();\na();\n\n") == 1);
  CHECK(split("a();\na();\na();\n\na();\na();\na();\n") == 0);
}

TEST_CASE("a split listing has three lines on each page") {
  CHECK(split_listing(2, 8).count(ListingStub) == 1);
  CHECK(split_listing(8, 2).count(ListingStub) == 1);
  CHECK(split_listing(4, 4).count(ListingStub) == 0);
}

TEST_CASE("a listing of up to twelve lines is rarely split") {
  CHECK(split_listing(6, 6).count(PartedListing) == 1);
  CHECK(split_listing(7, 6).count(PartedListing) == 0);
  CHECK(split_listing(8, 0).count(PartedListing) == 0);
  CHECK(split_listing(6, 6).looked_at[static_cast<std::size_t>(PartedListing)] == 1);
}

TEST_CASE("the rule beside a split listing ends with its last line") {
  const auto hanging = [](double bottom, int there, bool numbered = false) {
    MadeVolume made;
    made.page();
    const TagId code = made.listing();
    for (int i = 0; i < 3; ++i) made.put(code, made.run("code();", ems(1), Length::pt(50 + 10 * i), made.face("Block Mono")));
    made.last().items.push_back(
        {kArtifact, 0, 0, 0, Fill{{ems(5), Length::pt(41), ems(20), Length::pt(bottom - 41)}, ColourRole::CodeGround}});
    const GlyphRun number = made.run("4", {}, Length::pt(80), made.face("Block Mono"));
    if (numbered) made.last().items.push_back({kArtifact, made.tags().nodes[code].node, 0, 0, number});
    made.page();
    for (int i = 0; i < there; ++i) made.put(code, made.run("code();", ems(1), Length::pt(50 + 10 * i), made.face("Block Mono")));
    return made.count(HangingRule);
  };
  CHECK(hanging(76, 8) == 0);        // 6 below the last baseline
  CHECK(hanging(86, 8) == 1);        // a line more
  CHECK(hanging(86, 8, true) == 0);  // which has a number
  CHECK(hanging(86, 0) == 0);        // whole: what is below is its own
}

namespace {

// A listing whose second line is set in these rows, in a table if asked for.
MadeVolume wrapped(const std::vector<std::string>& rows, const std::string& line = "  send(message, answer);", bool in_cell = false) {
  MadeVolume made;
  made.page();
  CodeBlock source;
  source.text = "const a = 1;\n\n" + line + "\n";
  const TagId div = made.add(TagRole::Div, source, in_cell ? made.add(TagRole::TD) : kRootTag);
  const TagId code = made.tags().add(made.tags().add(div, TagRole::P, made.nodes), TagRole::Code, made.nodes);
  made.put_code(code, "const a = 1;", 1);
  for (std::size_t i = 0; i < rows.size(); ++i) made.put_code(code, rows[i], 3 + static_cast<double>(i));
  return made;
}

}  // namespace

TEST_CASE("a wrapped line of code leaves five columns") {
  CHECK(wrapped({"  send(message, answer);"}).count(WrappedRest) == 0);
  CHECK(wrapped({"  send(message, ", "answer);"}).count(WrappedRest) == 0);
  CHECK(wrapped({"  send(message, answ", "er);"}).count(WrappedRest) == 1);
  CHECK(wrapped({"  send(message, answ", "er);"}, "  send(message, answer);", true).count(WrappedRest) == 0);
  const Rhythm rhythm = wrapped({"  send(message, ", "answer);"}).rhythm();
  CHECK(rhythm.code_lines == 2);
  CHECK(rhythm.wrapped_lines == 1);
  CHECK(rhythm.wrapped_comments == 0);
  CHECK(wrapped({"  send(message, answer);", " // twice"}, "  send(message, answer); // twice").rhythm().wrapped_comments == 1);
  CHECK(wrapped({"  # send(message,", "answer);"}, "  # send(message, answer);").rhythm().wrapped_comments == 1);
  CHECK(wrapped({"  send(message, 1 /", "2);"}, "  send(message, 1 / 2);").rhythm().wrapped_comments == 0);
}

TEST_CASE("a listing that is not its source has no wrapped lines that could be told") {
  const MadeVolume made = wrapped({"  send(message, answ", "es);"});
  CHECK(made.count(AlteredCode) == 1);
  CHECK(made.count(WrappedRest) == 0);
  CHECK(made.rhythm().code_lines == 0);
}

TEST_CASE("a listing's text is its source's") {
  MadeVolume made;
  made.page();
  const TagId code = made.listing();
  CodeBlock source;
  source.text = "const a = 1;\n\n\tb();\n";
  made.document.blocks.push_back({made.nodes, {7, 1, 9, 3}, source});
  made.with_document = true;
  made.put_code(code, "const a = 1;", 1);
  CHECK(made.count(AlteredCode) == 1);
  made.put_code(code, "  b();", 3);
  CHECK(made.count(AlteredCode) == 0);
}

TEST_CASE("a drawing of box characters is not wrapped; words beside it may be") {
  const auto wrapped = [](std::vector<std::string> lines) {
    MadeVolume made;
    made.page();
    const TagId drawing = made.listing();
    CodeBlock source;
    source.text = "┌──┐\n\n└──┘\nsome words";
    made.document.blocks.push_back({made.nodes, {}, source});
    made.with_document = true;
    for (std::size_t i = 0; i < lines.size(); ++i) made.put_code(drawing, lines[i], static_cast<int>(i) + 1);
    return made.count(WrappedDiagram);
  };
  CHECK(wrapped({"┌──┐", "└──┘", "some words"}) == 0);
  CHECK(wrapped({"┌──┐", "└──┘", "some", "words"}) == 0);
  CHECK(wrapped({"┌──┐", "└──", "┘", "some words"}) == 1);
}

TEST_CASE("a fault names the folio, the file and the line of its block") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 10);
  made.document.blocks.push_back({made.nodes, {41, 1, 41, 9}, Heading{}});
  made.with_document = true;
  for (const Fault& fault : made.audit().faults) {
    if (fault.code != StrandedHeading) continue;
    CHECK(fault.page == "1");
    CHECK(fault.file == "chapters/one.md");
    CHECK(fault.line == 41);
    CHECK(fault.detail == "\"Heading\"");
  }
}
