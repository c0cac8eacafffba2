#include "pipeline/explain_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace nbpublish {
namespace {

constexpr std::size_t kMostItems = 15;  // of a list

std::string counted(std::size_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); }

const RecordedPart* part_of(const RecordedLayout& layout, const std::string& key) {
  const auto part = std::ranges::find(layout.parts, key, &RecordedPart::key);
  return part == layout.parts.end() ? nullptr : &*part;
}

std::size_t page_count_of(const RecordedLayout& layout) {
  std::size_t count = 0;
  for (const RecordedPart& part : layout.parts) count += part.pages.size();
  return count;
}

std::string name_of(const RecordedText& text) {
  const std::string name = text.number.empty() ? text.title : text.number + ' ' + text.title;
  return name.empty() ? text.file : fmt::format("{} ({})", name, text.file);
}

// "210, 212-219": pages that follow one another are told together.
class PageRanges {
 public:
  void add(std::size_t place, const std::string& label) {
    if (!ranges_.empty() && ranges_.back().place + 1 == place) ranges_.back().last = label;
    else ranges_.push_back({place, label, label});
    ranges_.back().place = place;
  }

  std::string words() const {
    std::string out;
    for (std::size_t i = 0; i < std::min(ranges_.size(), kMostItems); ++i) {
      const Range& range = ranges_[i];
      out += (i == 0 ? "" : ", ") + (range.first == range.last ? range.first : range.first + '-' + range.last);
    }
    return ranges_.size() > kMostItems ? out + fmt::format(" and {} more", ranges_.size() - kMostItems) : out;
  }

 private:
  struct Range {
    std::size_t place = 0;  // of the last page
    std::string first, last;
  };
  std::vector<Range> ranges_;
};

// A list of what has reasons, with the count of it.
class Items {
 public:
  void add(const std::string& name, const Reasons& reasons) {
    if (++count_ <= kMostItems) lines_ += fmt::format("    {}: {}\n", name, joined(reasons));
  }

  std::size_t count() const { return count_; }
  std::string lines() const { return count_ <= kMostItems ? lines_ : lines_ + fmt::format("    and {} more\n", count_ - kMostItems); }

 private:
  std::size_t count_ = 0;
  std::string lines_;
};

// What differs between two runs, told of the later one.
class Difference {
 public:
  // `made`: "will be made"; `looks`: "will look different".
  Difference(const RecordChanges& changes, const VolumeRecord& record, std::string_view made, std::string_view looks)
      : changes_(changes), record_(record), made_(made), looks_(looks) {}

  // Nothing if nothing differs.
  std::string words() const {
    std::string out;
    if (!changes_.of_volume().empty()) out += fmt::format("  all of it {}: {}\n", made_, joined(changes_.of_volume()));
    out += texts();
    for (const RecordedLayout& layout : record_.layouts) out += pages(layout);
    return out;
  }

 private:
  const RecordChanges& changes_;
  const VolumeRecord& record_;
  std::string_view made_, looks_;

  std::string texts() const {
    Items items;
    for (const RecordedText& text : record_.texts)
      if (const Reasons reasons = changes_.of_text(text); !reasons.empty()) items.add(name_of(text), reasons);
    if (items.count() == 0) return "";
    return fmt::format("  {} of {} {}\n", items.count(), counted(record_.texts.size(), "text"), made_) + items.lines();
  }

  std::string pages(const RecordedLayout& layout) const {
    const Reasons all = changes_.of_layout(layout);
    PageRanges ranges;
    Items items;
    std::size_t place = 0, count = 0;
    for (const RecordedPart& part : layout.parts) {
      for (const RecordedPage& page : part.pages)
        if (++place; !changes_.of_page(layout, part, page).empty()) ranges.add(place, page.label), ++count;
      // What is told of its text is not told again.
      if (const Reasons reasons = of_part_alone(layout, part); !reasons.empty()) items.add(name_of_part(record_, part), reasons);
    }
    std::string out;
    if (!all.empty()) out += fmt::format("  all pages ({}) {}: {}\n", layout.style, made_, joined(all));
    if (count == 0 && items.count() == 0) return out;
    out +=
        fmt::format("  {} of {} ({}) {}{}\n", count, counted(place, "page"), layout.style, looks_, count == 0 ? "" : ": " + ranges.words());
    return out + items.lines();
  }

  Reasons of_part_alone(const RecordedLayout& layout, const RecordedPart& part) const {
    Reasons reasons = changes_.of_part(layout, part);
    const RecordedText* text = record_.find_text(part.key);
    const Reasons told = text == nullptr ? Reasons() : changes_.of_text(*text);
    std::erase_if(reasons, [&](const std::string& reason) { return std::ranges::find(told, reason) != told.end(); });
    return reasons;
  }
};

// The verdict on one thing, from what tells of the next run and of the last.
class Verdict {
 public:
  explicit Verdict(const VolumeStory& story) : story_(story) {}

  std::string words(const Reasons& next, const std::optional<Reasons>& last) const {
    if (!story_.last) return "will be made: nothing was made of it yet";
    if (!next.empty()) return "will be made: " + joined(next);
    if (!last) return "made in the last run";
    if (!story_.before) return "made in the last run, the first that is known";
    return last->empty() ? "from the cache in the last run: nothing had changed" : "made in the last run: " + joined(*last);
  }

 private:
  const VolumeStory& story_;
};

// Both steps of a story.
struct Steps {
  RecordChanges next;
  std::optional<RecordChanges> last;

