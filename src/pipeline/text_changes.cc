#include "pipeline/text_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace nbpublish {
namespace {

using BlockList = std::vector<RecordedBlock>;

constexpr std::size_t kMostPairs = 4'000'000;  // of blocks that are compared with each other: more are all taken for changed

bool are_same(const RecordedBlock& a, const RecordedBlock& b) { return a.hash == b.hash && a.kind == b.kind; }

// Blocks from the one list that stand where blocks of the other stood, between two that are the same in both.
struct Stretch {
  std::size_t before = 0, before_end = 0, now = 0, now_end = 0;

  std::size_t olds() const { return before_end - before; }
  std::size_t news() const { return now_end - now; }
  bool empty() const { return olds() == 0 && news() == 0; }
};

// The longest common subsequence, by the usual table.
class Pairing {
 public:
  Pairing(const BlockList& before, const BlockList& now, const Stretch& within) : before_(before), now_(now), within_(within) {}

  std::vector<Stretch> stretches() const {
    const std::size_t olds = within_.olds(), news = within_.news();
    if (olds == 0 || news == 0 || olds > kMostPairs / news) return {within_};
    std::vector<std::uint32_t> table((olds + 1) * (news + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return table[i * (news + 1) + j]; };
    for (std::size_t i = olds; i-- > 0;)
      for (std::size_t j = news; j-- > 0;) at(i, j) = is_pair(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    std::vector<Stretch> out(1, {within_.before, within_.before, within_.now, within_.now});
    for (std::size_t i = 0, j = 0; i < olds || j < news;) {
      if (i < olds && j < news && is_pair(i, j)) {
        ++i, ++j;
        out.push_back({within_.before + i, within_.before + i, within_.now + j, within_.now + j});
      } else if (j == news || (i < olds && at(i + 1, j) >= at(i, j + 1))) {
        out.back().before_end = within_.before + ++i;
      } else {
        out.back().now_end = within_.now + ++j;
      }
    }
    return out;
  }

 private:
  const BlockList& before_;
  const BlockList& now_;
  Stretch within_;

  bool is_pair(std::size_t i, std::size_t j) const { return are_same(before_[within_.before + i], now_[within_.now + j]); }
};

std::vector<Stretch> stretches_of(const BlockList& before, const BlockList& now) {
  Stretch all{0, before.size(), 0, now.size()};
  while (all.olds() > 0 && all.news() > 0 && are_same(before[all.before], now[all.now])) ++all.before, ++all.now;
  while (all.olds() > 0 && all.news() > 0 && are_same(before[all.before_end - 1], now[all.now_end - 1])) --all.before_end, --all.now_end;
  std::vector<Stretch> out = Pairing(before, now, all).stretches();
  std::erase_if(out, [](const Stretch& stretch) { return stretch.empty(); });
  return out;
}

std::string word_of_kind(const std::string& kind) {
  if (kind == "code-block") return "code";
  return kind == "thematic-break" ? "rule" : kind;
}

class BlockChanges {
 public:
  BlockChanges(const RecordedText& before, const RecordedText& now)
      : before_(before), now_(now), file_(std::filesystem::path(now.file).filename().string()) {}

  std::vector<TextChange> list() {
    for (const Stretch& stretch : stretches_of(before_.blocks, now_.blocks)) tell(stretch);
    return std::move(changes_);
  }

 private:
  const RecordedText& before_;
  const RecordedText& now_;
  std::string file_;
  std::vector<TextChange> changes_;

  void tell(const Stretch& stretch) {
    std::size_t old = stretch.before;
    for (std::size_t i = stretch.now; i < stretch.now_end; ++i) {
      const RecordedBlock& block = now_.blocks[i];
      const auto end = before_.blocks.begin() + static_cast<std::ptrdiff_t>(stretch.before_end);
      const auto same_kind = std::find_if(before_.blocks.begin() + static_cast<std::ptrdiff_t>(old), end,
                                          [&](const RecordedBlock& other) { return other.kind == block.kind; });
      if (same_kind == end) {
        add(block, block.line, block.line, "added");
        continue;
      }
      const auto place = static_cast<std::size_t>(same_kind - before_.blocks.begin());
      for (; old < place; ++old) tell_removed(old, block.line);
      ++old;
      add(block, block.line, block.line, "changed");
    }
    const std::uint32_t next = stretch.now_end < now_.blocks.size() ? now_.blocks[stretch.now_end].line : last_line();
    for (; old < stretch.before_end; ++old) tell_removed(old, next);
  }

  std::uint32_t last_line() const { return now_.blocks.empty() ? 0 : now_.blocks.back().line; }

  // At the line where it stood; what follows it now shows that it is gone.
  void tell_removed(std::size_t old, std::uint32_t shown_at) { add(before_.blocks[old], before_.blocks[old].line, shown_at, "removed"); }

  void add(const RecordedBlock& block, std::uint32_t line, std::uint32_t shown_at, std::string_view what) {
    const std::string place = line == 0 ? file_ : fmt::format("{}:{}", file_, line);
    const std::string kind = word_of_kind(block.kind);
    changes_.push_back({fmt::format("{} at {} {}", kind, place, what), shown_at, kind, std::string(what), file_, line});
  }
};

std::string in_quotes(const std::string& words) { return words.empty() ? "nothing" : fmt::format("\"{}\"", words); }

void add_change(std::vector<TextChange>& out, const std::string& what, const std::string& before, const std::string& now) {
  if (before != now) out.push_back({fmt::format("its {} is {}, was {}", what, in_quotes(now), in_quotes(before))});
}

// At the blocks that show it.
void add_picture(std::vector<TextChange>& out, const RecordedText& now, const std::string& key, std::string_view what) {
  const std::string words = fmt::format("picture {} {}", key, what);
  for (const RecordedBlock& block : now.blocks)
    if (std::ranges::find(block.pictures, key) != block.pictures.end()) out.push_back({words, block.line});
}

void add_pictures(std::vector<TextChange>& out, const RecordedText& before, const RecordedText& now) {
  for (const auto& [key, hash] : now.pictures) {
    const auto old = before.pictures.find(key);
    if (old == before.pictures.end() || old->second == hash) continue;  // one that is new stands in a block that is
    add_picture(out, now, key, hash == Hash128{} ? "is missing now" : old->second == Hash128{} ? "is there now" : "changed");
  }
}

void add_references(std::vector<TextChange>& out, const RecordedText& before, const RecordedText& now) {
  for (const auto& [name, words] : now.references) {
    const auto old = before.references.find(name);
    const std::string place = name_of_place(name, now.key);
    if (old == before.references.end()) out.push_back({fmt::format("its reference to {} leads there now", place)});
    else if (old->second != words)
      out.push_back({fmt::format("its reference to {} reads {}, was {}", place, in_quotes(words), in_quotes(old->second))});
  }
  for (const auto& [name, words] : before.references)
    if (!now.references.contains(name)) out.push_back({fmt::format("its reference to {} leads nowhere now", name_of_place(name, now.key))});
}

std::string plural_of(const std::string& kind) {
  if (kind == "code") return "listings";
  return kind == "details" ? kind : kind + 's';
}

bool are_alike(const TextChange& a, const TextChange& b) { return !a.kind.empty() && a.kind == b.kind && a.what == b.what; }

}  // namespace

std::string name_of_place(const std::string& destination, const std::string& seen_from) {
  const std::size_t hash = destination.find('#');
  if (hash == std::string::npos) return fmt::format("`{}`", destination);
  const std::string anchor = destination.substr(hash + 1);
  if (anchor.find(':') != std::string::npos) return fmt::format("`{}`", anchor);
  return fmt::format("`{}`", destination.substr(0, hash) == seen_from ? destination.substr(hash) : destination);
}

std::vector<TextChange> block_changes(const RecordedText& before, const RecordedText& now) { return BlockChanges(before, now).list(); }

std::vector<std::string> words_of(const std::vector<TextChange>& changes) {
  std::vector<std::string> out;
  for (std::size_t i = 0, end = 0; i < changes.size(); i = end) {
    const TextChange& first = changes[i];
    for (end = i + 1; end < changes.size() && are_alike(first, changes[end]);) ++end;
    if (end == i + 1 && std::ranges::find(out, first.words) == out.end()) out.push_back(first.words);
    if (end > i + 1)
      out.push_back(fmt::format("{} {} at {}:{}-{} {}", end - i, plural_of(first.kind), first.file, first.told_line,
                                changes[end - 1].told_line, first.what));
  }
  return out;
}

bool is_read_anew(const RecordedText& before, const RecordedText& now) {
  return before.file != now.file || before.source != now.source || before.title != now.title || before.words != now.words;
}

std::vector<TextChange> text_changes(const RecordedText& before, const RecordedText& now) {
  std::vector<TextChange> out;
  if (before.file != now.file) out.push_back({fmt::format("its file is {}, was {}", now.file, before.file)});
  add_change(out, "number", before.number, now.number);
  add_change(out, "title", before.title, now.title);
  for (const auto& [what, words] : now.words)
    if (const auto old = before.words.find(what); old != before.words.end()) add_change(out, what, old->second, words);
  if (before.source != now.source) {
    std::vector<TextChange> blocks = block_changes(before, now);
    std::ranges::move(blocks, std::back_inserter(out));
  } else {
    add_references(out, before, now);
  }
  add_pictures(out, before, now);
  if (out.empty() && before.source != now.source) out.push_back({"its file changed where nothing is printed"});
  if (out.empty() && before.document != now.document) out.push_back({"what it refers to in other texts changed"});
  return out;
}

}  // namespace nbpublish
