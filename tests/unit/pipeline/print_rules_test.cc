#include "pipeline/print_rules.h"

#include <catch2/catch.hpp>

#include "preflight/preflight.h"

using namespace nbpublish;

namespace {

// Of a file that is none; with every check it is told once.
std::vector<Diagnostic> told_of(std::string_view pdf, const std::string& outlet, Store* store) {
  DiagnosticSink sink;
  REQUIRE(check_wrap(pdf, "cover.pdf", outlet, store, sink));
  return sink.all();
}

std::size_t entries(const MemoryFileSystem& files) { return files.list_directory("/cache")->size(); }

}  // namespace

TEST_CASE("a file that was checked before says again what it said, and is not checked again") {
  MemoryFileSystem files;
  Store store(files, "/cache", {});
  const std::vector<Diagnostic> first = told_of("no PDF", "kdp", &store), second = told_of("no PDF", "kdp", &store);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(second[0].message == first[0].message);
  CHECK(second[0].severity == Severity::Error);
  CHECK(second[0].file == "cover.pdf");
  CHECK(store.found() == 1);
  CHECK(told_of("no PDF", "kdp", nullptr)[0].message == first[0].message);
}

TEST_CASE("another file, and another outlet, is another check") {
  MemoryFileSystem files;
  Store store(files, "/cache", {});
  told_of("no PDF", "kdp", &store);
  told_of("none either", "kdp", &store);
  told_of("no PDF", "ingram", &store);
  CHECK(store.found() == 0);
  CHECK(entries(files) == 3);
}
