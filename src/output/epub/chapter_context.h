// What the writers of one content document share.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "document/heading_levels.h"
#include "output/epub/images.h"
#include "output/epub/link_map.h"
#include "output/epub/note_places.h"
#include "output/epub/page_marks.h"

namespace nbpublish {

// Notes and their marks in one file of a text: ids note.n1, and note.r1, note.r1-2, note.r1-3 for the marks of note 1;
// and of the descriptions of figures, note.d1, note.d2; of callouts in code and what their key says, note.c1-1, note.c1-1k.
class FileNotes {
 public:
  FileNotes(const Publication& publication, const Section& section);

  bool stands_here(std::uint32_t note) const { return places_.section_of(note) == &section_; }
  std::string id(std::uint32_t note) const;
  std::string href(std::uint32_t note) const { return file_before(places_.section_of(note)) + '#' + id(note); }
  // Marks count from 0 through all files of the text.
  std::string mark_id(std::uint32_t note, std::uint32_t mark) const;
  std::string mark_href(std::uint32_t note, std::uint32_t mark) const {
    return file_before(places_.marks_of(note)[mark]) + '#' + mark_id(note, mark);
  }
  // The number of the mark that is written next.
  std::uint32_t next_mark(std::uint32_t note) { return next_[note]++; }
  std::uint32_t marks_of(std::uint32_t note) const { return static_cast<std::uint32_t>(places_.marks_of(note).size()); }
  std::string next_description() { return prefix_ + "d" + std::to_string(++descriptions_); }
  std::string next_callouts() { return prefix_ + "c" + std::to_string(++callouts_) + "-"; }

 private:
  // Nothing for this file itself.
  std::string file_before(const Section* place) const { return place == &section_ ? "" : place->file(); }

  const Section& section_;
  NotePlaces places_;
  std::string prefix_;  // keeps the ids apart from the author's anchors
  std::map<std::uint32_t, std::uint32_t> next_;
  std::uint32_t descriptions_ = 0, callouts_ = 0;  // given so far
};

struct ChapterContext {
  const Document& document;
  const LinkMap& links;
  ImageStore& images;
  FileNotes notes;
  PageMarks pages;
  std::set<std::string> used_ids = {};
  HeadingLevels levels = {};
  std::string callouts = {};  // begins the ids of the callouts in the listing, or in the key, that is written; empty: it has none

  // Gives the node the id, unless it is empty or an earlier node has it (reported as duplicate-label).
  void claim_id(pugi::xml_node node, std::string_view anchor);
};

// "page.", with more points if the author has ids that begin so.
std::string page_prefix(const Document& document);

}  // namespace nbpublish
