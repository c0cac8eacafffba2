#include "pipeline/load_pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {
namespace {

namespace fs = std::filesystem;

class PictureLoader {
 public:
  PictureLoader(const Book& book, const FileSystem& files, PictureMaker& maker, PictureTable& table, DiagnosticSink& diagnostics)
      : book_(book), files_(files), maker_(maker), table_(table), diagnostics_(diagnostics) {}

  void load(const std::string& key, const std::string& file, SourceSpan span) {
    if (table_.contains(key)) return;
    PicturePtr& slot = table_[key];
    if (!is_inside_book(key)) {
      diagnostics_.report(DiagCode::MissingFile, file, span, fmt::format("the picture '{}' lies outside the book's folder", key),
                          "contributed files may only name files of the book");
      return;
    }
    const auto bytes = files_.read_file(book_.root / key);
    if (!bytes) {
      diagnostics_.report(DiagCode::MissingFile, file, span, fmt::format("there is no picture '{}'", key), "");
      return;
    }
    auto picture = maker_.read(*bytes);
    if (!picture) {
      diagnostics_.report(DiagCode::ImageUnreadable, file, span, fmt::format("'{}': {}", key, picture.error().message), picture.error().hint);
      return;
    }
    slot = with_words(std::move(*picture), key);
  }

 private:
  const Book& book_;
  const FileSystem& files_;
  PictureMaker& maker_;
  PictureTable& table_;
  DiagnosticSink& diagnostics_;

  // A text beside the picture, heap.png.txt, is its long description and stands before what a drawing says of itself.
  PicturePtr with_words(PicturePtr picture, const std::string& key) const {
    const std::string file = key + ".txt";
    if (!files_.is_file(book_.root / file) || !is_inside_book(file)) return picture;
    const auto words = files_.read_file(book_.root / file);
    if (!words) return picture;
    Picture described = *picture;
    described.description = sanitise(*words);
    std::erase(described.description, '\r');
    while (described.description.ends_with('\n')) described.description.pop_back();
    return std::make_shared<const Picture>(std::move(described));
  }

  // Neither `..` nor a link on the disk may lead out of the book's folder.
  bool is_inside_book(const std::string& key) const {
    const fs::path root = files_.real_path(book_.root), picture = files_.real_path(book_.root / key);
    return std::mismatch(root.begin(), root.end(), picture.begin(), picture.end()).first == root.end();
  }
};

}  // namespace

PictureTable load_pictures(const Book& book, const std::vector<const Document*>& documents, const FileSystem& files,
                           DiagnosticSink& diagnostics, PictureTable known, PictureMaker& maker) {
  PictureTable table = std::move(known);
  PictureLoader loader(book, files, maker, table, diagnostics);
  const auto use = [&](const Document& d, const std::string& source, SourceSpan span) {
    if (source.find("://") != std::string::npos) {
      diagnostics.report(DiagCode::MissingFile, d.file, span, fmt::format("the picture '{}' is not a file of the book", source),
                         "store it beside the chapter: builds don't reach for the network");
      return;
    }
    loader.load(picture_key(d.file, source), d.file, span);
  };
  for (const Document* d : documents) {
    for_each_block(*d, [&](const Block& block) {
      if (const auto* f = as<Figure>(block)) use(*d, f->source, block.span);
    });
    for_each_inline(*d, [&](const Inline& inl, const Block&) {
      if (const auto* image = as<InlineImage>(inl)) use(*d, image->source, inl.span);
    });
  }
  return table;
}

void load_cover(const Book& book, const Volume& volume, const FileSystem& files, PictureTable& pictures, DiagnosticSink& diagnostics,
                PictureMaker& maker) {
  const std::string& cover = volume.cover.empty() ? book.meta.cover : volume.cover;
  if (cover.empty()) return;
  // A manifest's complaint about its cover is made when it is read; here only a damaged picture is new.
  DiagnosticSink sink;
  PictureLoader(book, files, maker, pictures, sink).load(cover, book.manifest, {});
  for (const Diagnostic& d : sink.all())
    if (d.code == DiagCode::ImageUnreadable) diagnostics.add(d);
}

}  // namespace nbpublish
