// BookAddresses: where the chapters of a book are, and what can be linked to in them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

// What one chapter may know of the others to resolve its links: small, so that an edit elsewhere
// seldom changes it.
enum class ChapterPresence : std::uint8_t {
  ThisVolume,
  OtherVolume,
  Unpublished,  // a draft or planned: in no volume of this build
};
struct ChapterAddress {
  std::string key;           // Chapter::key
  std::string file;          // relative to the book's folder
  std::string public_path;   // "/node-arch/v8-engine-intro": the page's path on the book's site
  std::string number;        // "9.1"
  std::string topic_number;  // "9"
  ChapterPresence presence = ChapterPresence::ThisVolume;
  bool is_read = true;                       // false: its text is not part of this run, so that any anchor is believed
  std::set<std::string> anchors;             // anchors_of() its document (document/anchors.h)
  std::map<std::string, std::string> names;  // names_of() its document; that of "" is the chapter's own,
                                             // "Chapter 9.1" if it is not given
  std::string label{};                       // FrontMatter::label: names the chapter as a whole
  std::string volume{}, volume_title{};      // "Volume IV", "Production"; empty in this volume
  std::vector<std::string> title_anchors{};  // title_anchors_of() its document
};

// A topic or a chapter that this volume does not have.
struct FarChapter {
  std::string number;  // "15", "15.2"
  std::string title;   // plain text
  std::string volume;  // "Volume II"; empty: it is not published
  std::string page{};  // on the book's site; empty if there is none
};

struct BookAddresses {
  std::string site;                      // "https://thenodebook.com", no trailing slash; may be empty
  std::vector<ChapterAddress> chapters;  // in order of the book
  std::vector<FarChapter> far{};         // those that mentions may become references to
  std::size_t far_mentions = 0;          // so many mentions of one in a text become references
};

// The key of a topic's own page for InternalTarget::chapter: "topic-9".
inline std::string topic_place(std::string_view topic_number) { return "topic-" + std::string(topic_number); }

}  // namespace nbpublish
