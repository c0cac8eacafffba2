// A book's first volume read and laid out, and that of tests/books/everything once for all tests of its pages.
#pragma once

#include <catch2/catch.hpp>

#include "book/discovery.h"

#include "frame/shift.h"
#include "pipeline/load_pictures.h"
#include "pipeline/volume_build.h"
#include "support/layout_fixture.h"
#include "support/places.h"

namespace nbpublish::testing {

struct Everything {
  RealFileSystem files;
  RealProcessRunner processes;
  DiagnosticSink sink;
  RunOptions options;
  Book book;
  std::vector<LoadedVolume> loaded;
  Style style = project_style();
  PagedVolume volume;
  DocumentsByKey documents;

  explicit Everything(const std::filesystem::path& folder) {
    options.folders.book = folder;
    book = value_or_throw(load_book(files, options.folders.book, sink));
    loaded = value_or_throw(load_volumes(book, {&book.volumes.front()}, {}, files, processes, sink));
    VolumeBuild build{loaded.front().texts(book, book.volumes.front(), false)};
    build.pictures = load_pictures(book, build.texts.documents(), files, sink);
    volume = in_place(value_or_throw(layout_volume(build.layout_input(style, project_fonts(), options.execution), sink)));
    documents = build.texts.documents_by_key();
  }
};

inline const Everything& everything() {
  static const Everything made(test_path("books/everything"));
  return made;
}

}  // namespace nbpublish::testing
