#include "pipeline/record_changes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "document/index.h"
#include "document/printed_pages.h"

namespace nbpublish {
namespace {

const RecordedPart* find_part(const RecordedLayout& layout, const std::string& key) {
  const auto part = std::ranges::find(layout.parts, key, &RecordedPart::key);
  return part == layout.parts.end() ? nullptr : &*part;
}

bool begins_recto(const RecordedPart& part) { return part.pages.empty() || part.pages.front().recto; }

// What differs between two sets of named values: "style key `text.indent` is 16, was 14".
void add_values(std::string_view what, const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& now,
                Reasons& out) {
  for (const auto& [name, value] : now) {
    const auto old = before.find(name);
    if (old == before.end()) out.push_back(fmt::format("{}{} is new", what, name));
    else if (old->second != value) out.push_back(fmt::format("{}{} is {}, was {}", what, name, value, old->second));
  }
  for (const auto& [name, value] : before)
    if (!now.contains(name)) out.push_back(fmt::format("{}{} is gone", what, name));
}

// The same of those whose values say nothing to people.
template <class Value>
void add_changed(std::string_view what, const std::map<std::string, Value>& before, const std::map<std::string, Value>& now, Reasons& out) {
  std::set<std::string> names;
  for (const auto* values : {&before, &now})
    for (const auto& [name, value] : *values) names.insert(name);
  for (const std::string& name : names) {
    const auto old = before.find(name), is = now.find(name);
    if (old == before.end() || is == now.end() || old->second != is->second) out.push_back(fmt::format("{}{} changed", what, name));
  }
}

std::map<std::string, std::string> labels_of(const RecordedLayout& layout) {
  std::map<std::string, std::string> out;
  for (const RecordedPart& part : layout.parts)
    for (const RecordedPage& page : part.pages)
      for (const std::string& place : page.places) out.emplace(place, page.label);
  return out;
}

// What an author has named comes before what has its name from a heading.
bool is_named(const std::string& destination) { return destination.find(':') != std::string::npos; }

std::string words_of_pages(std::size_t count) { return fmt::format("{} page{}", count, count == 1 ? "" : "s"); }

std::string word_of_side(bool recto) { return recto ? "right" : "left"; }

}  // namespace

std::string joined(const Reasons& reasons, std::size_t most) {
  const std::size_t shown = reasons.size() == most + 1 ? reasons.size() : std::min(reasons.size(), most);
  std::string out = fmt::format("{}", fmt::join(reasons.begin(), reasons.begin() + static_cast<std::ptrdiff_t>(shown), "; "));
  return shown == reasons.size() ? out : out + fmt::format("; and {} more", reasons.size() - shown);
}

std::string name_of_part(const VolumeRecord& record, const RecordedPart& part) {
  const RecordedText* text = record.find_text(part.key);
  if (text == nullptr) return part.key == kTitleKey ? "title pages" : part.key;
  if (text->number.empty()) return text->title.empty() ? text->key : text->title;
  return text->number + ' ' + text->title;
}

RecordChanges::RecordChanges(const VolumeRecord* before, const VolumeRecord& now) : before_(before), now_(now) {
  if (before_ == nullptr) return;
  add_changed("", before_->tools, now_.tools, of_tools_);
  of_volume_ = of_tools_;
  add_values("the manifest's ", before_->manifest, now_.manifest, of_volume_);
  for (const RecordedText& text : now_.texts)
    if (const RecordedText* old = before_->find_text(text.key)) texts_.emplace(text.key, text_changes(*old, text));
  for (const RecordedLayout& layout : before_->layouts) {
    Before& before_layout = layouts_[layout.style];
    before_layout.layout = &layout;
    before_layout.labels = labels_of(layout);
    for (const RecordedPart& part : layout.parts)
      for (const RecordedPage& page : part.pages) before_layout.pages.emplace(page.label, Place{&part, &page});
  }
}

const RecordChanges::Before* RecordChanges::find_before(const RecordedLayout& layout) const {
  const auto found = layouts_.find(layout.style);
  return found == layouts_.end() ? nullptr : &found->second;
}

Reasons RecordChanges::of_text(const RecordedText& text) const {
  if (is_new(text)) return {"it is new"};
  return words_of(texts_.at(text.key));
}

Reasons RecordChanges::of_reading(const RecordedText& text) const {
  if (is_new(text)) return {"it is new"};
  Reasons out = is_read_anew(*before_->find_text(text.key), text) ? of_text(text) : Reasons();
  std::ranges::copy(of_tools_, std::back_inserter(out));
  return out;
}

Reasons RecordChanges::of_layout(const RecordedLayout& layout) const {
  const Before* before = find_before(layout);
  if (before == nullptr) return {"the style " + layout.style + " was not asked for"};
  Reasons out;
  add_values("style key ", before->layout->values, layout.values, out);
  add_changed("", before->layout->set_by, layout.set_by, out);
  return out;
}

Reasons RecordChanges::of_part(const RecordedLayout& layout, const RecordedPart& part) const {
  const Before* before = find_before(layout);
  const RecordedPart* old = before == nullptr ? nullptr : find_part(*before->layout, part.key);
  const RecordedText* text = now_.find_text(part.key);
  if (old == nullptr) return {"it is new"};
  Reasons out = text == nullptr ? Reasons() : of_text(*text);
  for (const auto& [name, label] : part.numbers)
    if (const auto was = old->numbers.find(name); was != old->numbers.end() && was->second != label)
      out.push_back(fmt::format("{} moved from {} to {}", name_of_place(name, part.key), was->second, label));
    else if (was == old->numbers.end() && text == nullptr)
      out.push_back(fmt::format("{} is new, on {}", name_of_place(name, part.key), label));
  for (const auto& [name, label] : old->numbers)
    if (text == nullptr && !part.numbers.contains(name)) out.push_back(fmt::format("{} is gone", name_of_place(name, part.key)));
  if (begins_recto(*old) != begins_recto(part))
    out.push_back(
        fmt::format("it begins on a {} page, began on a {} one", word_of_side(begins_recto(part)), word_of_side(begins_recto(*old))));
  return out;
}

Reasons RecordChanges::all_of_part(const RecordedLayout& layout, const RecordedPart& part) const {
  Reasons out = of_part(layout, part);
  add_general(layout, out);
  return out;
}

Reasons RecordChanges::of_page(const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page) const {
  const Before* before = find_before(layout);
  if (before == nullptr) return of_layout(layout);
  const auto found = before->pages.find(page.label);
  const Place old = found == before->pages.end() ? Place{} : found->second;
  const bool is_of_part = old.part != nullptr && old.part->key == part.key;
  if (is_of_part && old.page->hash == page.hash && old.page->furniture == page.furniture) return {};
  if (is_of_part && old.page->hash == page.hash) return {"its head or its folio changed"};
  Reasons out;
  const bool has_moved = find_same(*before, part, page) != nullptr;
  if (!has_moved) {
    add_lines(part, page, out);
    add_moved(*before, layout, part, page, old.page, out);
    add_numbers(*before, part, page, out);
  }
  add_general(layout, out);
  if (has_moved || out.empty()) add_flow(*before, layout, part, page, out);
  return out;
}

// What is no part's own.
void RecordChanges::add_general(const RecordedLayout& layout, Reasons& out) const {
  std::ranges::move(of_layout(layout), std::back_inserter(out));
  std::ranges::copy(of_volume_, std::back_inserter(out));
}

// A page of the part that looked as this one does now, and had another folio.
const RecordedPage* RecordChanges::find_same(const Before& before, const RecordedPart& part, const RecordedPage& page) {
  const RecordedPart* old = find_part(*before.layout, part.key);
  if (old == nullptr) return nullptr;
  const auto same =
      std::ranges::find_if(old->pages, [&](const RecordedPage& was) { return was.hash == page.hash && was.label != page.label; });
  return same == old->pages.end() ? nullptr : &*same;
}

// What the author has changed on the page.
void RecordChanges::add_lines(const RecordedPart& part, const RecordedPage& page, Reasons& out) const {
  const RecordedText* text = now_.find_text(part.key);
  if (text == nullptr) return;
  if (is_new(*text)) return out.push_back(name_of_part(now_, part) + " is new");
  std::vector<TextChange> shown;
  for (const TextChange& change : texts_.at(text->key))
    if (std::ranges::binary_search(page.lines, change.line)) shown.push_back(change);
  std::ranges::move(words_of(shown), std::back_inserter(out));
}

// What has come to the page from another one, or has gone to one.
void RecordChanges::add_moved(const Before& before, const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page,
                              const RecordedPage* old, Reasons& out) const {
  Reasons named, others;
  const auto add = [&](const std::string& place, std::string_view where, const std::string& label) {
    (is_named(place) ? named : others).push_back(fmt::format("{} moved {} {}", name_of_place(place, part.key), where, label));
  };
  for (const std::string& place : page.places)
    if (const auto was = before.labels.find(place); was != before.labels.end() && was->second != page.label)
      add(place, "from", was->second);
  if (old != nullptr && !old->places.empty()) {
    const std::map<std::string, std::string> labels = labels_of(layout);
    for (const std::string& place : old->places)
      if (const auto is = labels.find(place); is != labels.end() && is->second != page.label) add(place, "to", is->second);
  }
  std::ranges::move(named, std::back_inserter(out));
  std::ranges::move(others, std::back_inserter(out));
}

// The folios that it prints.
void RecordChanges::add_numbers(const Before& before, const RecordedPart& part, const RecordedPage& page, Reasons& out) const {
  const RecordedPart* old = find_part(*before.layout, part.key);
  if (old == nullptr) return;
  for (const std::string& name : page.printed) {
    const auto was = old->numbers.find(name), is = part.numbers.find(name);
    if (was == old->numbers.end()) out.push_back(fmt::format("it names {}, which is new there", name_of_place(name, part.key)));
    else if (is != part.numbers.end() && is->second != was->second)
      out.push_back(fmt::format("{} moved from {} to {}", name_of_place(name, part.key), was->second, is->second));
  }
}

// Nothing on it is another: what stands before it is.
void RecordChanges::add_flow(const Before& before, const RecordedLayout& layout, const RecordedPart& part, const RecordedPage& page,
                             Reasons& out) const {
  const RecordedPart* old = find_part(*before.layout, part.key);
  if (const RecordedPage* same = find_same(before, part, page)) out.push_back(fmt::format("it was page {}", same->label));
  if (const auto changes = texts_.find(part.key); changes != texts_.end()) {
    const auto is_before = [&](const TextChange& change) { return change.line < page.first; };
    if (const auto last = std::find_if(changes->second.rbegin(), changes->second.rend(), is_before); last != changes->second.rend())
      return out.push_back(last->words + ", before it");
  }
  if (old != nullptr && begins_recto(*old) != begins_recto(part))
    out.push_back(fmt::format("{} begins on a {} page", name_of_part(now_, part), word_of_side(begins_recto(part))));
  for (const RecordedPart& earlier : layout.parts) {
    const RecordedPart* was = find_part(*before.layout, earlier.key);
    const std::string name = name_of_part(now_, earlier);
    if (was == nullptr) return out.push_back(name + " is new");
    if (was->pages.size() != earlier.pages.size())
      return out.push_back(fmt::format("{} has {}, had {}", name, words_of_pages(earlier.pages.size()), was->pages.size()));
    if (&earlier == &part) break;
  }
  if (out.empty()) out.emplace_back("what stands on it is set otherwise");
}

}  // namespace nbpublish
