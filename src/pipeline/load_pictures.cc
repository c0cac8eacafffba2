#include "pipeline/load_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "platform/door.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostDescription = 1u << 20;

// A place that names a picture first.
struct NamedPicture {
  std::string key;
  std::string file;
  SourceSpan span;
};

// What came of a use. Each is of its own, so that pictures can be read side by side.
struct ReadPicture {
  PicturePtr picture;
  DiagnosticSink told;
  Status refusal;
};

class PictureReader {
 public:
  PictureReader(const Book& book, const FileSystem& files, PictureMaker& maker) : book_(book), files_(files), maker_(maker) {}

  ReadPicture read(const NamedPicture& use) const {
    ReadPicture out;
    const auto bytes = read_inside(files_, book_.root, use.key, PictureLimits().max_bytes);
    if (!bytes) {
      complain(bytes.error(), use.key, use, out);
      return out;
    }
    auto picture = maker_.read(*bytes);
    if (picture) out.picture = with_words(std::move(*picture), use, out);
    else
      out.told.report(DiagCode::ImageUnreadable, use.file, use.span, fmt::format("'{}': {}", use.key, picture.error().message),
                      picture.error().hint);
    return out;
  }

 private:
  const Book& book_;
  const FileSystem& files_;
  PictureMaker& maker_;

  static void complain(const ReadError& error, const std::string& key, const NamedPicture& use, ReadPicture& out) {
    const auto tell = [&](DiagCode code, const std::string& message, const char* hint) {
      out.told.report(code, use.file, use.span, message, hint);
    };
    switch (error.fault) {
      case ReadFault::Outside:
        return tell(DiagCode::MissingFile, fmt::format("the picture '{}' lies outside the book's folder", key),
                    "contributed files may only name files of the book");
      case ReadFault::Missing:
        return tell(DiagCode::MissingFile, fmt::format("there is no picture '{}'", key), "");
      case ReadFault::TooLarge:
      case ReadFault::Refused:
        return tell(DiagCode::ImageUnreadable, fmt::format("'{}' cannot be read: {}", key, error.why), "");
      case ReadFault::System:
        out.refusal = fail_to_read(key, error);
        return;
    }
  }

  // A text beside the picture, heap.png.txt, is its long description and stands before what a drawing says of itself.
  PicturePtr with_words(PicturePtr picture, const NamedPicture& use, ReadPicture& out) const {
    const auto words = read_inside(files_, book_.root, use.key + ".txt", kMostDescription);
    if (!words) {
      if (words.error().fault != ReadFault::Missing) complain(words.error(), use.key + ".txt", use, out);
      return picture;
    }
    Picture described = *picture;
    described.description = sanitise(*words);
    std::erase(described.description, '\r');
    while (described.description.ends_with('\n')) described.description.pop_back();
    return std::make_shared<const Picture>(std::move(described));
  }
};

bool is_of_the_web(std::string_view source) { return source.find("://") != source.npos; }

ReadPicture refuse_the_web(const NamedPicture& use) {
  ReadPicture out;
  out.told.report(DiagCode::MissingFile, use.file, use.span, fmt::format("the picture '{}' is not a file of the book", use.key),
                  "store it beside the chapter: builds don't reach for the network");
  return out;
}

// In the order of the texts; each picture of the book once, but each place that names one of the web.
std::vector<NamedPicture> uses_in(const std::vector<const Document*>& documents, const PictureTable& known) {
  std::vector<NamedPicture> out;
  std::set<std::string> met;
  const auto use = [&](const Document& d, const std::string& source, SourceSpan span) {
    if (is_of_the_web(source)) return out.push_back({source, d.file, span});
    std::string key = picture_key(d.file, source);
    if (!known.contains(key) && met.insert(key).second) out.push_back({std::move(key), d.file, span});
  };
  for (const Document* d : documents) {
    for_each_block(*d, [&](const Block& block) {
      if (const auto* f = as<Figure>(block)) use(*d, f->source, block.span);
    });
    for_each_inline(*d, [&](const Inline& inl, const Block&) {
      if (const auto* image = as<InlineImage>(inl)) use(*d, image->source, inl.span);
    });
  }
  return out;
}

void keep_refusal(const Status& refusal, Status* kept) {
  if (!refusal && kept != nullptr && *kept) *kept = refusal;
}

}  // namespace

PictureTable load_pictures(const Book& book, const std::vector<const Document*>& documents, const FileSystem& files,
                           DiagnosticSink& diagnostics, PictureReading reading) {
  PictureTable table = std::move(reading.known);
  const std::vector<NamedPicture> uses = uses_in(documents, table);
  const PictureReader reader(book, files, *reading.maker);
  std::vector<ReadPicture> read(uses.size());
  parallel_for(reading.jobs, uses.size(),
               [&](std::size_t i) { read[i] = is_of_the_web(uses[i].key) ? refuse_the_web(uses[i]) : reader.read(uses[i]); });
  for (std::size_t i = 0; i < uses.size(); ++i) {
    diagnostics.merge(std::move(read[i].told));
    keep_refusal(read[i].refusal, reading.refusal);
    if (!is_of_the_web(uses[i].key)) table.emplace(uses[i].key, std::move(read[i].picture));
  }
  return table;
}

void load_cover(const Book& book, const Volume& volume, const FileSystem& files, PictureTable& pictures, DiagnosticSink& diagnostics,
                PictureMaker& maker, Status* refusal) {
  const std::string& cover = volume.cover.empty() ? book.meta.cover : volume.cover;
  if (cover.empty()) return;
  if (pictures.contains(cover)) return;
  ReadPicture read = PictureReader(book, files, maker).read({cover, book.manifest, {}});
  pictures.emplace(cover, std::move(read.picture));
  keep_refusal(read.refusal, refusal);
  // A manifest's complaint about its cover is made when it is read; here only a damaged picture is new.
  for (const Diagnostic& d : read.told.all())
    if (d.code == DiagCode::ImageUnreadable) diagnostics.add(d);
}

}  // namespace nbpublish
