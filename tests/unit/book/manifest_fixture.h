// A book in memory around a manifest, and its complaints as lines.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "book/manifest.h"

struct ManifestFixture {
  nbpublish::MemoryFileSystem disk;
  nbpublish::DiagnosticSink sink;

  // With the chapters of these tests that the manifest names, and files for the rest of its keys.
  explicit ManifestFixture(const std::string& manifest) {
    put("book.toml", manifest);
    const auto put_named = [&](const std::string& file, const std::string& text) {
      if (manifest.find(file) != std::string::npos) put(file, text);
    };
    put_named("chapters/01-first/01-a.md", "---\ntitle: A of the chapter\nshort: A\n---\n");
    put_named("chapters/01-first/02-b.mdx", "---\ntitle: B of the chapter\nshort: B\n---\n");
    put_named("chapters/03-third/01-c.md", "no front matter\n");
    for (const char* file : {"cover.png", "front/preface.md", "back/a.md", "back/me.md"}) put(file, "x");
  }
  void put(const std::string& file, const std::string& text) { REQUIRE(disk.write_file("book/" + file, text)); }

  nbpublish::Book read() {
    const auto book = nbpublish::read_manifest(disk, "book", sink);
    REQUIRE(book);
    return *book;
  }

  // "code line:col message (hint)" of each diagnostic so far.
  std::vector<std::string> complaints() const {
    std::vector<std::string> lines;
    for (const nbpublish::Diagnostic& d : sink.all()) {
      CHECK(d.file == "book.toml");
      lines.push_back(std::string(word_of(d.code)) + " " + std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " +
                      d.message + (d.hint.empty() ? "" : " (" + d.hint + ")"));
    }
    return lines;
  }
};

// One volume, one topic, one chapter, with room for more keys in each; `more` goes to the end. Lines:
// 1 title, 2 rights, `top`; [[volume]], key, title, `volume`; [[volume.topic]], title, `topic`;
// [[volume.topic.chapter]], file, `chapter`.
inline std::string small_manifest(const std::string& volume, const std::string& topic, const std::string& chapter,
                                  const std::string& more = {}, const std::string& top = {}) {
  return "title = \"Set\"\nrights = \"Mine\"\n" + top + "[[volume]]\nkey = \"one\"\ntitle = \"One\"\n" + volume +
         "[[volume.topic]]\ntitle = \"First\"\n" + topic + "[[volume.topic.chapter]]\nfile = \"chapters/01-first/01-a.md\"\n" + chapter +
         more;
}

inline constexpr const char* kWholeManifest = R"(
title = "Set"
subtitle = "Sub"
authors = ["Ada", "Bo"]
language = "de-AT"
site = "https://book.example/"
licence = "CC BY 4.0"
printing = 3
date = 2026-11-01
disclaimer = """
Two
lines.
"""
node-versions = ["20.20"]
cover = "./cover.png"
style = "large"
chapter-start = "next"

[front]
preface = "front/preface.md"
dedication = ""
[back]
appendices = ["back/a.md"]
about-author = "back/me.md"

[[volume]]
key = "one"
title = "One"
identifiers = { print = "isbn:978-0-306-40615-7", epub = "urn:uuid:E640F4E0-85CE-5EA0-8F1D-A3DE408D25A5" }

  [[volume.topic]]
  title = "First"
    [[volume.topic.chapter]]
    file = "chapters/01-first/01-a.md"
    title = "A of the manifest"
    [[volume.topic.chapter]]
    file = "chapters/01-first/02-b.mdx"
    status = "draft"
    [[volume.topic.chapter]]
    title = "To Come"
    status = "planned"

  [[volume.topic]]
  title = "Second"
  status = "planned"

[[volume]]
key = "two"
title = "Two"
  [[volume.topic]]
  title = "Third"
    [[volume.topic.chapter]]
    file = "chapters/03-third/01-c.md"
)";
