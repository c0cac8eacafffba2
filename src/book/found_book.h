// What a book's folders say of it: topics, chapters, and what its README and its chapters tell of the whole.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "book/names.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"

namespace nbpublish {

// The folder that holds the topics' folders.
inline constexpr std::string_view kChaptersFolder = "chapters";
// What the one volume of a book is called that does not say.
inline constexpr const char* kOnlyVolume = "volume-1";

class FoundBook {
 public:
  // Borrows all of it. `keys` are those of the chapters so far.
  FoundBook(const FileSystem& files, const std::filesystem::path& root, TakenNames& keys, DiagnosticSink& diagnostics)
      : files_(files), root_(root), keys_(keys), diagnostics_(diagnostics) {}

  // The folders below `folder`, "" for the book's own, in the order of their numbers; names only. An Error if the disk does not say.
  Result<std::vector<std::string>> folders_in(const std::string& folder) const;
  // The chapters in a folder, "chapters/01-a/02-b.md", in the order of their numbers. README.md is none.
  Result<std::vector<std::string>> chapters_in(const std::string& folder) const;

  // Whose chapter a file is when it is not the topic's.
  using Skip = std::function<bool(const std::string& file)>;
  // Adds the folder's chapters to the topic, numbered by their names, and gives it a title if it has none: its
  // chapters' `category`, or else the folder's name in words. Takes their keys. Files that lead out of the book are
  // told and left out; an Error if the folder or one of them cannot be read.
  Status read_topic(
      const std::string& folder, Topic& topic, const Skip& skip = [](const std::string&) { return false; });
  // What the file's front matter says of the chapter and of the book. `topic` may take its title from it.
  Status read_front(Chapter& chapter, Topic& topic, bool has_status);

  // Adds the topics of the folders below chapters/ that `skip_folder` leaves, numbered by their names and above `last_topic`, which is
  // brought up to date. Folders without chapters are none.
  Status read_topics(Volume& volume, int& last_topic, const Skip& skip_folder, const Skip& skip_file);

  // Tells those that no topic of a book without volumes in its manifest can have; the volume's and `taken` are none.
  void tell_strays(const Volume& volume, std::set<std::string> taken = {}) const;
  // Chapters below chapters/ that are none of `taken`: for a folder of which none is, the folder with a slash at its end. A folder that
  // cannot be read has none.
  std::vector<std::string> strays(const std::set<std::string>& taken) const;

  // Fills what is empty: the title (README, or else the folder's name), the site (the host of the links to the chapters), the authors
  // (theirs), the cover (a picture named so in public/ or in the book's folder).
  void describe(Metadata& meta, bool title_only = false);

 private:
  std::string first_file(const std::string& folder, const std::function<bool(const std::string&)>& wanted) const;
  std::string unique_key(const std::string& file);
  void complain(const std::string& file, std::string message);

  const FileSystem& files_;
  const std::filesystem::path& root_;
  TakenNames& keys_;
  DiagnosticSink& diagnostics_;
  std::vector<std::string> authors_;
  std::vector<std::string> texts_;  // raw, for the links in them
};

// The number in the name, as long as numbers ascend; otherwise the next one.
int number_after(int last, std::string_view name);

}  // namespace nbpublish
