#include "diag/file_name.h"

#include <catch2/catch.hpp>

#include <thread>
#include <type_traits>
#include <vector>

#include "diag/diagnostic.h"

using namespace nbpublish;

static_assert(std::is_trivially_copyable_v<FileName> && sizeof(FileName) == sizeof(void*));
static_assert(std::is_trivially_copyable_v<SourceSpan> && sizeof(SourceSpan) == 4 * sizeof(std::uint32_t) + sizeof(void*));

TEST_CASE("equal file names are one, whatever string they come from") {
  const std::string text = "chapters/a.md";
  CHECK(FileName(text) == FileName(std::string("chapters/") + "a.md"));
  CHECK(FileName(text) != FileName("chapters/b.md"));
  CHECK(FileName(text).text() == text);
  CHECK(FileName(text).is_known());
}

TEST_CASE("no file is no name") {
  CHECK(FileName() == FileName(""));
  CHECK_FALSE(FileName("").is_known());
  CHECK(FileName().text().empty());
  CHECK(FileName() < FileName("a"));
}

TEST_CASE("file names are ordered by their text, not by when they came") {
  const FileName later("file-name-test/b"), sooner("file-name-test/a");
  CHECK(sooner < later);
  CHECK(SourceSpan{9, 1, 9, 1, sooner} < SourceSpan{1, 1, 1, 1, later});
  CHECK(SourceSpan{1, 1, 1, 1, later} < SourceSpan{1, 2, 1, 2, later});
}

TEST_CASE("threads that name the same files at once get the same names") {
  constexpr int kThreads = 8, kNames = 200;
  std::vector<std::vector<FileName>> names(kThreads);
  {
    std::vector<std::jthread> threads;
    for (auto& own : names)
      threads.emplace_back([&own] {
        for (int i = 0; i < kNames; ++i) own.emplace_back("file-name-test/" + std::to_string(i) + ".md");
      });
  }
  for (const auto& own : names) CHECK(own == names.front());
  for (int i = 0; i < kNames; ++i) CHECK(names.back()[i].text() == "file-name-test/" + std::to_string(i) + ".md");
}

TEST_CASE("a diagnostic is of the file that its span names, and a span without one is of the diagnostic's") {
  DiagnosticSink sink;
  sink.report(DiagCode::RawHtml, "a.md", {2, 1, 2, 3, FileName("part.md")}, "x");
  sink.report(DiagCode::RawHtml, "a.md", {2, 1, 2, 3}, "x");
  sink.report(DiagCode::RawHtml, "", {}, "x");
  CHECK(sink.all()[0].file == "part.md");
  CHECK(sink.all()[0].span == SourceSpan{2, 1, 2, 3, FileName("part.md")});
  CHECK(sink.all()[1].file == "a.md");
  CHECK(sink.all()[1].span == SourceSpan{2, 1, 2, 3, FileName("a.md")});
  CHECK(sink.all()[2].span == SourceSpan{});
}

TEST_CASE("spans that are made of others stay in their file") {
  const FileName file("a.md");
  const SourceSpan first{2, 3, 4, 5, file}, last{6, 7, 8, 9, file};
  CHECK(from_to(first, last) == SourceSpan{2, 3, 8, 9, file});
  CHECK(beginning_of(first) == SourceSpan{2, 3, 2, 3, file});
  CHECK(beginning_of_line(first) == SourceSpan{2, 1, 2, 1, file});
}
