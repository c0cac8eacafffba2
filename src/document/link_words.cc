#include "document/link_words.h"

#include "base/overloaded.h"
#include "document/addresses.h"
#include "document/captions.h"
#include "document/chapter_lookup.h"

namespace nbpublish {
namespace {

// "Volume IV, Production)"
void append_volume(Link& link, const ChapterAddress& outside, SourceSpan span) {
  const bool has_title = !outside.volume_title.empty();
  link.children.push_back({span, Text{outside.volume + (has_title ? ", " : "")}});
  if (has_title) link.children.push_back({span, Emphasis{{{span, Text{outside.volume_title}}}}});
  link.children.push_back({span, Text{")"}});
}

}  // namespace

LinkWords::LinkWords(const Document& document, const ChapterLookup& lookup)
    : document_(document), lookup_(lookup), names_(names_of(document)) {}

void LinkWords::append_name(Link& link, const ChapterAddress* outside, SourceSpan span) const {
  std::string name =
      std::visit(overloaded{[](const RawTarget& raw) { return raw.href; }, [](const ExternalTarget& external) { return external.url; },
                            [&](const InternalTarget& place) { return name_of(place); }},
                 link.target);
  const bool says_volume = outside && !outside->volume.empty();
  link.children.push_back({span, Text{says_volume ? name + " (" : std::move(name)}});
  if (says_volume) append_volume(link, *outside, span);
}

void LinkWords::append_far_place(Link& link, const ChapterAddress& outside, SourceSpan span) const {
  link.children.push_back({span, Text{" (" + name_of(std::get<InternalTarget>(link.target)) + " in "}});
  append_volume(link, outside, span);
}

std::string LinkWords::name_of(const InternalTarget& place) const {
  const ChapterAddress* chapter = lookup_.by_key(place.chapter);
  if (const std::string topic = topic_place(""); !chapter && place.chapter.starts_with(topic))
    return "Chapter\u00A0" + place.chapter.substr(topic.size());
  const bool is_own = place.chapter == document_.chapter;
  const auto& names = !chapter || (is_own && !place.anchor.empty()) ? names_ : chapter->names;
  if (const auto found = names.find(place.anchor); found != names.end()) return found->second;
  return chapter && !chapter->number.empty() ? "Chapter\u00A0" + chapter->number : place.chapter;
}

}  // namespace nbpublish
