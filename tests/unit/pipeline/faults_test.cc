// A small build whose world fails at every one of its calls in turn: each time a clear end, and no file that is neither the old one
// nor the new.
#include <catch2/catch.hpp>
#include <optional>

#include "fuzz/pandoc_of_cmark.h"
#include "pipeline/publish.h"
#include "support/faulty_world.h"
#include "support/layered_files.h"
#include "support/scoped_variable.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Files = std::map<std::string, std::string>;

void add_book(LayeredFiles& files, const std::string& words) {
  const auto write = [&](const std::string& name, const std::string& text) { REQUIRE(files.write_file("/book/" + name, text)); };
  write("book.toml",
        "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\ndate = \"2026-01-02\"\n[[volume]]\nkey = \"v\"\ntitle = \"One\"\n"
        "[[volume.topic]]\ntitle = \"First\"\nchapter = [{ file = \"a.md\" }, { file = \"b.md\" }]\n");
  write("a.md", "---\ntitle: First\n---\n\n" + words + "\n\n![What it shows](box.svg \"A box.\")\n");
  write("b.md", "---\ntitle: Second\n---\n\nSee [the first](a.md).\n");
  write("box.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"60\"><rect width=\"120\" height=\"60\"/></svg>");
}

// The disk before a build: the book, and what earlier builds have made.
LayeredFiles& disk_with(LayeredFiles& files, const Files& made) {
  add_book(files, "Words of the new text.");
  for (const auto& [path, bytes] : made) REQUIRE(files.write_file(path, bytes));
  return files;
}

struct End {
  bool well = false;
  ErrorKind kind = ErrorKind::Internal;  // of the error
  std::string error;
  std::string told;  // the diagnostics

  bool is_silent() const { return well && told.empty(); }
};

End build(FileSystem& files, ProcessRunner& processes) {
  RunOptions options;
  options.request.pdf = options.request.epub = true;
  options.request.editions = {"print"};
  options.folders = {"/book", "/out", "/cache"};
  DiagnosticSink sink;
  const auto made = publish(options, {files, processes}, sink);
  End end;
  end.well = made.has_value();
  if (!made) end.kind = made.error().kind, end.error = made.error().message;
  for (const Diagnostic& d : sink.all())
    if (!d.message.starts_with("the file has too few pages"))  // which is true of a small book
      end.told += d.file + ": " + d.message + "\n";
  return end;
}

Files all_made(const LayeredFiles& files) {
  Files all = files.written_below("/out");
  all.merge(files.written_below("/cache"));
  return all;
}

struct Builds {
  Files old, next;  // all files of an earlier build, and of one after the text has changed

  Files of_out() const {
    Files out = next;
    std::erase_if(out, [](const auto& file) { return !file.first.starts_with("/out"); });
    return out;
  }

  Builds() {
    fuzz::CmarkAsPandoc pandoc;
    LayeredFiles before;
    add_book(before, "Words of the old text.");
    const End first = build(before, pandoc);
    INFO(first.error << first.told);
    REQUIRE(first.is_silent());
    old = all_made(before);
    LayeredFiles after;
    REQUIRE(build(disk_with(after, old), pandoc).is_silent());
    next = all_made(after);
    REQUIRE(next.at("/out/v/v-print.pdf") != old.at("/out/v/v-print.pdf"));
    REQUIRE(next.at("/out/v/v.epub") != old.at("/out/v/v.epub"));
  }
};

const Builds& builds() {
  static const Builds made;
  return made;
}

