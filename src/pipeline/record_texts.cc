#include "pipeline/record_texts.h"

#include <algorithm>
#include <string_view>

#include "archive/encoder.h"
#include "document/kinds.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "platform/door.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostSource = std::size_t{64} << 20;

// The lines of a file, from 1.
class FileLines {
 public:
  explicit FileLines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1);
      lines_.push_back(text.substr(0, end + 1));
      text.remove_prefix(end + 1);
    }
  }

  std::uint64_t hash(std::uint32_t first, std::uint32_t last) const {
    std::string text;
    for (std::size_t line = first; line <= std::min<std::size_t>(last, lines_.size()); ++line)
      if (line > 0) text += lines_[line - 1];
    return hash64(text);
  }

 private:
  std::vector<std::string_view> lines_;
};

struct TextToRecord {
  const Document* document;
  std::string number;
};

class TextRecorder {
 public:
  TextRecorder(const VolumeBuild& build, const FileSystem& files) : build_(build), files_(files) {}

  RecordedText record(const TextToRecord& text) const {
    const Document& document = *text.document;
    const auto source = read_inside(files_, build_.book().root, document.file, kMostSource);
    RecordedText out{document.chapter, document.file, text.number, plain_text(document.title)};
    out.words = words_of(document);
    out.source = source ? hash128(*source) : Hash128{};
    out.document = hash_of(document);
    add_blocks(document, FileLines(source ? std::string_view(*source) : std::string_view()), out);
    add_references(document, out);
    return out;
  }

 private:
  const VolumeBuild& build_;
  const FileSystem& files_;

  static std::map<std::string, std::string> words_of(const Document& document) {
    const FrontMatter& front = document.front;
    return {{"short title", plain_text(document.short_title)},
            {"standfirst", plain_text(document.standfirst)},
            {"excerpt", front.excerpt},
            {"label", front.label}};
  }

  void add_blocks(const Document& document, const FileLines& lines, RecordedText& out) const {
    for (const Block& block : document.blocks) add_block(kind_of(block), block.span, std::span(&block, 1), document, lines, out);
    for (const Note& note : document.notes) add_block("note", note.span, std::span(note.blocks), document, lines, out);
  }

  void add_block(std::string_view kind, SourceSpan span, std::span<const Block> blocks, const Document& document, const FileLines& lines,
                 RecordedText& out) const {
    RecordedBlock recorded{std::string(kind), span.line, lines.hash(span.line, std::max(span.line, span.end_line))};
    const auto add_picture = [&](const std::string& source) {
      const std::string key = picture_key(document.file, source);
      const auto known = build_.pictures.find(key);
      const bool is_known = known != build_.pictures.end() && known->second != nullptr;
      out.pictures.emplace(key, is_known ? hash_of_picture(*known->second) : Hash128{});
      recorded.pictures.push_back(key);
    };
    for_each_block(blocks, [&](const Block& block) {
      if (const auto* figure = as<Figure>(block)) add_picture(figure->source);
    });
    for_each_inline(blocks, [&](const Inline& inl, const Block&) {
      if (const auto* image = as<InlineImage>(inl)) add_picture(image->source);
    });
    out.blocks.push_back(std::move(recorded));
  }

  static void add_references(const Document& document, RecordedText& out) {
    for_each_inline(document, [&](const Inline& inl, const Block&) {
      const auto* link = as<Link>(inl);
      const auto* target = link == nullptr ? nullptr : std::get_if<InternalTarget>(&link->target);
      if (target != nullptr) out.references.emplace(destination_name(*target), plain_text(link->children));
    });
  }
};

std::vector<TextToRecord> texts_of(const VolumeTexts& texts) {
  std::vector<TextToRecord> out;
  for (const TopicTexts& topic : texts.topics)
    for (const ChapterText& chapter : topic.chapters)
      if (chapter.document != nullptr) out.push_back({chapter.document, printed_number(*topic.topic, *chapter.chapter)});
  for (const auto& [id, document] : texts.matter) out.push_back({document, letter_of(id)});
  return out;
}

}  // namespace

std::vector<RecordedText> record_texts(const VolumeBuild& build, const FileSystem& files, unsigned jobs) {
  const std::vector<TextToRecord> texts = texts_of(build.texts);
  const TextRecorder recorder(build, files);
  std::vector<RecordedText> out(texts.size());
  parallel_for(jobs, texts.size(), [&](std::size_t i) { out[i] = recorder.record(texts[i]); });
  return out;
}

}  // namespace nbpublish
