#include "diagram/draw_diagrams.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "diagram/page.h"

using namespace nbpublish;

namespace {

// Answers as the page does, with a drawing that names its diagram; "poison" takes it down.
class FakeChromium final : public ProcessRunner {
 public:
  explicit FakeChromium(const FileSystem& files) : files_(files) {}
  bool installed = true;
  int runs = 0, runs_to_go = 1000;
  std::vector<std::string> argv;

  Result<ProcessOutput> run(const ProcessRequest& request) override {
    if (!installed || runs == runs_to_go) return fail(ErrorKind::Environment, "cannot start chromium: no such file");
    ++runs;
    argv = request.argv;
    const auto page = files_.read_file(request.argv.back().substr(std::string_view("file://").size()));
    REQUIRE(page);
    ProcessOutput out;
    if (page->find("poison") != std::string::npos) return out.timed_out = true, out;
    std::string list;
    constexpr std::string_view kBegin = "<pre class=\"diagram\">\n";
    for (std::size_t at = 0; (at = page->find(kBegin, at)) != std::string::npos;) {
      at += kBegin.size();
      const std::string text = page->substr(at, page->find("</pre>", at) - at);
      list += (list.empty() ? "" : ",") +
              (text == "bad" ? std::string(R"({"error":"no diagram","line":3})") : R"({"svg":"\u003csvg/\u003e)" + text + "\"}");
    }
    out.out = "<html><body><pre id=\"answer\">[" + list + "]</pre></body></html>";
    return out;
  }

 private:
  const FileSystem& files_;
};

struct Drawing {
  MemoryFileSystem files;
  FakeChromium chromium{files};
  DiagramRules rules{Length::pt(324),
                     Length::pt(312),
                     Length::pt(468),
                     "Inter",
                     {{"Inter", 400, false, "/fonts/Inter Regular.otf", "1a"}, {"Noto Emoji", 400, false, "/fonts/e.ttf", "2b"}}};
  Store store{files, "/cache", {}};
  DiagramTools tools{"/diagrams", "/mermaid.js", &store};

  Drawing() {
    REQUIRE(files.write_file("/mermaid.js", "1"));
    for (const std::string_view name : diagram_scripts()) REQUIRE(files.write_file(tools.scripts / name, "2"));
  }
  std::vector<DrawnDiagram> draw(const std::vector<std::string>& diagrams) {
    auto drawn = draw_diagrams(diagrams, rules, tools, files, chromium);
    REQUIRE(drawn);
    REQUIRE(drawn->size() == diagrams.size());
    return *drawn;
  }
};

}  // namespace

TEST_CASE("all diagrams are drawn in one run, and the next time none") {
  Drawing d;
  const auto first = d.draw({"b", "a", "b"});
  CHECK(d.chromium.runs == 1);
  CHECK(first[0].svg == "<svg/>b");
  CHECK(first[1].svg == "<svg/>a");
  CHECK(first[2].svg == "<svg/>b");
  CHECK(d.draw({"a", "b"})[0].svg == "<svg/>a");
  CHECK(d.chromium.runs == 1);
}

TEST_CASE("without a store all is drawn each time") {
  Drawing d;
  d.tools.store = nullptr;
  d.draw({"a"});
  CHECK(d.draw({"a"})[0].svg == "<svg/>a");
  CHECK(d.chromium.runs == 2);
}

TEST_CASE("what was drawn before Chromium went missing is kept") {
  Drawing d;
  d.chromium.runs_to_go = 2;  // all, and the first half
  REQUIRE_FALSE(draw_diagrams({"a", "b", "c", "poison"}, d.rules, d.tools, d.files, d.chromium));
  CHECK(d.draw({"a", "b"})[1].svg == "<svg/>b");
  CHECK(d.chromium.runs == 2);
}

TEST_CASE("other rules, faces or scripts are other drawings") {
  Drawing d;
  d.draw({"a"});
  d.rules.measure = Length::pt(378);
  d.draw({"a"});
  CHECK(d.chromium.runs == 2);
  REQUIRE(d.files.write_file("/mermaid.js", "newer"));
  d.draw({"a"});
  CHECK(d.chromium.runs == 3);
  d.rules.faces[0].sha256 = "3c";
  d.draw({"a"});
  CHECK(d.chromium.runs == 4);
}