// Every file is whole: as it was, or as it was to become; or made in spite of what is told. If nothing is told, all is as it was to
// become. And what is kept for the next build spoils nothing of it.
void check_files(LayeredFiles& files, const Files& before, const End& end) {
  for (const auto& [path, bytes] : before) CHECK(files.is_file(path));
  const Files out = files.written_below("/out"), wanted = builds().of_out();
  if (end.is_silent()) CHECK(out == wanted);
  if (end.well) CHECK(out.size() == wanted.size());
  if (!end.well)
    for (const auto& [path, bytes] : out) {
      INFO(path);
      const auto was = before.find(path);
      CHECK(((was != before.end() && was->second == bytes) || wanted.at(path) == bytes));
    }
  if (all_made(files) == builds().next || all_made(files) == before) return;
  fuzz::CmarkAsPandoc pandoc;
  CHECK(build(files, pandoc).is_silent());
  CHECK(files.written_below("/out") == wanted);
}

// Runs the build with the n-th call failing, for every n; gives the number of calls.
template <class Fails>
int at_every_call(const Files& before, const Fails& build_failing_at) {
  const Place temporary;
  const ScopedVariable place("TMPDIR", temporary.path().string());
  int n = 1;
  for (;; ++n) {
    LayeredFiles files;
    disk_with(files, before);
    std::string failed;
    const std::optional<End> end = build_failing_at(files, n, failed);
    if (!end) break;  // there was no n-th call
    INFO("call " << n << ": " << failed << ": " << end->error << "\n" << end->told);
    CHECK((end->well || !(end->error + end->told).empty()));
    check_files(files, before, *end);
    CHECK(temporary.names().empty());
  }
  return n - 1;
}

int with_disk_fault(DiskFault fault, const Files& before) {
  return at_every_call(before, [&](LayeredFiles& files, int n, std::string& failed) -> std::optional<End> {
    fuzz::CmarkAsPandoc pandoc;
    FaultyFiles faulty(files, fault, n);
    const End end = build(faulty, pandoc);
    if (faulty.calls() < n) return std::nullopt;
    failed = faulty.failed().string();
    INFO(failed << ": " << end.error << end.told);
    // The cache is a help that may fail, and a title may stand in the manifest too; whatever else cannot be read or written is named, in
    // the error or in a diagnostic.
    const std::string name = faulty.failed().filename().string();
    if (failed.starts_with("/cache")) CHECK(end.is_silent());
    if (!end.is_silent()) CHECK((end.error + end.told).find(name) != std::string::npos);
    if (!end.well && fault == DiskFault::BrokenRead) CHECK(end.kind == ErrorKind::Environment);
    return end;
  });
}

int with_child_fault(ChildFault fault, const Files& before) {
  return at_every_call(before, [&](LayeredFiles& files, int n, std::string& failed) -> std::optional<End> {
    fuzz::CmarkAsPandoc pandoc;
    FaultyRunner faulty(pandoc, fault, n);
    const End end = build(files, faulty);
    if (faulty.calls() < n) return std::nullopt;
    failed = "pandoc";
    if (!end.well) CHECK(end.error.find("pandoc") != std::string::npos);
    return end;
  });
}

}  // namespace

TEST_CASE("a file that the machine cannot read ends the build as the world's refusal, which names it, or is told of; old files stay") {
  CHECK(with_disk_fault(DiskFault::BrokenRead, {}) > 10);
  CHECK(with_disk_fault(DiskFault::BrokenRead, builds().old) > 10);
}

TEST_CASE("a file that may not be read ends the build, which names it, or is told of; old files stay") {
  CHECK(with_disk_fault(DiskFault::RefusedRead, builds().old) > 10);
}

TEST_CASE("a disk that is full at any write leaves whole files") {
  CHECK(with_disk_fault(DiskFault::FullDisk, {}) > 3);
  CHECK(with_disk_fault(DiskFault::FullDisk, builds().old) > 3);
}

TEST_CASE("whatever befalls a child, the build ends with a word of it or gives what it gives without") {
  for (const ChildFault fault :
       {ChildFault::NotFound, ChildFault::Refused, ChildFault::Killed, ChildFault::TimedOut, ChildFault::TooLong, ChildFault::Nonsense}) {
    INFO("fault " << static_cast<int>(fault));
    CHECK(with_child_fault(fault, builds().old) >= 1);
  }
}
