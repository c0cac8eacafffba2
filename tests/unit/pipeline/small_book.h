// A book of a few chapters on a disk in memory, and its diagnostics.
#pragma once

#include <catch2/catch.hpp>

#include "pipeline/publish.h"

namespace nbpublish::testing {

// Names of the diagnostics with their places: "chapters/one.md:3 missing-file".
inline std::vector<std::string> told_places(const DiagnosticSink& sink) {
  std::vector<std::string> out;
  for (const Diagnostic& d : sink.all()) out.push_back(d.file + ":" + std::to_string(d.span.line) + " " + std::string(word_of(d.code)));
  return out;
}

struct SmallBook {
  MemoryFileSystem files;
  RealProcessRunner processes;
  DiagnosticSink sink;
  RunOptions options;

  SmallBook() {
    options.folders.book = "/book";
    write("book.toml",
          "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\n"
          "[[volume]]\nkey = \"volume-1\"\ntitle = \"One\"\n"
          "[[volume.topic]]\ntitle = \"First\"\n"
          "chapter = [{ file = \"a.md\" }, { file = \"b.md\", status = \"review\" }, { file = \"c.md\", "
          "status = \"draft\" }]\n"
          "[[volume.topic]]\ntitle = \"Second\"\nstatus = \"planned\"\n"
          "[[volume]]\nkey = \"volume-2\"\ntitle = \"Two\"\n"
          "[[volume.topic]]\ntitle = \"Third\"\nchapter = [{ file = \"d.md\" }]\n");
    for (const char* name : {"a", "b", "c", "d"}) chapter(name, "Some words.\n");
  }

  void write(const std::string& name, const std::string& text) { REQUIRE(files.write_file("/book/" + name, text)); }
  void chapter(const std::string& name, const std::string& body) { write(name + ".md", "---\ntitle: " + name + "\n---\n\n" + body); }
  Environment environment() { return {files, processes}; }
};

}  // namespace nbpublish::testing
