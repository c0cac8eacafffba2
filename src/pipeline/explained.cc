#include "pipeline/explained.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "diag/nearest.h"

namespace nbpublish {
namespace {

struct NamedText {
  std::string key;
  std::vector<std::string> volumes;  // that have it
};

// All that texts are called by: numbers, files, the last parts of their names, keys.
class TextNames {
 public:
  explicit TextNames(const Book& book) {
    std::vector<std::string> all;
    for (const Volume& volume : book.volumes) {
      all.push_back(volume.key);
      for (const Topic& topic : volume.topics)
        for (const Chapter& chapter : topic.chapters)
          add({printed_number(topic, chapter), chapter.file, last_part(chapter.file), chapter.key}, {chapter.key, {volume.key}});
    }
    for (const auto& [id, file] : book.matter.files) add({name_of(id), file, last_part(file), key_of(id)}, {key_of(id), all});
  }

  const NamedText* find(const std::string& name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? nullptr : &found->second;
  }
  std::vector<std::string> all() const {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts_) names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, NamedText> texts_;

  static std::string last_part(const std::string& file) { return std::filesystem::path(file).filename().string(); }
  // The first that is called so.
  void add(const std::vector<std::string>& names, const NamedText& text) {
    for (const std::string& name : names)
      if (!name.empty()) texts_.try_emplace(name, text);
  }
};

std::unexpected<Error> fail_to_name(const std::string& word, const std::vector<std::string>& known) {
  const std::string meant = did_you_mean(word, known);
  return fail(ErrorKind::Usage, fmt::format("no volume, chapter or file is called '{}'", sanitise(word)),
              meant.empty() ? "nbpublish list shows them; a page is named so: page 214" : meant);
}

// Each once, in their order.
void drop_repeated(std::vector<std::string>& names) {
  std::vector<std::string> once;
  for (std::string& name : names)
    if (std::ranges::find(once, name) == once.end()) once.push_back(std::move(name));
  names = std::move(once);
}

}  // namespace

Result<ExplainedThings> explained_things(const Book& book, const std::vector<std::string>& words) {
  const TextNames texts(book);
  std::vector<std::string> known;
  for (const Volume& volume : book.volumes) known.push_back(volume.key);
  ExplainedThings out;
  std::vector<std::string> implied;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "page") {
      if (++i == words.size()) return fail(ErrorKind::Usage, "'page' without a number", "say which, as in: page 214");
      out.pages.push_back(words[i]);
    } else if (std::ranges::find(known, words[i]) != known.end()) {
      out.volumes.push_back(words[i]);
    } else if (const NamedText* text = texts.find(words[i])) {
      out.texts.push_back(text->key);
      implied.insert(implied.end(), text->volumes.begin(), text->volumes.end());
    } else {
      std::ranges::copy(texts.all(), std::back_inserter(known));
      known.emplace_back("page");
      return fail_to_name(words[i], known);
    }
  }
  // A page that is looked for may be in any of them.
  if (out.volumes.empty() && out.pages.empty()) out.volumes = implied;
  for (std::vector<std::string>* names : {&out.volumes, &out.texts, &out.pages}) drop_repeated(*names);
  return out;
}

}  // namespace nbpublish
