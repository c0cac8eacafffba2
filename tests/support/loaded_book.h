// The first of some volumes of a book on the machine, read and with its pictures: what benchmarks begin with.
#pragma once

#include "book/discovery.h"
#include "pipeline/load_pictures.h"
#include "pipeline/prepared_book.h"
#include "pipeline/volume_build.h"
#include "support/layout_fixture.h"

namespace nbpublish::testing {

struct LoadedBook {
  RealFileSystem files;
  RealProcessRunner processes;
  DiagnosticSink sink;
  Book book;
  const Volume* volume = nullptr;
  std::vector<LoadedVolume> loaded;
  VolumeBuild build{};

  // Of the volumes with these keys, or of all for none. Throws what cannot be read.
  LoadedBook(const std::filesystem::path& root, const std::vector<std::string>& volumes) {
    book = value_or_throw(load_book(files, root, sink));
    volume = value_or_throw(choose_volumes(book, volumes)).front();
    loaded = value_or_throw(load_volumes(book, {volume}, {}, files, processes, sink));
    build.texts = loaded.front().texts(book, *volume, false);
    build.pictures = load_pictures(book, build.texts.documents(), files, sink);
  }
  LoadedBook(const LoadedBook&) = delete;  // the build refers to it
};

}  // namespace nbpublish::testing
