#include "case_book.h"

#include <filesystem>
#include <optional>
#include <stdexcept>

#include "document/anchors.h"
#include "document/chapter_lookup.h"
#include "document/ids.h"
#include "document/resolve.h"
#include "layout/inline/word_items.h"
#include "layout/page/chapter_layout.h"
#include "source/read_chapter.h"
#include "style/read_style.h"
#include "support/places.h"

namespace nbpublish::cases {
namespace {

constexpr std::string_view kKey = "streams/this-one";

template <class T>
T value_or_throw(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + "\n" + result.error().hint);
  return std::move(*result);
}

SourceFile source_file(const Case& c) {
  return {std::string("chapters/02-streams/01-this-one.") + (c.has("mdx") ? "mdx" : "md"), std::string(kKey),
          "https://example.org/streams/this-one", c.source()};
}

BookAddresses addresses_for(const Document& document) {
  BookAddresses out;
  out.site = "https://example.org";
  ChapterAddress here;
  here.key = document.chapter;
  here.file = document.file;
  here.public_path = "/streams/this-one";
  here.number = "9.1";
  here.topic_number = "9";
  here.anchors = anchors_of(document);
  here.label = document.front.label;
  ChapterAddress next = here;
  next.key = "streams/next";
  next.file = "chapters/02-streams/02-next.md";
  next.public_path = "/streams/next";
  next.number = "9.2";
  next.anchors = {"pausing", "resuming", "fig:next"};
  next.names = {{"pausing", "“Pausing”"}, {"fig:next", "Figure 9.7"}};
  next.label = "ch:next";
  ChapterAddress elsewhere = next;
  elsewhere.key = "workers/messages";
  elsewhere.file = "chapters/04-workers/01-messages.md";
  elsewhere.public_path = "/workers/messages";
  elsewhere.number = "21.1";
  elsewhere.topic_number = "21";
  elsewhere.anchors = {"fig:far"};
  elsewhere.names = {{"fig:far", "Figure 21.3"}};
  elsewhere.label.clear();
  elsewhere.volume = "Volume II";
  elsewhere.volume_title = "Elsewhere";
  elsewhere.presence = ChapterPresence::OtherVolume;
  ChapterAddress draft = next;
  draft.key = "streams/later";
  draft.file = "chapters/02-streams/03-later.md";
  draft.public_path = "/streams/later";
  draft.number = "9.3";
  draft.anchors = {};
  draft.names = {};
  draft.label.clear();
  draft.is_read = false;
  draft.presence = ChapterPresence::Unpublished;
  out.chapters = {here, next, elsewhere, draft};
  return out;
}

std::string one_line(const Diagnostic& d) {
  static constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
  std::string out = std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + "-" + std::to_string(d.span.end_line) + ":" +
                    std::to_string(d.span.end_column) + " " + std::string(kSeverities[static_cast<std::size_t>(d.severity)]) + "[" +
                    std::string(word_of(d.code)) + "] " + d.message;
  if (!d.hint.empty()) out += " | " + d.hint;
  return out + "\n";
}

// The style and fonts of the tests: every advance can be told by counting letters.
class Typesetter {
 public:
  std::string frames(const Document& document, DiagnosticSink& sink) {
    TagTree tags;
    const PageNumbers pages{{{"streams/next", "214"}, {"streams/next#pausing", "215"}}};
    const PictureTable pictures;
    LayoutContext context{style_, shaper_, hyphenator_, words_, pages, pictures, tags, sink, document.file, document.chapter};
    const LaidOutChapter made = layout_chapter(context, document, {"9.1", "", document.title, document.standfirst});
    return dump(made.part, fonts_);
  }

 private:
  static Style block_style() {
    DiagnosticSink sink;
    Style style = value_or_throw(read_style(RealFileSystem(), {{testing::test_path("styles"), ""}}, "block", sink));
    if (!sink.all().empty()) throw std::runtime_error(sink.all().front().message);
    return style;
  }
  FontLibrary fonts_ = value_or_throw(FontLibrary::load(RealFileSystem(), testing::test_path("fonts")));
  Style style_ = block_style();
  Shaper shaper_{fonts_};
  Hyphenator hyphenator_ = value_or_throw(Hyphenator::load("en-US"));
  WordItems words_;
};

}  // namespace

std::vector<Sections> run(const std::vector<Case>& all) {
  std::vector<SourceFile> sources;
  for (const Case& c : all) sources.push_back(source_file(c));
  RealProcessRunner processes;
  std::vector<ReadResult> read = value_or_throw(read_chapters(sources, {}, processes));
  std::optional<Typesetter> typesetter;
  std::vector<Sections> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    DiagnosticSink sink = std::move(read[i].diagnostics);
    Document document = std::move(read[i].document);
    assign_anchors(document, sink);
    assign_ids(document);
    CaptionCounters counters;
    const BookAddresses known = addresses_for(document);
    document = resolve_document(document, ChapterLookup(known), counters, sink);
    Sections sections;
    sections["document"] = dump(document);
    if (all[i].expected.contains("frames")) {
      if (!typesetter) typesetter.emplace();
      sections["frames"] = typesetter->frames(document, sink);
    }
    std::string& diagnostics = sections["diagnostics"];
    for (const Diagnostic& d : sink.all()) diagnostics += one_line(d);
    out.push_back(std::move(sections));
  }
  return out;
}

}  // namespace nbpublish::cases
