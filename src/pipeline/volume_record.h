// VolumeRecord: what a volume is made of, in its author's words where there are any, and what came of it. Two of them tell why what was
// made by the one is not what was made by the other (record_changes.h); only hashes could not.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "base/hash.h"
#include "pipeline/options.h"

namespace nbpublish {

// A block of a text at its highest level, or a note.
struct RecordedBlock {
  std::string kind;                     // document/kinds.h; "note"
  std::uint32_t line = 0;               // in the text's file, where it begins
  std::uint64_t hash = 0;               // of its lines as the author wrote them
  std::vector<std::string> pictures{};  // that it shows, by their keys
};

struct RecordedText {
  std::string key, file;                            // Document::chapter, Document::file
  std::string number, title;                        // as they are printed; matter has no number
  std::map<std::string, std::string> words{};       // what else is said at its beginning, by what it is: "standfirst"
  Hash128 source{}, document{};                     // of its file; of what was understood of it, resolved
  std::vector<RecordedBlock> blocks{};              // in the order of the text, then its notes
  std::map<std::string, std::string> references{};  // what its links say, by the destinations that they lead to
  std::map<std::string, Hash128> pictures{};        // by their keys; zero where one cannot be used
};

struct RecordedPage {
  std::string label;  // its folio
  bool recto = true;
  std::uint32_t first = 0, last = 0;  // lines of the text at which its first and its last block begin; 0: none stands there
  std::uint64_t hash = 0;             // of what stands on it, but for head and folio
  std::uint64_t furniture = 0;        // of these
  std::vector<std::uint32_t> lines;   // at which the blocks and notes on it begin, ascending
  std::vector<std::string> places;    // destinations on it
  std::vector<std::string> printed;   // destinations whose pages it names
};

// A text's pages, or some that the tool makes.
struct RecordedPart {
  std::string key;
  std::vector<RecordedPage> pages{};
  std::map<std::string, std::string> numbers{};  // folios that it prints, by their destinations
};

struct RecordedLayout {
  std::string style;
  std::map<std::string, std::string> values;  // of its keys
  std::map<std::string, std::string> set_by;  // fonts and hyphenation, by what they are called
  std::vector<RecordedPart> parts{};
};

struct VolumeRecord {
  Request request;                                // of the run that made it
  std::map<std::string, Hash128> tools;           // by their names: nbpublish itself, pandoc
  std::map<std::string, std::string> manifest{};  // what all texts of the volume share, by what it is: "title"
  std::vector<RecordedText> texts{};              // in the order of the volume
  std::vector<RecordedLayout> layouts{};          // in order of their styles' names

  const RecordedText* find_text(const std::string& key) const;
  const RecordedLayout* find_layout(const std::string& style) const;
};

NBP_ARCHIVED_ELSEWHERE(VolumeRecord)

}  // namespace nbpublish
