// Book: what is to be made. Read from book.toml (book/manifest.h) or found in a folder
// (book/discovery.h); a value that later stages only read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "book/accessibility.h"
#include "book/cover_words.h"
#include "book/edition.h"
#include "book/matter.h"
#include "diag/diagnostic.h"
#include "document/caption_list.h"
#include "document/index.h"
#include "document/mark_terms.h"
#include "document/phrase.h"

namespace nbpublish {

enum class ChapterStatus : std::uint8_t { Ready, Review, Draft, Planned };

struct Chapter {
  std::string key;            // unique in the set, stable: "node-arch/v8-engine-intro" (folder and file
                              // without leading numbers and extension); names files and anchors
  std::string file;           // relative to Book::root, '/' separators; empty if planned
  std::string title;          // from the manifest, or else the front matter, or else the file's name in words; plain text
  std::string given_title{};  // of the manifest, in Markdown: it is printed, whatever the chapter says; empty if there is none
  std::string short_title;    // in Markdown
  ChapterStatus status = ChapterStatus::Ready;
  int number = 0;           // its place in the topic, from 1: prints as "9.1"
  std::string lost_file{};  // what the manifest names as its file and cannot be used: it goes on as planned
};

struct Topic {
  Phrase title, short_title, summary;
  ChapterStatus status = ChapterStatus::Ready;  // Planned: no chapters
  int number = 0;                               // through the whole set, from 1: prints as "Chapter 9"
  std::vector<Chapter> chapters;
};

struct Volume {
  std::string key;  // "volume-1": what is typed
  int number = 0;   // from 1
  Phrase title, subtitle;
  std::string description, cover;                  // the description in plain text
  std::map<std::string, std::string> identifiers;  // "print", "pdf", "epub" -> "isbn:978…" or "urn:uuid:…"
  std::vector<int> split_before;                   // numbers of topics with which, in print, another book begins; ascending
  std::vector<Topic> topics;
  std::string print_isbn{};           // as it is printed, "978-0-306-40615-7"; empty if the printed book has none
  std::optional<Rgb> colour{};        // of the cover's ground; else by the number
  std::optional<CoverMotif> motif{};  // of the cover; else by the number
  BackCover back_cover{};
};

// Words that are no Phrase are plain text, their punctuation set.
struct Metadata {
  Phrase title, subtitle;
  std::vector<std::string> authors, contributors;
  std::string language = "en-US";
  std::string publisher, place, site;  // site: base of the public URLs, no trailing slash
  std::string code;                    // the same of the files that listings name: code + "/" + Chapter::key + "/" + name
  std::string rights, licence;
  std::string edition, date, revision;
  int printing = 1;
  std::string errata, trademarks, disclaimer, description, cover;
  std::vector<std::string> credits, node_versions, subjects;
};

// Files of front and back matter, relative to Book::root.
struct Matter {
  std::map<MatterId, std::string> files;  // in reading order; none is empty
  std::vector<std::string> lost_files;    // what the manifest names for one of them and cannot be used
};

// What is printed where an interactive MDX component stands: [components.NAME] of the manifest.
struct ComponentFallback {
  std::string figure;        // a picture, relative to Book::root; empty if that cannot be used
  std::string caption, alt;  // may be empty
  SourceSpan span;           // of the figure's name in the manifest
};

// [index]: terms for books whose text has no marks, "see" references, and which indexes are made by machine.
struct IndexTerms {
  std::vector<IndexTerm> terms;
  std::vector<IndexReference> references;
  bool of_apis = false, of_errors = false;  // document/name_index.h
  bool of_set = false;                      // those of the last volume are of all volumes
};

// What "Chapter 15" becomes where another volume has it, or none yet.
enum class FarMentions : std::uint8_t { Plain, First, All };  // First: a reference at a text's first mention of it

enum class ChapterStart : std::uint8_t { Recto, Next };

struct Book {
  std::filesystem::path root;  // the folder that file names are relative to
  std::string manifest;        // "book.toml", relative to root; empty if discovered
  Metadata meta;
  Matter matter;
  BackCover back_cover;
  std::string style = "six-by-nine";
  SourceSpan style_span;                                // of its name in the manifest
  std::optional<ChapterStart> chapter_start;            // overrides the style's
  std::map<std::string, ComponentFallback> components;  // by the component's name, "BufferGrowth"
  std::vector<CaptionList> lists;                       // those of the front matter that are wanted, in order
  int shortest_list = 8;                                // entries; a shorter one is left out
  FarMentions far_mentions = FarMentions::Plain;
  IndexTerms index;
  std::vector<Edition> editions;  // of the manifest, in its order; empty: usual_editions()
  std::vector<Volume> volumes;
  Volume omnibus{};             // [omnibus]: what an ebook of all volumes is called, without topics; see book/omnibus.h
  Accessibility accessibility;  // of the ebooks
};

std::string_view word_of(ChapterStatus status);
ChapterStatus status_of_word(std::string_view word);                     // Ready for words that are none
std::string printed_number(const Topic& topic);                          // "9"
std::string printed_number(const Topic& topic, const Chapter& chapter);  // "9.1"

// Path of the chapter's page on the book's site: "/" + key.
std::string public_path(const Chapter& chapter);

}  // namespace nbpublish
