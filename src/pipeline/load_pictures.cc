#include "pipeline/load_pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostDescription = 1u << 20;

class PictureLoader {
 public:
  PictureLoader(const Book& book, const FileSystem& files, PictureMaker& maker, PictureTable& table, DiagnosticSink& diagnostics,
                Status* refusal)
      : book_(book), files_(files), maker_(maker), table_(table), diagnostics_(diagnostics), refusal_(refusal) {}

  void load(const std::string& key, const std::string& file, SourceSpan span) {
    if (table_.contains(key)) return;
    PicturePtr& slot = table_[key];
    const auto bytes = read_inside(files_, book_.root, key, PictureLimits().max_bytes);
    if (!bytes) return complain(bytes.error(), key, file, span);
    auto picture = maker_.read(*bytes);
    if (!picture) {
      diagnostics_.report(DiagCode::ImageUnreadable, file, span, fmt::format("'{}': {}", key, picture.error().message),
                          picture.error().hint);
      return;
    }
    slot = with_words(std::move(*picture), key, file, span);
  }

 private:
  const Book& book_;
  const FileSystem& files_;
  PictureMaker& maker_;
  PictureTable& table_;
  DiagnosticSink& diagnostics_;
  Status* refusal_;

  void complain(const ReadError& error, const std::string& key, const std::string& file, SourceSpan span) {
    switch (error.fault) {
      case ReadFault::Outside:
        return diagnostics_.report(DiagCode::MissingFile, file, span, fmt::format("the picture '{}' lies outside the book's folder", key),
                                   "contributed files may only name files of the book");
      case ReadFault::Missing:
        return diagnostics_.report(DiagCode::MissingFile, file, span, fmt::format("there is no picture '{}'", key), "");
      case ReadFault::TooLarge:
      case ReadFault::Refused:
        return diagnostics_.report(DiagCode::ImageUnreadable, file, span, fmt::format("'{}' cannot be read: {}", key, error.why));
      case ReadFault::System:
        if (refusal_ && *refusal_) *refusal_ = fail_to_read(key, error);
        return;
    }
  }

  // A text beside the picture, heap.png.txt, is its long description and stands before what a drawing says of itself.
  PicturePtr with_words(PicturePtr picture, const std::string& key, const std::string& file, SourceSpan span) {
    const auto words = read_inside(files_, book_.root, key + ".txt", kMostDescription);
    if (!words) {
      if (words.error().fault != ReadFault::Missing) complain(words.error(), key + ".txt", file, span);
      return picture;
    }
    Picture described = *picture;
    described.description = sanitise(*words);
    std::erase(described.description, '\r');
    while (described.description.ends_with('\n')) described.description.pop_back();
    return std::make_shared<const Picture>(std::move(described));
  }
};

}  // namespace

PictureTable load_pictures(const Book& book, const std::vector<const Document*>& documents, const FileSystem& files,
                           DiagnosticSink& diagnostics, PictureTable known, PictureMaker& maker, Status* refusal) {
  PictureTable table = std::move(known);
  PictureLoader loader(book, files, maker, table, diagnostics, refusal);
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
                PictureMaker& maker, Status* refusal) {
  const std::string& cover = volume.cover.empty() ? book.meta.cover : volume.cover;
  if (cover.empty()) return;
  // A manifest's complaint about its cover is made when it is read; here only a damaged picture is new.
  DiagnosticSink sink;
  PictureLoader(book, files, maker, pictures, sink, refusal).load(cover, book.manifest, {});
  for (const Diagnostic& d : sink.all())
    if (d.code == DiagCode::ImageUnreadable) diagnostics.add(d);
}

}  // namespace nbpublish
