// Finds the chapter that an address means, tolerantly: links are written for the repository and for the site.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/addresses.h"
#include "document/document.h"

namespace nbpublish {

// Borrows the addresses: they must live longer. One serves all chapters of a volume.
class ChapterLookup {
 public:
  explicit ChapterLookup(const BookAddresses& book);

  const ChapterAddress* by_key(std::string_view key) const;
  // A path below the book's folder, with or without its extension: "chapters/01-a/02-b.md", "a/b".
  const ChapterAddress* by_path(std::string_view path) const;
  // The first chapter of the topic whose folder or README this is: "chapters/02-b", "chapters/02-b/README.md".
  const ChapterAddress* by_topic(std::string_view path) const;
  // The path behind the site's address: "/node-arch/v8-engine-intro".
  const ChapterAddress* by_public_path(std::string_view path) const;
  // The place that a label such as "fig:heap" names in the whole book; the first if there are two.
  std::optional<InternalTarget> by_label(std::string_view label) const;
  std::vector<std::string> labels() const;

  // The path part of a URL of the book's site (http or https, with or without www.), "/" at least;
  // nothing if the URL leads elsewhere.
  std::optional<std::string> path_on_site(std::string_view url) const;

  const BookAddresses& book() const { return book_; }

  // What the numbers of topics and chapters lead to in the volume: "9" and "9.1".
  const std::map<std::string, InternalTarget>& numbers() const { return numbers_; }
  // The topic or chapter with this number that the volume has not; null if there is none, or mentions of such stay text.
  const FarChapter* far(std::string_view number) const;

 private:
  using Index = std::map<std::string, const ChapterAddress*, std::less<>>;
  static const ChapterAddress* look_up(const Index& index, std::string_view name);

  const BookAddresses& book_;
  Index keys_, files_, public_paths_, folders_;
  std::map<std::string, InternalTarget, std::less<>> labels_;
  std::map<std::string, InternalTarget> numbers_;
  std::map<std::string_view, const FarChapter*> far_;
};

// What a link's fragment may mean: itself, percent-decoded, as GitHub would have made it of the words.
std::vector<std::string> names_of_fragment(std::string_view wanted);

// The chapter's anchor that is meant: one of those names, or the same but for the number of hyphens and
// capitals. Empty if there is none.
std::string find_anchor(const std::set<std::string>& anchors, std::string_view wanted);

// The one anchor that must be meant though the heading was renamed since: it ends with the whole of
// `wanted` or is the end of it, by words, two at least ("phase-5-the-check-phase": "the-check-phase").
// Empty if there is none or more than one.
std::string find_renamed_anchor(const std::set<std::string>& anchors, std::string_view wanted);

}  // namespace nbpublish
