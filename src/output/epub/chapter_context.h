// What the writers of one content document share.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "output/epub/images.h"
#include "output/epub/links.h"
#include "output/epub/page_marks.h"

namespace nbpublish {

// Ids of notes and of their marks: note.n1, and note.r1, note.r1-2, note.r1-3 for the marks of note 1; and of the descriptions of figures,
// note.d1, note.d2.
class NoteIds {
 public:
  explicit NoteIds(const Document& document);

  std::string note(std::uint32_t note) const;
  // `occurrence` counts from 0.
  std::string mark(std::uint32_t note, std::uint32_t occurrence) const;
  std::uint32_t next_occurrence(std::uint32_t note) { return seen_[note]++; }
  std::uint32_t marks_of(std::uint32_t note) const;
  std::string next_description() { return prefix_ + "d" + std::to_string(++descriptions_); }

 private:
  std::string prefix_;                            // keeps the ids apart from the author's anchors
  std::map<std::uint32_t, std::uint32_t> total_;  // marks in the document
  std::map<std::uint32_t, std::uint32_t> seen_;   // marks written so far
  std::uint32_t descriptions_ = 0;                // given so far
};

struct ChapterContext {
  const Document& document;
  const LinkMap& links;
  ImageStore& images;
  NoteIds notes;
  PageMarks pages;
  std::set<std::string> used_ids;

  // Gives the node the id, unless it is empty or an earlier node has it (reported as duplicate-label).
  void claim_id(pugi::xml_node node, std::string_view anchor);
};

// "page.", with more points if the author has ids that begin so.
std::string page_prefix(const Document& document);

}  // namespace nbpublish