  explicit Steps(const VolumeStory& story) : next(story.last ? &*story.last : nullptr, story.now) {
    if (story.last) last.emplace(story.before ? &*story.before : nullptr, *story.last);
  }
};

// The same of what stood there when the last run had ended; nothing if it did not stand there.
std::optional<Reasons> last_of_text(const VolumeStory& story, const Steps& steps, const std::string& key) {
  const RecordedText* text = story.last ? story.last->find_text(key) : nullptr;
  return text == nullptr ? std::nullopt : std::optional(steps.last->of_reading(*text));
}

struct LastPart {
  const RecordedLayout* layout = nullptr;
  const RecordedPart* part = nullptr;
};
LastPart last_part(const VolumeStory& story, const std::string& style, const std::string& key) {
  const RecordedLayout* layout = story.last ? story.last->find_layout(style) : nullptr;
  return {layout, layout == nullptr ? nullptr : part_of(*layout, key)};
}

std::string pages_of_text(const VolumeStory& story, const Steps& steps, const RecordedLayout& layout, const RecordedPart& part) {
  if (part.pages.empty()) return "";
  const LastPart last = last_part(story, layout.style, part.key);
  const std::optional<Reasons> was = last.part == nullptr ? std::nullopt : std::optional(steps.last->all_of_part(*last.layout, *last.part));
  PageRanges range;
  for (std::size_t i = 0; i < part.pages.size(); ++i) range.add(i, part.pages[i].label);
  std::string out = fmt::format("  {} {} ({}): {}\n", part.pages.size() == 1 ? "page" : "pages", range.words(), layout.style,
                                Verdict(story).words(steps.next.all_of_part(layout, part), was));
  if (!story.last) return out;
  Items items;
  for (const RecordedPage& page : part.pages)
    if (const Reasons reasons = steps.next.of_page(layout, part, page); !reasons.empty()) items.add("page " + page.label, reasons);
  return out + items.lines();
}

// "3.2 Heap, 02.mdx:38-57"
std::string place_of_page(const VolumeStory& story, const RecordedPart& part, const RecordedPage& page) {
  std::string out = name_of_part(story.now, part);
  const RecordedText* text = story.now.find_text(part.key);
  if (text == nullptr || page.first == 0) return out;
  out += fmt::format(", {}:{}", std::filesystem::path(text->file).filename().string(), page.first);
  return page.last == page.first ? out : out + fmt::format("-{}", page.last);
}

std::optional<Reasons> last_of_page(const LastPart& last, const Steps& steps, const std::string& label) {
  if (last.part == nullptr) return std::nullopt;
  const auto page = std::ranges::find(last.part->pages, label, &RecordedPage::label);
  if (page == last.part->pages.end()) return std::nullopt;
  Reasons out = steps.last->of_page(*last.layout, *last.part, *page);
  if (out.empty()) out = steps.last->all_of_part(*last.layout, *last.part);
  return out;
}

std::string verdict_on_page(const VolumeStory& story, const Steps& steps, const RecordedLayout& layout, const RecordedPart& part,
                            const RecordedPage& page) {
  const std::optional<Reasons> was = last_of_page(last_part(story, layout.style, part.key), steps, page.label);
  if (!story.last) return Verdict(story).words({}, was);
  const Reasons seen = steps.next.of_page(layout, part, page);
  const Reasons made = steps.next.all_of_part(layout, part);
  if (seen.empty() && !made.empty()) return "will be made, and look as it does: " + joined(made);
  return Verdict(story).words(seen, was);
}

}  // namespace

std::string explain_volume(const VolumeStory& story) {
  std::string out = fmt::format("{} ({}): {}", story.key, story.title, counted(story.now.texts.size(), "text"));
  for (const RecordedLayout& layout : story.now.layouts)
    out += fmt::format(", {} ({})", counted(page_count_of(layout), "page"), layout.style);
  out += '\n';
  if (!story.last) return out + "  all of it will be made: nothing was made of it yet\n";
  const Steps steps(story);
  if (const std::string next = Difference(steps.next, story.now, "will be made", "will look different").words(); !next.empty())
    return out + next;
  out += "  nothing will be made: nothing has changed since the last run\n";
  if (!story.before) return out + "  all of it was made in the last run, the first that is known\n";
  return out + Difference(*steps.last, *story.last, "made in the last run", "looked different after it").words();
}

std::string explain_text(const VolumeStory& story, const RecordedText& text) {
  const Steps steps(story);
  std::string out = fmt::format("{}, {}\n", name_of(text), story.key);
  out += fmt::format("  text: {}\n", Verdict(story).words(steps.next.of_reading(text), last_of_text(story, steps, text.key)));
  for (const RecordedLayout& layout : story.now.layouts)
    if (const RecordedPart* part = part_of(layout, text.key)) out += pages_of_text(story, steps, layout, *part);
  return out;
}

std::string explain_page(const VolumeStory& story, const std::string& label) {
  const Steps steps(story);
  std::string out;
  for (const RecordedLayout& layout : story.now.layouts)
    for (const RecordedPart& part : layout.parts)
      for (const RecordedPage& page : part.pages)
        if (page.label == label)
          out += fmt::format("page {} ({}; {}, {}): {}\n", label, place_of_page(story, part, page), story.key, layout.style,
                             verdict_on_page(story, steps, layout, part, page));
  return out;
}

}  // namespace nbpublish