TEST_CASE("Chromium has no network and does not run what is in a diagram") {
  Drawing d;
  d.draw({"a"});
  const auto has = [&](const std::string& flag) { return std::ranges::count(d.chromium.argv, flag) == 1; };
  CHECK(has("--host-resolver-rules=MAP * ~NOTFOUND"));
  CHECK(has("--proxy-server=127.0.0.1:9"));
  const std::vector<std::string> diagrams{"</pre><script>alert(1)</script>&"};
  const std::string page = diagram_page(diagrams, d.rules, d.tools);
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(page.find("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</pre>") != std::string::npos);
  CHECK(page.find("default-src 'none'; script-src file:;") != std::string::npos);
}

TEST_CASE("the page knows the faces and the measures") {
  const Drawing d;
  const std::vector<std::string> diagrams{"a"};
  const std::string page = diagram_page(diagrams, d.rules, d.tools);
  CHECK(page.find("font-family: \"Inter\"; font-weight: 400; font-style: normal; src: url(\"file:///fonts/Inter%20Regular.otf\")") !=
        std::string::npos);
  CHECK(page.find("data-width=\"324.00\" data-height=\"312.00\" data-page=\"468.00\" data-families=\"Inter\nNoto Emoji\"") !=
        std::string::npos);
  CHECK(page.find("mermaid.js") < page.find("page.js"));
}

TEST_CASE("an error of Mermaid's is its diagram's alone, and not kept") {
  Drawing d;
  const auto drawn = d.draw({"a", "bad"});
  CHECK(drawn[0].error.empty());
  CHECK(drawn[1].svg.empty());
  CHECK(drawn[1].error == "no diagram");
  CHECK(drawn[1].line == 3);
  d.draw({"bad"});
  CHECK(d.chromium.runs == 2);
}

TEST_CASE("a diagram that takes Chromium down costs itself only") {
  Drawing d;
  const auto drawn = d.draw({"a", "b", "poison", "c", "d"});
  for (const std::size_t i : {0, 1, 3, 4}) CHECK_FALSE(drawn[i].svg.empty());
  CHECK(drawn[2].error.find("in time") != std::string::npos);
}

TEST_CASE("many such diagrams cost a bounded number of runs") {
  Drawing d;
  std::vector<std::string> all;
  for (int i = 0; i < 100; ++i) all.push_back("poison" + std::to_string(i));
  d.draw(all);
  CHECK(d.chromium.runs <= 8);
}

TEST_CASE("a huge diagram is not drawn") {
  Drawing d;
  const auto drawn = d.draw({std::string(30'000, 'x'), "a"});
  CHECK(drawn[0].error.find("30000 bytes") != std::string::npos);
  CHECK(drawn[1].svg == "<svg/>a");
}

TEST_CASE("without Chromium or Mermaid it is said what to do; what is kept is still found") {
  Drawing d;
  d.draw({"a"});
  d.chromium.installed = false;
  CHECK(d.draw({"a"})[0].svg == "<svg/>a");
  const auto none = draw_diagrams({"b"}, d.rules, d.tools, d.files, d.chromium);
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::Environment);
  CHECK(none.error().hint.find("chromium") != std::string::npos);
  d.tools.mermaid = "/nowhere.js";
  const auto no_mermaid = draw_diagrams({"b"}, d.rules, d.tools, d.files, d.chromium);
  REQUIRE_FALSE(no_mermaid);
  CHECK(no_mermaid.error().hint.find("make diagrams") != std::string::npos);
}

TEST_CASE("a page without an answer is a failure, not a drawing") {
  CHECK_FALSE(read_answer("<html></html>", 1));
  CHECK_FALSE(read_answer("<pre id=\"answer\">[]</pre>", 1));
  CHECK_FALSE(read_answer("<pre id=\"answer\">{oops</pre>", 1));
}
