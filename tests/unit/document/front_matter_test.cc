#include "document/front_matter.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

struct Read : FrontMatterResult {
  std::string complaints;  // "line:column message"
};

Read read(std::string_view source) {
  DiagnosticSink sink;
  Read read{read_front_matter(source, "a.md", sink), {}};
  for (const Diagnostic& d : sink.all()) {
    CHECK(d.code == DiagCode::FrontMatter);
    read.complaints += std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.message + "\n";
  }
  return read;
}

}  // namespace

TEST_CASE("front matter: every key") {
  const Read all = read(
      "---\ntitle: \"A: b\"\nshort: A\nstandfirst: >\n  Two\n  lines\nexcerpt: e\ncategory: c\nauthor: "
      "Å\ndate: 2025-09-12\n"
      "tags: [x, \"y z\"]\npublished: false\nunknown: {deep: [1, 2]}\n---\nBody\n");
  CHECK(all.complaints.empty());
  CHECK(all.front.title == "A: b");
  CHECK(all.front.short_title == "A");
  CHECK(all.front.standfirst == "Two lines ");
  CHECK(all.front.excerpt == "e");
  CHECK(all.front.category == "c");
  CHECK(all.front.author == "Å");
  CHECK(all.front.date == "2025-09-12");
  CHECK(all.front.tags == std::vector<std::string>{"x", "y z"});
  CHECK_FALSE(all.front.published);
  CHECK(all.front.title_span == SourceSpan{2, 8, 2, 13, FileName("a.md")});
  CHECK(all.front.short_span.line == 3);
  CHECK(all.body_line == 15);
}

TEST_CASE("front matter: absent, with BOM, with CRLF, with block tags") {
  CHECK(read("# A\n").body_offset == 0);
  CHECK(read("# A\n").body_line == 1);
  CHECK(read("# A\n").front.published);
  const Read crlf = read("\xEF\xBB\xBF---\r\ntitle: A\r\ntags:\r\n  - x\r\n  - y\r\n---\r\nB");
  CHECK(crlf.complaints.empty());
  CHECK(crlf.front.title == "A");
  CHECK(crlf.front.tags.size() == 2);
  CHECK(crlf.body_line == 7);
  CHECK(crlf.body_offset == std::string_view("\xEF\xBB\xBF---\r\ntitle: A\r\ntags:\r\n  - x\r\n  - y\r\n---\r\n").size());
}

TEST_CASE("front matter: a rule at the beginning is no front matter") {
  CHECK(read("---\n\nText: here\n").body_offset == 0);
  CHECK(read("---\nJust text\n").body_offset == 0);
  CHECK(read("---\nJust text\n---\n").body_offset == 0);
  CHECK(read("---").complaints.empty());
  CHECK(read("---\n---\nB").body_line == 3);
}

TEST_CASE("front matter: without an end it ends at the first empty line") {
  const Read open = read("---\ntitle: A\n\nBody\n");
  CHECK(open.complaints == "1:1 the front matter has no closing line '---'\n");
  CHECK(open.body_line == 3);
}

TEST_CASE("front matter: wrong types are named with their place, the rest is read") {
  const Read wrong = read("---\ntitle: [a]\npublished: maybe\ntags: {a: b}\nauthor: B\n---\n");
  CHECK(wrong.complaints ==
        "2:8 'title' must be a text\n3:12 'published' must be true or false\n4:7 'tags' must be a list of "
        "texts\n");
  CHECK(wrong.front.author == "B");
  CHECK(read("---\n- a\n---\n").complaints == "2:1 front matter must be a list of `key: value`\n");
  CHECK(read("---\ntitle: a\ntitle: b\n---\n").complaints == "3:1 'title' is given twice\n");
}

TEST_CASE("front matter: the lines of the file count, not those of YAML, which end at other characters too") {
  CHECK(read("---\nauthor: \"a\u2028b\u0085c\"\npublished: maybe\n---\n").complaints == "3:12 'published' must be true or false\n");
  CHECK(read("---\nauthor: \"\u2029\"\ntags: [b\n---\n").complaints.starts_with("4:1 broken YAML"));
}

TEST_CASE("front matter: broken YAML costs a diagnostic at its line, not the body") {
  const Read broken = read("---\ntitle: A\nexcerpt: \"open\n---\nBody\n");
  CHECK(broken.complaints.find("broken YAML") != std::string::npos);
  CHECK(broken.front.title == "A");
  CHECK(broken.body_line == 5);
}

TEST_CASE("front matter: anchors, aliases and bombs are refused") {
  CHECK(read("---\na: &x [1]\nb: *x\n---\n").complaints == "2:4 anchors and aliases are not allowed in front matter\n");
  CHECK(read("---\ntitle: *x\n---\n").complaints == "2:8 anchors and aliases are not allowed in front matter\n");
  const std::string deep = "---\na: " + std::string(5000, '[') + "\n---\n";
  CHECK(read(deep).complaints.find("nested too deeply") != std::string::npos);
  const std::string large = "---\ntitle: A\nx: " + std::string(100'000, 'a') + "\n---\nB";
  CHECK(read(large).complaints.find("larger than 64 KiB") != std::string::npos);
  CHECK(read(large).body_line == 5);
}

TEST_CASE("front matter: bytes that are no text don't stop it") {
  const Read bytes = read("---\ntitle: A\xFF\x01z\n---\n");
  CHECK(bytes.complaints.empty());
  CHECK(bytes.front.title == "A\uFFFD\u2401z");
}
