// The pages of the printed book in the ebook's text, and the list of them (EPUB Accessibility 1.1, section 4).
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/printed_pages.h"

namespace nbpublish {

// Which pages were marked, and where.
class PageList {
 public:
  explicit PageList(const PrintedPages* pages) : pages_(pages) {}  // may be null: the book has none

  // Nothing for a part without pages.
  const PartStarts* find(std::string_view part) const;
  void place(const std::string& label, std::string href) { hrefs_.emplace(label, std::move(href)); }
  // Labels and hrefs relative to EPUB/text/, in the order of the printed book. Pages of which the ebook has nothing are missing.
  std::vector<std::pair<std::string, std::string>> entries() const;
  // Of what the pages are; empty if none was marked.
  std::string source() const { return hrefs_.empty() ? "" : pages_->source; }

 private:
  const PrintedPages* pages_;
  std::map<std::string, std::string> hrefs_;
};

// Writes the marks of one content document, as far as it holds the part's text.
class PageMarks {
 public:
  // `prefix` keeps their ids apart from others of the document.
  PageMarks(PageList& list, std::string_view part, std::string file, std::string prefix = "page.");

  // The part's beginning, before its title.
  void open(pugi::xml_node parent) { mark_all(parent, {}); }
  // Before what `target` names on a page that the tool makes; where it is named again, nothing.
  void mark_all(pugi::xml_node parent, const InternalTarget& target);

  // The text of a block: marks stand before the character with which their page begins. begin(), any number of the others, end().
  void begin(NodeId node);
  void add_text(pugi::xml_node parent, std::string_view text);
  // Text that is shown as something else: marks inside it stand before it.
  void pass(pugi::xml_node parent, std::string_view text);
  void end(pugi::xml_node parent);
  // Those that stand before all of a block's text.
  void mark_start(pugi::xml_node parent, NodeId node);
  // All marks of a block that no page begins in the midst of.
  void mark_block(pugi::xml_node parent, NodeId node) { begin(node), end(parent); }

 private:
  void write(pugi::xml_node parent, const PrintedPageStart& page);

  PageList& list_;
  std::vector<const PrintedPageStart*> left_;  // not yet marked
  std::string file_, prefix_;
  std::vector<const PrintedPageStart*> waiting_;  // of the block, the next one last
  std::uint32_t ink_ = 0;                         // of the block's text so far
};

}  // namespace nbpublish
