// Why a volume is, or will be, made anew: two records compared, in words of its author.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/text_changes.h"
#include "pipeline/volume_record.h"

namespace nbpublish {

using Reasons = std::vector<std::string>;

// The first of them, parted by semicolons, and how many there are besides.
std::string joined(const Reasons& reasons, std::size_t most = 4);

class RecordChanges {
 public:
  // From `before`, which may be null, to `now`. Borrows both.
  RecordChanges(const VolumeRecord* before, const VolumeRecord& now);

  bool has_before() const { return before_ != nullptr; }
  // What all of the volume is made of: tools and the manifest.
  const Reasons& of_volume() const { return of_volume_; }
  // Why the text is read again; nothing if it is not, though what it refers to may have changed.
  Reasons of_reading(const RecordedText& text) const;
  // Nothing where the text is what it was, what it shows and refers to included.
  Reasons of_text(const RecordedText& text) const;
  // What all pages of the layout are made of: the style's keys, fonts.
  Reasons of_layout(const RecordedLayout& layout) const;
  // Why the part's pages are laid out anew, beside that; nothing if they are not, though one may look different for its folio.
  Reasons of_part(const RecordedLayout& layout, const RecordedPart& part) const;
  // All three together.
  Reasons all_of_part(const RecordedLayout& layout, const RecordedPart& part) const;
  // Nothing where the page of that folio looked the same.
  Reasons of_page(const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page) const;

 private:
  struct Place {
    const RecordedPart* part = nullptr;
    const RecordedPage* page = nullptr;
  };
  // A layout that there was, by what is looked for.
  struct Before {
    const RecordedLayout* layout = nullptr;
    std::map<std::string, Place> pages;         // by their folios
    std::map<std::string, std::string> labels;  // folios, by the destinations on them
  };

  const VolumeRecord* before_;
  const VolumeRecord& now_;
  Reasons of_tools_, of_volume_;
  std::map<std::string, std::vector<TextChange>> texts_;  // by their keys: those that were there before
  std::map<std::string, Before> layouts_;                 // by their styles

  static const RecordedPage* find_same(const Before& before, const RecordedPart& part, const RecordedPage& page);
  const Before* find_before(const RecordedLayout& layout) const;
  bool is_new(const RecordedText& text) const { return before_ == nullptr || before_->find_text(text.key) == nullptr; }
  void add_general(const RecordedLayout& layout, Reasons& out) const;
  void add_lines(const RecordedPart& part, const RecordedPage& page, Reasons& out) const;
  void add_moved(const Before& before, const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page,
                 const RecordedPage* old, Reasons& out) const;
  void add_numbers(const Before& before, const RecordedPart& part, const RecordedPage& page, Reasons& out) const;
  void add_flow(const Before& before, const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page, Reasons& out) const;
};

// The part's name: its text's number and title, or what the tool makes there.
std::string name_of_part(const VolumeRecord& record, const RecordedPart& part);

}  // namespace nbpublish
