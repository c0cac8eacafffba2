// A small book with everything in it, and the EPUB made from it, opened again.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "output/epub/write_epub.h"
#include "support/blocks.h"
#include "support/epub_archive.h"

namespace nbpublish::test {

using namespace testing;

const FontLibrary& fonts();

// Everything an EpubInput borrows. Change what the test is about, then call write().
struct SampleBook {
  SampleBook();
  // The input borrows from this object.
  SampleBook(const SampleBook&) = delete;
  SampleBook& operator=(const SampleBook&) = delete;

  Result<std::string> write();
  Blocks& blocks() { return documents[0].blocks; }  // of chapter 1.1

  Book book;
  std::vector<Document> documents;  // 1.1, 1.2
  Document preface, dedication;
  EpubInput input;
  std::string onix;  // what write() made beside the EPUB
  DiagnosticSink sink;
};

// A PNG of one colour.
PicturePtr png(int width, int height);

// The files of a container, in the order of its central directory.
struct OpenedEpub {
  explicit OpenedEpub(const std::string& bytes);

  std::vector<testing::ArchivedFile> entries;

  const std::string& operator[](const std::string& path) const;
  // The file as XML; the test fails if it is not well-formed.
  pugi::xml_document xml(const std::string& path) const;
};

// All text below the node.
std::string text_of(const pugi::xml_node& node);

}  // namespace nbpublish::test
