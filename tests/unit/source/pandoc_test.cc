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
      json += std::string(i == 0 ? "" : ",") + R"({"t":"Div","c":[["",[],[]],[{"t":"Para","c":[{"t":"Str","c":"x"}]}]]})";
    return ProcessOutput{0, false, json + "]}", ""};
  }
};

std::vector<SourceFile> files(int count, int poisoned = -1) {
  std::vector<SourceFile> list;
  for (int i = 0; i < count; ++i) list.push_back(source_file(i == poisoned ? "poison" : "x", std::to_string(i) + ".md"));
  return list;
}

// Of so many KB each.
std::vector<SourceFile> long_files(int count, std::size_t kilobytes) {
  std::vector<SourceFile> list = files(count);
  for (SourceFile& file : list)
    while (file.text.size() < kilobytes << 10) file.text += "\n\nA paragraph of words.";
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

TEST_CASE("chapters go to pandoc in batches of so many bytes, one or more for each job") {
  const auto runs = [](const std::vector<SourceFile>& chapters, unsigned jobs) {
    FakePandoc pandoc;
    REQUIRE(read_chapters(chapters, {.jobs = jobs}, pandoc));
    return pandoc.runs.load();
  };
  CHECK(runs(long_files(6, 50), 2) == 2);
  CHECK(runs(long_files(15, 100), 1) == 4);
  CHECK(runs(long_files(15, 100), 2) == 4);  // two beside each other, twice
  CHECK(runs(files(31), 8) == 1);
  CHECK(runs({}, 1) == 0);
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
  for (const std::string& answer : {std::string("{"), deep, std::string(R"({"blocks":[{"t":"Para","c":[]}]})"),
                                    std::string(R"({"blocks":[{"t":"Div"}]})"), std::string(R"({"blocks":7})")}) {
    pandoc.poisoned = {.exit_code = 0, .timed_out = false, .out = answer, .err = {}};
    const auto odd = read_chapters(files(1, 0), {}, pandoc);
    REQUIRE(odd);
    CHECK(complaints((*odd)[0]) == "0:0 limit-exceeded\n");
  }
}

namespace {

// A pandoc that always ends in the same way.
struct BrokenPandoc : ProcessRunner {
  ProcessOutput end;
  std::atomic<int> runs{0};
  explicit BrokenPandoc(int exit_code, std::string out, std::string err)
      : end{.exit_code = exit_code, .timed_out = false, .out = std::move(out), .err = std::move(err)} {}
  Result<ProcessOutput> run(const ProcessRequest&) override { return ++runs, end; }
};

}  // namespace

TEST_CASE("a pandoc that is broken or lacks something is the machine's fault, whatever the chapters say") {
  struct Case {
    int exit_code;
    std::string out, err, message;
  };
  const std::string whole = R"({"pandoc-api-version":[1,22],"meta":{},"blocks":[{"t":"Div","c":[["",[],[]],[]]}]})";
  for (const Case& c : {
           Case{137, "", "", "pandoc was killed by signal 9"},
           Case{134, "", "timerfd_create: Too many open files", "pandoc was killed by signal 6: timerfd_create: Too many open files"},
           Case{139, whole, "", "pandoc was killed by signal 11"},
           Case{1, "", "pandoc: failed to create OS thread: Cannot allocate memory",
                "pandoc refused it (exit 1): pandoc: failed to create OS thread: Cannot allocate memory"},
           Case{251, "", "pandoc: out of memory (requested 1048576 bytes)",
                "pandoc refused it (exit 251): pandoc: out of memory (requested 1048576 bytes)"},
           Case{1, "", "pandoc: no such option", "pandoc does not work: it refused it (exit 1): pandoc: no such option"},
           Case{0, "", "", "pandoc's answer cannot be read"},
           Case{0, "hello", "", "pandoc's answer cannot be read"},
           Case{0, whole.substr(0, whole.size() / 2), "", "pandoc's answer cannot be read"},
           Case{0, R"({"blocks":[]})", "", "pandoc's answer cannot be read"},
           Case{0, R"({"pandoc-api-version":[1,17,5],"blocks":[]})", "", "pandoc's answer is of a version that is not known: [1,17,5]"},
           Case{0, R"({"pandoc-api-version":[2,0],"blocks":[]})", "", "pandoc's answer is of a version that is not known: [2,0]"},
       })
    for (const int count : {1, 7}) {
      BrokenPandoc pandoc(c.exit_code, c.out, c.err);
      const auto result = read_chapters(files(count), {}, pandoc);
      INFO(c.message);
      REQUIRE_FALSE(result);
      CHECK(result.error().kind == ErrorKind::Environment);
      CHECK(result.error().message == c.message);
      CHECK(pandoc.runs <= 3);
    }
}

TEST_CASE("a chapter that ends pandoc at its own limits is the chapter's fault") {
  FakePandoc pandoc;
  pandoc.poisoned.err = "pandoc: Heap exhausted;\npandoc: Current maximum heap size is 1073741824 bytes (1024 MB).\n";
  const auto result = read_chapters(files(3, 1), {}, pandoc);
  REQUIRE(result);
  CHECK(complaints((*result)[1]) == "0:0 limit-exceeded\n");
  CHECK((*result)[1].is_left_out);
  CHECK_FALSE((*result)[0].is_left_out);
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
