// pandoc missing, slow, refusing: what one bad chapter may cost.
#include <algorithm>
#include <atomic>

#include <catch2/catch.hpp>

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Answers as pandoc does, one paragraph per chapter; the chapter that says "poison" ends the process.
class FakePandoc : public ProcessRunner {
 public:
  ProcessOutput poisoned{.exit_code = 251, .timed_out = false, .out = {}, .err = "heap\nexhausted\n"};
  std::atomic<int> runs{0};
  bool installed = true;

  Result<ProcessOutput> run(const ProcessRequest& request) override {
    ++runs;
    if (!installed) return fail(ErrorKind::Environment, "cannot start pandoc: no such file");
    CHECK(request.argv.front() == "pandoc");
    if (request.input.find("poison") != std::string::npos) return poisoned;
    const std::string header = request.input.substr(0, request.input.find('\n'));
    std::string json = R"({"blocks":[)";
    for (std::size_t i = 0, n = std::count(header.begin(), header.end(), ' '); i < n; ++i)
      json += std::string(i == 0 ? "" : ",") +
              R"({"t":"Div","c":[["",[],[]],[{"t":"Para","c":[{"t":"Str","c":"x"}]}]]})";
    return ProcessOutput{0, false, json + "]}", ""};
  }
};

std::vector<SourceFile> files(int count, int poisoned = -1) {
  std::vector<SourceFile> list;
  for (int i = 0; i < count; ++i)
    list.push_back(source_file(i == poisoned ? "poison" : "x", std::to_string(i) + ".md"));
  return list;
}

}  // namespace

TEST_CASE("pandoc missing is an Environment error that names the package") {
  FakePandoc pandoc;
  pandoc.installed = false;
  const auto result = read_chapters(files(2), {}, pandoc);
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == ErrorKind::Environment);
  CHECK(result.error().message == "pandoc is not installed");
  CHECK(result.error().hint == "apt-get install pandoc");
}

TEST_CASE("chapters go to pandoc in batches") {
  FakePandoc pandoc;
  REQUIRE(read_chapters(files(28), {.jobs = 2}, pandoc));
  CHECK(pandoc.runs == 2);
  pandoc.runs = 0;
  REQUIRE(read_chapters(files(31), {.jobs = 1}, pandoc));
  CHECK(pandoc.runs == 3);
  pandoc.runs = 0;
  REQUIRE(read_chapters(files(2), {.jobs = 8}, pandoc));
  CHECK(pandoc.runs == 1);
  pandoc.runs = 0;
  REQUIRE(read_chapters({}, {}, pandoc));
  CHECK(pandoc.runs == 0);
}

TEST_CASE("a chapter that pandoc refuses costs that chapter only") {
  FakePandoc pandoc;
  const auto result = read_chapters(files(5, 2), {}, pandoc);
  REQUIRE(result);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK((*result)[i].document.file == std::to_string(i) + ".md");
    CHECK((*result)[i].document.blocks.size() == (i == 2 ? 0u : 1u));
    CHECK((*result)[i].diagnostics.all().size() == (i == 2 ? 1u : 0u));
  }
  CHECK((*result)[2].diagnostics.all()[0].message == "pandoc refused it (exit 251): heap exhausted");
}

TEST_CASE("a chapter that takes too long, or gets an answer that is no JSON") {
  FakePandoc pandoc;
  pandoc.poisoned = {.exit_code = 137, .timed_out = true, .out = {}, .err = {}};
  const auto slow = read_chapters(files(1, 0), {}, pandoc);
  REQUIRE(slow);
  CHECK(complaints((*slow)[0]) == "0:0 limit-exceeded\n");
  std::string deep = R"({"blocks":)";
  for (int i = 0; i < 5000; ++i) deep += "[";
  for (const std::string& answer :
       {std::string("{"), deep, std::string(R"({"blocks":[{"t":"Para","c":[]}]})"),
        std::string(R"({"blocks":[{"t":"Div"}]})"), std::string(R"({"blocks":7})")}) {
    pandoc.poisoned = {.exit_code = 0, .timed_out = false, .out = answer, .err = {}};
    const auto odd = read_chapters(files(1, 0), {}, pandoc);
    REQUIRE(odd);
    CHECK(complaints((*odd)[0]) == "0:0 limit-exceeded\n");
  }
}

TEST_CASE("pandoc's answer for elements that gfm never makes is kept and reported") {
  FakePandoc pandoc;
  pandoc.poisoned = {};
  pandoc.poisoned.out =
      R"({"blocks":[{"t":"Div","c":[["",[],[]],[{"t":"LineBlock","c":[]},{"t":"Para","c":[{"t":"Span","c":[["",[],[]],[{"t":"Str","c":"kept"}]]}]}]]}]})";
  const auto result = read_chapters(files(1, 0), {}, pandoc);
  REQUIRE(result);
  CHECK(plain_text(as<Paragraph>((*result)[0].document.blocks.at(0))->children) == "kept");
  CHECK(complaints((*result)[0]).find("unread-block") != std::string::npos);
}
